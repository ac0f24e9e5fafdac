import { afterAll, beforeAll, expect, test } from 'vitest';
import { timeOrderedId } from '../../src/base/index.ts';
import type {
  CasesView,
  DiffView,
  PolicyVersionView,
  PolicyView,
  ReasonsView,
} from '../../src/console-api/policy-contract.ts';
import { openLedger } from '../../src/ledger/index.ts';
import { loadPolicy, octroiPolicies, type PolicyFile, type RecordedExchange } from '../../src/policy/index.ts';
import { type ConsoleServer, startConsoleServer } from '../support/console-server.ts';
import { exchangeFacts, part } from '../support/policy.ts';
import { rulesInForce } from '../support/rules.ts';

let server: ConsoleServer;

beforeAll(async () => {
  server = await startConsoleServer();
});
afterAll(() => server.close());

const read = async <T>(url: string): Promise<T> => JSON.parse((await server.get(url)).body);

const cedar = `@id("no-sql")
@en("Dumps stay here.")
@fr("Les exports restent ici.")
@en_hint("Send the schema.")
@fr_hint("Envoyez le schéma.")
forbid (principal, action, resource) when { resource.label.name == "confidential" };
`;

const cases = `cases:
  - name: a key is replaced
    parts: [{text: "open sesame"}]
    expect: redact
    reasons: [secret]
  - name: this is wrong
    expect: block
`;

const files: readonly PolicyFile[] = [
  {
    name: 'octroi.yaml',
    text: 'labels: [{name: public}, {name: confidential, paths: ["*.sql"]}]\ndefaultLabel: public\n',
  },
  { name: 'own.cedar', text: cedar },
  { name: 'own.test.yaml', text: cases },
];

test('the policy is told with its files, labels and rules, and which of octroi’s own are off', async () => {
  server.govern(rulesInForce());
  const own = await read<PolicyView>('/api/policy');
  expect(own).toMatchObject({ files: [], without: [], version: loadPolicy([]).version });
  expect(own.rules.map(({ id }) => id)).toEqual(octroiPolicies.map(({ id }) => id));
  const [yaml, ...others] = files;
  const without = [{ name: 'octroi.yaml', text: `${yaml?.text}withoutDefaultPolicies: [personal-data]\n` }, ...others];
  server.govern(rulesInForce({ files: without }));
  const view = await read<PolicyView>('/api/policy');
  expect(view.files.map(({ name }) => name)).toEqual(['octroi.yaml', 'own.cedar', 'own.test.yaml']);
  expect(view.files[1]).toMatchObject({ text: cedar, digest: expect.stringMatching(/^[0-9a-f]{64}$/) });
  expect(view.without).toEqual(['personal-data']);
  expect(view.labels).toMatchObject([
    { name: 'public', isDefault: true },
    { name: 'confidential', paths: ['*.sql'] },
  ]);
  expect(view.rules.at(-1)).toMatchObject({ id: 'no-sql', effect: 'forbid', file: 'own.cedar', line: 1 });
  expect(view.rules.at(-1)?.text.fr).toEqual({ text: 'Les exports restent ici.', hint: 'Envoyez le schéma.' });
  expect(view.rules.some(({ id }) => id === 'personal-data')).toBe(false);
});

test('every reason has its words, also those that no policy gives or that are switched off by now', async () => {
  server.govern(rulesInForce({ files }));
  const reasons = await read<ReasonsView>('/api/reasons');
  for (const id of ['no-sql', 'secret', 'no-permit', 'evaluation-failed', 'cannot-be-redacted', 'personal-data'])
    expect([id, reasons[id]?.en.text, reasons[id]?.fr.text]).toEqual([id, expect.any(String), expect.any(String)]);
});

test('cases are run, each with what was expected and what was decided', async () => {
  server.govern(rulesInForce({ files }));
  const { cases: ran, version } = await read<CasesView>('/api/policy/cases');
  expect(version).toBe(loadPolicy(files).version);
  expect(ran).toEqual([
    {
      file: 'own.test.yaml',
      line: 2,
      name: 'a key is replaced',
      expected: { verdict: 'redact', reasons: ['secret'] },
      decided: { verdict: 'redact', reasons: ['secret'] },
      isMet: true,
    },
    expect.objectContaining({ name: 'this is wrong', expected: { verdict: 'block', reasons: null }, isMet: false }),
  ]);
});

test('cases that cannot be read are refused with what is wrong', async () => {
  const broken = [{ name: 'own.test.yaml', text: 'cases: [{name: x, expect: perhaps}]\n' }];
  server.govern(rulesInForce({ files: broken }));
  const { status, body } = await server.get('/api/policy/cases');
  expect([status, JSON.parse(body)]).toMatchObject([422, { code: 'policy_cases_invalid' }]);
  expect(body).toContain('own.test.yaml:1');
});

function exchange(name: string, path: string): RecordedExchange {
  const facts = exchangeFacts();
  return {
    exchangeId: name,
    recordedAt: facts.at,
    facts,
    repositories: [],
    unknown: path === 'a.ts' ? ['roles'] : [],
    parts: [part('prompt'), part('file', { path: `/home/ada/${path}` })],
  };
}

async function* past(count: number): AsyncGenerator<RecordedExchange> {
  for (let index = 0; index < count; index += 1) yield exchange(`e${index}`, index % 2 === 0 ? 'dump.sql' : 'a.ts');
}

const diff = async (form: object): Promise<DiffView> => JSON.parse((await server.post('/api/policy/diff', form)).body);

test('a proposal is tried on the past, and what it changes is told with its words', async () => {
  const asked: unknown[] = [];
  server.govern(
    rulesInForce({
      recorded: ({ tenantId, from: after, until }) => {
        asked.push({ tenantId, from: after, until });
        return past(5);
      },
    }),
  );
  const from = '2026-11-01T00:00:00.000Z';
  const view = await diff({ files, from });
  if (view.kind !== 'compared') throw new Error(JSON.stringify(view));
  expect(asked).toEqual([{ tenantId: server.tenantId, from, until: undefined }]);
  expect(view).toMatchObject({ looked: 5, isCut: false, different: 5, before: loadPolicy([]).version });
  expect(view.counts).toEqual([
    { before: 'allow', after: 'block', count: 3 },
    { before: 'allow', after: 'allow', count: 2 },
  ]);
  const [first] = view.differences;
  expect(first).toMatchObject({ exchangeId: 'e0', after: { verdict: 'block', reasons: ['no-sql'] } });
  // A home folder carries a login name.
  expect(first?.parts.flatMap(({ paths }) => paths)).toEqual(['~/dump.sql']);
  expect(view.reasons['no-sql']?.en.text).toBe('Dumps stay here.');
});

test('the policy in force changes nothing against itself; a long past is looked at in part', async () => {
  server.govern(rulesInForce({ files, recorded: () => past(5_001) }));
  expect(await diff({ files })).toMatchObject({
    kind: 'compared',
    looked: 5_000,
    isCut: true,
    unknown: 2500,
    different: 0,
  });
});

test('what is wrong in a proposal is told all at once, in both languages, and nothing is looked at', async () => {
  const recorded = () => {
    throw new Error('looked at the past');
  };
  server.govern(rulesInForce({ recorded }));
  const view = await diff({ files: [{ name: 'octroi.yaml', text: 'labelz: []\ndefaultLabel: nowhere\n' }] });
  expect(view).toMatchObject({
    kind: 'faults',
    faults: [
      { file: 'octroi.yaml', line: 1, path: 'labelz' },
      { file: 'octroi.yaml', line: 2, path: 'defaultLabel' },
    ],
  });
  const [fault] = view.kind === 'faults' ? view.faults : [];
  expect(fault?.text).toEqual({ en: 'there is no such key', fr: expect.stringMatching(/clé/) });
});

test.each([
  ['nothing', {}],
  ['a file without a name', { files: [{ name: '', text: '' }] }],
  ['a time that is none', { files: [], from: 'yesterday' }],
])('%s is no proposal', async (_, form) => {
  expect((await server.post('/api/policy/diff', form)).status).toBe(422);
});

test('a large policy is taken, one that is beyond measure is not', async () => {
  server.govern(rulesInForce());
  const text = `# ${'x'.repeat(1024 * 1024)}\n`;
  expect(await diff({ files: [{ name: 'octroi.yaml', text }] })).toMatchObject({ kind: 'compared' });
  const form = { files: [{ name: 'octroi.yaml', text: text + text }] };
  expect((await server.post('/api/policy/diff', form)).status).toBe(422);
});

test('versions are those that the ledger has, the newest first', async () => {
  const { tenancy, tenantId } = server;
  const ledger = openLedger({ ...tenancy, gatewayId: timeOrderedId(), waitMs: 5_000 });
  const versionOf = (policyVersion: string, day: string, own: readonly { name: string; digest: string }[]) => ({
    kind: 'policy_in_force' as const,
    id: timeOrderedId(),
    tenantId,
    recordedAt: `2026-11-${day}T08:00:00.000Z`,
    policyVersion,
    catalogueVersion: '2026-11-23.1',
    source: own.length === 0 ? ('built_in' as const) : ('folder' as const),
    files: own,
  });
  expect(await read('/api/policy/versions')).toEqual([]);
  await ledger.append(versionOf('a', '20', []));
  await ledger.append(versionOf('b', '21', [{ name: 'octroi.yaml', digest: 'd' }]));
  const versions = await read<readonly PolicyVersionView[]>('/api/policy/versions');
  expect(versions).toMatchObject([
    { version: 'b', source: 'folder', files: [{ name: 'octroi.yaml', digest: 'd' }], at: '2026-11-21T08:00:00.000Z' },
    { version: 'a', source: 'built_in', files: [] },
  ]);
  await ledger.close();
});
