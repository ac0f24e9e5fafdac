import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { run } from '../support/cli.ts';
import { makeFolder } from '../support/folder.ts';
import { layOut } from '../support/workstation.ts';

const managedFile = 'etc/claude-code/managed-settings.json';

let folder: string;
let root: string;

const verdictsOf = async (...options: readonly string[]) => {
  const { out } = await run(['endpoint', 'scan', '--root', root, '--json', ...options], { folder });
  const verdicts: readonly { control: string; state: string; why: string }[] = JSON.parse(out).verdicts;
  return new Map(verdicts.map((verdict) => [verdict.control, verdict]));
};

const compile = async (policy: string): Promise<string> =>
  (await run(['policy', 'compile', '--target', 'claude-code', '--policy', policy], { folder })).out;

beforeAll(async () => {
  folder = await makeFolder();
  root = (await layOut('compliant')).root;
  await mkdir(join(folder, 'governance'));
  await writeFile(
    join(folder, 'governance/octroi.yaml'),
    [
      'localTraceDays: 7',
      'clients:',
      '  claude-cli: { minimumVersion: 2.1.300 }',
      'labels:',
      '  - { name: internal }',
      '  - { name: plans, paths: ["{design,board}/**", "*.dwg"], neverLeaves: true }',
      '  - { name: patients, paths: ["~/patients", "/srv/patients/**"], needsZdr: true }',
    ].join('\n'),
  );
  await mkdir(join(root, 'usr/lib/node_modules/@anthropic-ai/claude-code'), { recursive: true });
  await writeFile(
    join(root, 'usr/lib/node_modules/@anthropic-ai/claude-code/package.json'),
    '{ "name": "@anthropic-ai/claude-code", "version": "2.1.250" }\n',
  );
});

test('without a policy, the usual secret files and thirty days are asked for', async () => {
  const verdicts = await verdictsOf();
  for (const control of ['deny_rules', 'cleanup_period_days', 'minimum_version'])
    expect(verdicts.get(control)?.state).toBe('met');
});

test('a policy asks for its own paths, days and version', async () => {
  const verdicts = await verdictsOf('--policy', 'governance');
  expect(verdicts.get('deny_rules')).toMatchObject({ state: 'not_met', why: expect.stringContaining('**/design') });
  expect(verdicts.get('sandbox_reads')?.state).toBe('not_met');
  expect(verdicts.get('cleanup_period_days')).toMatchObject({ state: 'not_met', why: expect.stringContaining('1–7') });
  expect(verdicts.get('minimum_version')).toMatchObject({ state: 'not_met', why: expect.stringContaining('2.1.300') });
  const lower = await verdictsOf('--policy', 'governance', '--minimum-version', '2.1.200');
  expect(lower.get('minimum_version')?.state).toBe('met');
});

test.each(['governance', 'default'])(
  'what octroi compiles from the policy %s is what it then asks for',
  async (name) => {
    const settings = await compile(name);
    await writeFile(join(root, managedFile), settings);
    const verdicts = await verdictsOf('--policy', name);
    for (const control of ['deny_rules', 'sandbox_reads', 'cleanup_period_days'])
      expect(verdicts.get(control), control).toMatchObject({ state: 'met' });
    const rules: { permissions: { deny: string[] } } = JSON.parse(await readFile(join(root, managedFile), 'utf8'));
    const [taken, ...deny] = rules.permissions.deny;
    await writeFile(join(root, managedFile), JSON.stringify({ ...rules, permissions: { ...rules.permissions, deny } }));
    expect(taken).toBeDefined();
    expect((await verdictsOf('--policy', name)).get('deny_rules')?.state).toBe('not_met');
  },
);

test('a policy that is not there is refused, not passed over', async () => {
  const { code, out } = await run(['endpoint', 'scan', '--root', root, '--json', '--policy', 'nowhere'], { folder });
  expect(code).toBe(3);
  expect(JSON.parse(out).error.code).toBe('cli_file_unreadable');
});

test('where every contract has zero data retention, what needs it may be read', async () => {
  const text = await readFile(join(folder, 'governance/octroi.yaml'), 'utf8');
  await mkdir(join(folder, 'held'));
  const zdr = '{ plan: anthropic/api, zdr: { since: 2026-01-01, document: DPA } }';
  await writeFile(join(folder, 'held/octroi.yaml'), `${text}\ncontracts:\n  main: ${zdr}\n`);
  const rules = ['Read(//**/design)', 'Read(//**/board)', 'Read(//**/*.dwg)'];
  await writeFile(join(root, managedFile), JSON.stringify({ permissions: { deny: rules } }));
  expect((await verdictsOf('--policy', 'held')).get('deny_rules')?.state).toBe('met');
  expect((await verdictsOf('--policy', 'governance')).get('deny_rules')?.why).toContain('~/patients');
});

test('zero data retention that nobody has looked at again opens nothing', async () => {
  const text = await readFile(join(folder, 'governance/octroi.yaml'), 'utf8');
  await mkdir(join(folder, 'unseen'));
  const contract = '{ plan: anthropic/api, reviewOn: 2026-01-02, zdr: { since: 2026-01-01, document: DPA } }';
  await writeFile(join(folder, 'unseen/octroi.yaml'), `${text}\ncontracts:\n  main: ${contract}\n`);
  const rules = ['Read(//**/design)', 'Read(//**/board)', 'Read(//**/*.dwg)'];
  await writeFile(join(root, managedFile), JSON.stringify({ permissions: { deny: rules } }));
  expect((await verdictsOf('--policy', 'unseen')).get('deny_rules')?.why).toContain('~/patients');
});
