import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type Fault, faultCodes, loadPolicy, type PolicyFile, readPolicy } from '../../src/policy/index.ts';
import { splitPolicies } from '../../src/policy/cedar/split-policies.ts';

function faultsOf(files: readonly PolicyFile[]): readonly Fault[] {
  const read = readPolicy(files);
  return read.kind === 'faults' ? read.faults : [];
}

const told = ({ line, path, code }: Fault): string => `${line} ${path} ${code}`;

const yaml = `labels:
  - name: open
    paths: ["[a", ok]
    detector: [email]
  - name: shut
    needsZdr: perhaps
training:
  graceDays: -1
  address: here
workspace: {}
`;

const names = `labels:
  - {name: open, detectors: [email, nothing], retention: never}
  - name: open
    paths:
      - "*.ok"
      - "{a"
defaultLabel: shut
workspaces:
  one: {ceiling: top, contract: ours}
  two: {contract: mine}
contracts:
  mine: {plan: api, startsOn: 2026-02-01, endsOn: 2026-01-01}
withoutDefaultPolicies: [secret, secrets]
defaultRetention: short
`;

const cedar = `// the first
@id("a") @en("A.") @fr("A.")
forbid (principal, action, resource)
when { resource.kin == "file" };

@id("b") @en("B.")
permit (principal, action, resource);

forbid (principal, action, resource);
@id("secret") @en("S; not // ended.") @fr("S.")
forbid (principal, action, resource);
@id("c") @en("C.") @fr("C.")
forbid (principal, action, resource) when { context.plan.audience == "comercial" };
@id("d") @en("D.") @fr("D.")
forbid (principal, action, resource) when { ["publik", "public"].contains(resource.label.name) || resource.kind == "files" };
@id("c") @en("C.") @fr("C.")
forbid (principal, action, resource);
@id("e") @en("E.") @fr("E.")
forbid (principal, action, resource) when { principal.roles.contains("x") && false };
@id("f") @en("F.") @fr("F.") @en_hint("Do.")
forbid (principal, action, resource);
@id("g") @en("G.") @fr("G.")
forbid (principal, action, resource) when { é };
@id("h") @en("H.") @fr("H.")
forbid (principal, action, resource)
`;

test.each([
  ['short: {days: 182}', 'lifetime_out_of_bounds'],
  ['short: {days: 366}', 'lifetime_out_of_bounds'],
  ['short: {days: 1095, justification: internal control}', undefined],
  ['short: {days: 1096, justification: internal control}', 'lifetime_out_of_bounds'],
  ['telemetry: {days: 1}', undefined],
  ['telemetry: {days: 0}', 'lifetime_out_of_bounds'],
  ['captured_content: {days: 31, justification: x}', 'lifetime_out_of_bounds'],
])('a lifetime stays within its class: %s', (line, code) => {
  const text = `retention:\n  standard: {days: 365}\n  ${line}\n`;
  const faults = faultsOf([{ name: 'octroi.yaml', text }]);
  expect(faults.map((fault) => [fault.code, fault.line])).toEqual(code === undefined ? [] : [[code, 3]]);
});

test('a deleted conversation is never kept for more than 30 days', () => {
  const faults = faultsOf([{ name: 'octroi.yaml', text: 'deletedConversationDays: 31\n' }]);
  expect(faults.map(({ code }) => code)).toEqual(['value_invalid']);
});

test('all faults of a file’s form are told together, each with its line and key', () => {
  expect(faultsOf([{ name: 'octroi.yaml', text: yaml }]).map(told)).toEqual([
    '1 defaultLabel label_unknown',
    '3 labels.0.paths.0 glob_invalid',
    '4 labels.0.detector key_unknown',
    '6 labels.1.needsZdr value_invalid',
    '8 training.graceDays value_invalid',
    '9 training.address value_invalid',
    '10 workspace key_unknown',
  ]);
});

test('names that lead nowhere are told with their line', () => {
  expect(faultsOf([{ name: 'octroi.yaml', text: names }]).map(told)).toEqual([
    '2 labels.0.detectors.1 detector_unknown',
    '2 labels.0.retention retention_unknown',
    '3 labels.1.name name_twice',
    '6 labels.1.paths.1 glob_invalid',
    '7 defaultLabel label_unknown',
    '9 workspaces.one.ceiling label_unknown',
    '9 workspaces.one.contract contract_unknown',
    '12 contracts.mine.endsOn value_invalid',
    '13 withoutDefaultPolicies.1 default_policy_unknown',
    '14 defaultRetention retention_unknown',
  ]);
});

test('what is wrong in policies is told with its line: form, types, words that a fact can never be', () => {
  expect(faultsOf([{ name: 'own.cedar', text: cedar }]).map(told)).toEqual([
    '4 a cedar_invalid',
    '6 b text_missing',
    '9  id_missing',
    '10 secret id_taken',
    '12 c literal_unknown',
    '14 d literal_unknown',
    '14 d literal_unknown',
    '16 c id_taken',
    '18 e cedar_invalid',
    '20 f text_missing',
    '23 g cedar_broken',
    '25 h cedar_broken',
  ]);
});

test('the faults of all files come together, and as one error', () => {
  const files = [
    { name: 'octroi.yaml', text: 'labels: [' },
    { name: 'octroi.yml', text: '# none' },
    { name: 'cut.cedar', text: '\n' },
    { name: 'own.cedar', text: 'nonsense' },
    { name: 'notes.txt', text: '' },
    { name: 'cases.test.yaml', text: '' },
  ];
  expect(new Set(faultsOf(files).map(({ file, code }) => `${file} ${code}`))).toEqual(
    new Set([
      'notes.txt file_unknown',
      'octroi.yaml yaml_broken',
      'octroi.yml name_twice',
      'cut.cedar file_empty',
      'own.cedar cedar_broken',
    ]),
  );
  expect(() => loadPolicy(files)).toThrow(expect.objectContaining({ code: 'policy_invalid' }));
});

test('a fault of form hides none of the others, and brings up none that is not there', () => {
  const own =
    '@id("own") @en("O.") @fr("O.")\nforbid (principal, action, resource) when { resource.label.name == "LABEL" && resource.kin == "x" };';
  const toldWith = (text: string, label: string) =>
    faultsOf([
      { name: 'octroi.yaml', text },
      { name: 'own.cedar', text: own.replace('LABEL', label) },
    ]).map(told);
  expect(toldWith('workspaces: {w: {contract: none}}\ntraining: {graceDays: -1}\nspaces: {}\n', 'sealed')).toEqual([
    '1 workspaces.w.contract contract_unknown',
    '2 training.graceDays value_invalid',
    '3 spaces key_unknown',
    '1 own literal_unknown',
    '2 own cedar_invalid',
  ]);
  // Where labels or contracts cannot be read, nothing is said of what names them.
  for (const text of ['labels: [x]', 'contracts: []\nworkspaces: {w: {contract: ours}}', 'contracts: {ours: {}}'])
    expect(toldWith(text, 'sealed').slice(1)).toEqual(['2 own cedar_invalid']);
});

test('a date is asked for as one writes it, a plan of the catalogue’s', () => {
  const text = 'contracts:\n  ours: {plan: acme/pro, reviewOn: 1.2.2026}\n';
  const read = readPolicy([{ name: 'octroi.yaml', text }], (id) => id === 'anthropic/api');
  const found = read.kind === 'faults' ? read.faults : [];
  expect(found.map(({ path, code, detail }) => [path, code, detail])).toEqual([
    ['contracts.ours.reviewOn', 'value_invalid', 'YYYY-MM-DD'],
    ['contracts.ours.plan', 'plan_unknown', 'acme/pro'],
  ]);
});

test('too many labels are refused', () => {
  const labels = Array.from({ length: 16 }, (_, index) => `{name: l${index}}`).join(', ');
  expect(faultsOf([{ name: 'octroi.yaml', text: `labels: [${labels}]\ndefaultLabel: l0` }]).map(told)).toEqual([
    '1 labels.15 labels_too_many',
  ]);
});

test('a file of aliases that would grow without end is refused', () => {
  const layers = Array.from({ length: 12 }, (_, index) => `k${index}: &a${index} [${`*a${index - 1},`.repeat(9)}]`);
  const text = ['k: &a-1 [x]', ...layers].join('\n').replaceAll('a-1', 'start');
  expect(faultsOf([{ name: 'octroi.yaml', text }])).not.toEqual([]);
});

test('no file at all is a policy; the version follows what is in force, and nothing else', () => {
  const { version } = loadPolicy([]);
  expect(version).toMatch(/^[0-9a-f]{64}$/);
  const of = (text: string) => loadPolicy([{ name: 'octroi.yaml', text }]).version;
  expect(of('{}')).toBe(version);
  expect(of('# a remark\ndefaultLabel: internal\n')).toBe(version);
  expect(of('defaultLabel: public')).not.toBe(version);
  expect(of('withoutDefaultPolicies: [secret]')).not.toBe(version);
  const own = '@id("own") @en("O.") @fr("O.")\nforbid (principal, action, resource) when { resource.kind == "image" };';
  expect(loadPolicy([{ name: 'own.cedar', text: own }]).version).not.toBe(version);
  expect(loadPolicy([{ name: 'other.cedar', text: `// moved\n${own}` }]).version).toBe(
    loadPolicy([{ name: 'own.cedar', text: own }]).version,
  );
});

test('a file is cut into its policies at the semicolons that end them', () => {
  const text = '// a; b\n@en("x; \\"y; // z") permit (principal, action, resource);\n\n// more\n forbid(a);';
  expect(splitPolicies(text).map(({ source, offset }) => [source, text.slice(offset, offset + 3)])).toEqual([
    ['@en("x; \\"y; // z") permit (principal, action, resource);', '@en'],
    ['forbid(a);', 'for'],
  ]);
  for (const empty of ['', ' \n', '// only; a remark', '"'])
    expect(splitPolicies(empty).length).toBe(empty === '"' ? 1 : 0);
});

test('every fault that there is, something tells', () => {
  const room = join(import.meta.dirname, '..', '..', 'src', 'policy');
  const sources = readdirSync(room, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('fault.ts'))
    .map((name) => readFileSync(join(room, name), 'utf8'))
    .join('\n');
  expect(faultCodes.filter((code) => !sources.includes(`'${code}'`))).toEqual([]);
});

test('a workspace or contract that octroi.yaml does not name is warned of with its line, and the policy counts', () => {
  const rule = (id: string, when: string): string =>
    `@id("${id}") @en("E.") @fr("F.")\nforbid (principal, action, resource) when {\n  ${when}\n};\n`;
  const text = [
    rule('a', 'context.workspace.name == "paymets"'),
    rule('b', '["payments", "biling"].contains(context.workspace.name) || context.workspace.contract == ""'),
    rule('c', 'context.contract.name != "anthropc" && context.contract.name == "ours"'),
  ].join('');
  const octroiYaml = 'contracts: {ours: {plan: anthropic/api}}\nworkspaces: {payments: {contract: ours}}\n';
  const read = readPolicy([
    { name: 'octroi.yaml', text: octroiYaml },
    { name: 'own.cedar', text },
  ]);
  const warnings = read.kind === 'policy' ? read.warnings : [];
  expect(warnings.map(({ file, line, code, detail }) => `${file}:${line} ${code} ${detail}`)).toEqual([
    'own.cedar:1 name_undefined context.workspace.name: paymets',
    'own.cedar:5 name_undefined context.workspace.name: biling',
    'own.cedar:9 name_undefined context.contract.name: anthropc',
  ]);
});
