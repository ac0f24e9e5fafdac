import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { startVendor } from '../../src/demo/index.ts';
import { textAnswer } from '../support/answers.ts';
import { run, start } from '../support/cli.ts';
import { makeFolder } from '../support/folder.ts';
import { send } from '../support/http.ts';

// A scene starts several processes, each of which loads all of octroi: more than the usual time on a busy machine.
vi.setConfig({ testTimeout: 120_000 });

let folder: string;

beforeEach(async () => {
  folder = await makeFolder();
});
afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

async function write(files: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), text);
  }
}

const noImages =
  '@id("no-images") @en("No pictures.") @fr("Pas d’images.")\nforbid (principal, action, resource) when { resource.kind == "image" };';

describe('policy check', () => {
  test('without a folder octroi’s own policy is sound', async () => {
    const { code, out } = await run(['policy', 'check'], { folder });
    expect(code).toBe(0);
    expect(out).toMatch(/5 labels, 22 policies, 0 workspaces, 0 contracts, from 0 files\.\nVersion [0-9a-f]{64}\n/);
  });

  test('a folder is read with what stands below it, and not with what is none of its business', async () => {
    await write({
      'policy/octroi.yaml': 'workspaces: {billing: {zdr: true}}',
      'policy/teams/pictures.cedar': noImages,
      'policy/README.md': 'Reviewed by security.',
      'policy/.git/config.yaml': 'x',
    });
    const { out } = await run(['policy', 'check', '--json'], { folder });
    expect(JSON.parse(out)).toMatchObject({ files: 2, policies: 23, workspaces: 1 });
  });

  test('what is likely a slip is told, and what the post’s contracts say otherwise', async () => {
    await write({
      'policy/octroi.yaml': 'contracts: {anthropic: {plan: anthropic/team}, other: {plan: anthropic/api}}\n',
      'policy/own.cedar':
        '@id("p") @en("P.") @fr("P.")\nforbid (principal, action, resource) when { context.workspace.name == "paymets" };',
    });
    const alone = await run(['policy', 'check'], { folder });
    expect(alone.err).toContain('own.cedar:1: p: octroi.yaml names no such workspace or contract');
    expect(alone.err).toContain('no post was found here');
    const key = ['sk', 'ant', 'api03-not-a-real-key'].join('-');
    expect((await run(['contract', 'add'], { folder, input: key })).code).toBe(0);
    const french = await run(['policy', 'check'], { folder, environment: { LANG: 'fr_FR.UTF-8' } });
    expect(french).toMatchObject({ code: 0 });
    expect(french.err).toContain('anthropic : octroi.yaml indique l’offre anthropic/team');
    expect(french.err).toContain('other (anthropic/api) figure dans octroi.yaml sans être tenu');
    const { out } = await run(['policy', 'check', '--json'], { folder });
    expect(JSON.parse(out)).toMatchObject({
      warnings: [{ code: 'name_undefined' }],
      contractFaults: [{ code: 'plan_differs' }, { code: 'contract_unheld' }],
    });
  });

  test('all faults are told in the reader’s language, with file and line', async () => {
    await write({
      'gov/octroi.yaml': 'defaultLabel: shut\nspaces: {}\n',
      'gov/a.cedar': '\nforbid (x);',
      'gov/n.yml': '',
    });
    const english = await run(['policy', 'check', '--policy', 'gov'], { folder });
    expect(english).toMatchObject({ code: 1, out: '' });
    expect(english.err).toContain('The policy has faults (4):\n  a.cedar:2: Cedar cannot read this policy (');
    expect(english.err).toContain('\n  octroi.yaml:2: spaces: there is no such key\n');
    const french = await run(['policy', 'check', '--policy', 'gov'], { folder, environment: { LANG: 'fr_FR.UTF-8' } });
    expect(french.err).toContain('\n  octroi.yaml:2: spaces: cette clé n’existe pas\n');
    expect(french.err).toContain('n.yml:1: ce fichier n’a pas de sens ici');
  });

  test('a contract’s plan must be one of the catalogue’s', async () => {
    await write({ 'policy/octroi.yaml': 'contracts:\n  ours: {plan: anthropic/api}\n  theirs: {plan: acme/pro}\n' });
    const { code, err } = await run(['policy', 'check'], { folder });
    expect(code).toBe(1);
    expect(err).toContain('octroi.yaml:3: contracts.theirs.plan: the catalogue has no such plan (acme/pro)');
    expect(err).toContain('(1)');
  });

  test('a folder that was named must be there, and rule something', async () => {
    await write({ 'bare/README.md': 'soon' });
    expect(await run(['policy', 'check', '--policy', 'bare'], { folder })).toMatchObject({
      code: expect.any(Number),
      out: '',
      err: expect.stringContaining('[policy_folder_empty]'),
    });
    expect(await run(['policy', 'check', '--policy', 'nowhere'], { folder })).toMatchObject({
      code: 3,
      err: expect.stringContaining('[cli_file_unreadable]'),
    });
  });
});

test('policy show prints what is in force, as a table, as Cedar, or as JSON', async () => {
  await write({ 'policy/octroi.yaml': 'withoutDefaultPolicies: [secret]', 'policy/pictures.cedar': noImages });
  const table = await run(['policy', 'show'], { folder, environment: { LANG: 'fr_FR.UTF-8' } });
  expect(table.out).toMatch(/no-images +forbid +pictures\.cedar:1 +Pas d’images\./);
  expect(table.out).toMatch(/consumer-plan +forbid +octroi /);
  expect(table.out).not.toMatch(/^secret /m);
  const source = await run(['policy', 'show', '--source'], { folder });
  await write({ 'other/copy.cedar': source.out.replaceAll(/@id\("/g, '@id("copy-') });
  expect(await run(['policy', 'check', '--policy', 'other'], { folder })).toMatchObject({ code: 0 });
  const json = JSON.parse((await run(['policy', 'show', '--json'], { folder })).out);
  expect(json.policies.at(-1)).toMatchObject({ id: 'no-images', effect: 'forbid', file: 'pictures.cedar', line: 1 });
});

test('policy matrix shows plans by labels, and the reasons for one plan', async () => {
  const overview = await run(['policy', 'matrix'], { folder });
  expect(overview.out).toMatch(/^PLAN +public +internal +confidential +restricted +prohibited\n/);
  expect(overview.out).toMatch(/^anthropic\/max +blocked +blocked +blocked +blocked +blocked$/m);
  expect(overview.out).toMatch(/^anthropic\/api +allowed \/ redacted .* blocked +blocked$/m);
  expect(overview.out).toMatch(/^anthropic\/api \+ ZDR +(allowed \/ redacted +){4}blocked$/m);
  expect(overview.out).toMatch(/^xai\/api +allowed \/ redacted \/ blocked /m);
  const one = await run(['policy', 'matrix', '--plan', 'anthropic/pro'], { folder });
  expect(one.out).toMatch(/^anthropic\/pro +public +nothing sensitive +blocked +.*consumer-plan: /m);
  expect(await run(['policy', 'matrix', '--plan', 'acme/pro'], { folder })).toMatchObject({ code: 2 });
});

test('policy test decides the cases, and says of each unmet one where it stands', async () => {
  // Assembled here, so that no scanner takes it for a real one.
  const token = ['ghp', 'a1B2c3D4e5'.repeat(4).slice(0, 36)].join('_');
  const cases = `cases:
  - {name: a token is redacted, parts: [{text: "token ${token}"}], expect: redact, reasons: [secret]}
  - {name: max is refused, plan: anthropic/max, expect: block}
`;
  await write({ 'policy/a.test.yaml': cases });
  expect(await run(['policy', 'test'], { folder })).toMatchObject({
    code: 0,
    out: '2 cases, all decided as they expect.\n',
  });
  await write({ 'policy/b.test.yaml': 'cases:\n  - {name: a wish, plan: anthropic/free, expect: allow}\n' });
  const unmet = await run(['policy', 'test'], { folder });
  expect(unmet).toMatchObject({ code: 1, err: expect.stringContaining('1 of 3 cases') });
  expect(unmet.out).toContain('b.test.yaml:2: a wish\n  expected allow\n  decided  block (');
  await write({ 'policy/c.test.yaml': 'cases: [{name: x, expect: never}]' });
  expect((await run(['policy', 'test'], { folder })).err).toContain('[policy_cases_invalid]');
});

test.each([
  ['rules', 'OCTROI_DETECTION_RULES', '[[rules]]\nid = "x"\nregex = "(["\n', 'detection_rule_unsupported', 'line 1'],
  ['a dictionary', 'OCTROI_DETECTION_DICTIONARIES', 'ab\n', 'detection_dictionary_invalid', 'Entry 1'],
])('policy test names %s that cannot be used, with what is wrong and where', async (_, name, text, code, place) => {
  const file = join(folder, 'own.txt');
  await write({ 'own.txt': text });
  const ran = await run(['policy', 'test'], { folder, environment: { [name]: file } });
  expect(ran.code).not.toBe(0);
  for (const part of [file, '[cli_source_refused]', `[${code}]`, place]) expect(ran.err).toContain(part);
});

test('policy compile lists its targets, writes one to standard output, and all into a folder', {
  timeout: 120_000,
}, async () => {
  const listed = await run(['policy', 'compile'], { folder });
  expect(listed.out).toMatch(/^TARGET +MADE FOR\nclaude-code +anthropic\/api\n/);
  const one = ['policy', 'compile', '--target', 'claude-code', '--gateway', 'https://octroi.example.internal'];
  const claude = await run(one, { folder, environment: { LANG: 'fr_FR.UTF-8' } });
  expect(JSON.parse(claude.out)).toMatchObject({ env: { ANTHROPIC_BASE_URL: 'https://octroi.example.internal' } });
  expect(claude.err).toContain('Ce qui ne peut pas y être imposé :');
  const all = await run(['policy', 'compile', '--target', 'all', '--out', 'compiled'], { folder });
  expect(all.err.match(/wrote compiled/g)?.length).toBeGreaterThan(21);
  const ignored = await readFile(join(folder, 'compiled', 'cursorignore', '.cursorignore'), 'utf8');
  expect(ignored).toMatch(/^# Made by octroi from policy [0-9a-f]{64} /);
  for (const [options, code] of [
    [['--target', 'nothing'], 2],
    [['--target', 'all'], 2],
    [['--target', 'claude-code', '--plan', 'acme/pro'], 2],
    [['--target', 'claude-code', '--gateway', 'https://x', '--login', 'org'], 2],
    [['--target', 'claude-code', '--gateway', 'javascript:x'], 2],
    [['--target', 'claude-code', '--gateway', 'octroi.example'], 2],
    [['--target', 'claude-code', '--hooks', 'file:///x'], 2],
  ] as const)
    expect(await run(['policy', 'compile', ...options], { folder })).toMatchObject({ code, out: '' });
});

test('policy diff and explain read the ledger of a post', async () => {
  const vendor = await startVendor({ organizationId: 'org-1', reply: () => textAnswer('Hello.') });
  const post = start(['up', '--json'], { folder });
  const { gatewayUrl } = JSON.parse(await post.until('\n'));
  const vendorKey = ['sk', 'ant', 'api03', 'a'.repeat(30)].join('-');
  await run(['contract', 'add', '--upstream', vendor.url, '--organization', 'org-1'], {
    folder,
    input: `${vendorKey}\n`,
  });
  const made = await run(['key', 'create', '--person', 'Ada', '--workspace', 'billing', '--json'], { folder });
  expect((await send(gatewayUrl, JSON.parse(made.out).key)).status).toBe(200);
  const [record = ''] = (await run(['export', '--kind', 'exchange_declared'], { folder })).out.split('\n');
  const { exchangeId } = JSON.parse(record);

  await write({ 'policy/octroi.yaml': 'workspaces: {billing: {zdr: true}}' });
  const diff = await run(['policy', 'diff', 'default', 'policy'], { folder });
  expect(diff).toMatchObject({ code: 0, err: 'octroi: 1 of 1 exchanges would be decided otherwise.\n' });
  expect(diff.out).toContain(`${exchangeId}  allowed → blocked  zdr-missing: `);
  const none = await run(['policy', 'diff', 'default', 'policy', '--until', '2020-01-01', '--json'], { folder });
  expect(none).toMatchObject({ out: '', err: 'octroi: 0 of 0 exchanges would be decided otherwise.\n' });

  const explained = await run(['policy', 'explain', exchangeId], { folder });
  expect(explained.out).toContain('decides: blocked\n\n  zdr-missing (octroi)\n');
  expect(explained.out).toContain('when { context.workspace.zdr');
  const own = JSON.parse(
    (await run(['policy', 'explain', exchangeId, '--policy', 'default', '--json'], { folder })).out,
  );
  expect(own).toMatchObject({
    decision: { verdict: 'allow' },
    facts: { workspace: 'billing', contract: 'anthropic' },
    unknown: [],
  });
  expect(await run(['policy', 'explain', 'nothing'], { folder })).toMatchObject({
    code: 1,
    err: expect.stringContaining('[ledger_exchange_unknown]'),
  });
  await post.stop();
  await vendor.close();
});
