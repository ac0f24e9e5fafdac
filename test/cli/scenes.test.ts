import { existsSync } from 'node:fs';
import { rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { startVendor } from '../../src/demo/index.ts';
import { textAnswer } from '../support/answers.ts';
import { run, start } from '../support/cli.ts';
import { makeFolder } from '../support/folder.ts';
import { eventually, send } from '../support/http.ts';

let folder: string;

beforeEach(async () => {
  folder = await makeFolder();
});
afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

// Assembled here, so that no scanner takes it for a real one.
const vendorKey = ['sk', 'ant', 'api03', 'a'.repeat(30)].join('-');

test('a newcomer: up, a contract, a key, a request, its record, a revoked key', async () => {
  const vendor = await startVendor({ organizationId: 'org-1', reply: () => textAnswer('Hello.') });
  const post = start(['up', '--json'], { folder });
  const up = JSON.parse(await post.until('\n'));
  const added = await run(['contract', 'add', '--upstream', vendor.url, '--organization', 'org-1'], {
    folder,
    input: `${vendorKey}\n`,
  });
  expect(added).toMatchObject({ code: 0, err: expect.stringContaining('contract anthropic added') });
  const made = await run(['key', 'create', '--person', 'Ada Lovelace', '--workspace', 'billing', '--json'], { folder });
  const { key, id } = JSON.parse(made.out);
  expect((await send(up.gatewayUrl, key)).status).toBe(200);
  const exported = await eventually(
    () => run(['export', '--kind', 'exchange_finished'], { folder }),
    ({ out }) => out !== '',
  );
  expect(JSON.parse(exported.out)).toMatchObject({
    kind: 'exchange_finished',
    outcome: 'answered',
    organizationId: 'org-1',
  });
  const listed = await run(['key', 'list'], { folder });
  expect(listed.out).toMatch(new RegExp(`${id} +…${key.slice(-4)} +[a-z]+-\\d{4} +billing +active`));
  expect(await run(['key', 'revoke', id], { folder })).toMatchObject({ code: 0, out: '' });
  const refused = await eventually(
    () => send(up.gatewayUrl, key),
    ({ status }) => status !== 200,
  );
  expect(refused.code).toBe('gateway_key_revoked');
  const all = await run(['export'], { folder });
  for (const secret of [vendorKey, key, 'Ada Lovelace']) expect(all.out).not.toContain(secret);
  expect(await post.stop()).toMatchObject({ code: 0 });
  await vendor.close();
});

test('the two lines for Claude Code stand alone on standard output', async () => {
  const { code, out, err } = await run(['key', 'create', '--person', 'Ada'], { folder });
  expect(code).toBe(0);
  expect(out).toMatch(
    /^export ANTHROPIC_BASE_URL=http:\/\/127\.0\.0\.1:\d+\nexport ANTHROPIC_AUTH_TOKEN=oct_[0-9A-Za-z]{46}\n$/,
  );
  expect(err).toContain('there is no contract yet');
});

test('up says where it stands, how to sign in, and what comes next', async () => {
  const post = start(['up'], { folder });
  const said = await post.until('ANTHROPIC_AUTH_TOKEN');
  expect(said).toMatch(
    /Console {3}http:\/\/127\.0\.0\.1:\d+\n {2}Sign in {3}http:\/\/127\.0\.0\.1:\d+\/sign-in#[\w-]{43}\n/,
  );
  expect(said).toContain('octroi contract add');
  expect((await stat(join(folder, 'data', 'master.key'))).mode & 0o777).toBe(0o600);
  const second = await run(['up'], { folder });
  expect(second).toMatchObject({ code: 3, err: expect.stringContaining('[store_folder_in_use]') });
  await post.stop('SIGTERM');
});

test('a killed post starts again, with its ledger, and closes what was left open', async () => {
  const vendor = await startVendor({ organizationId: 'org-1', reply: () => ({ kind: 'raw', write: () => {} }) });
  const post = start(['up', '--json'], { folder });
  const up = JSON.parse(await post.until('\n'));
  await run(['contract', 'add', '--upstream', vendor.url], { folder, input: vendorKey });
  const { key } = JSON.parse((await run(['key', 'create', '--person', 'Ada', '--json'], { folder })).out);
  const lost = send(up.gatewayUrl, key).catch((fault: Error) => fault.message);
  await eventually(
    () => vendor.requests.length,
    (count) => count === 1,
  );
  await post.stop('SIGKILL');
  expect(await lost).toBe('socket hang up');
  const again = start(['up', '--json'], { folder });
  await again.until('\n');
  const { out } = await run(['export', '--kind', 'exchange_abandoned'], { folder });
  expect(JSON.parse(out)).toMatchObject({ kind: 'exchange_abandoned' });
  await again.stop();
  await vendor.close();
});

test('two contracts cannot have one name', async () => {
  expect(await run(['contract', 'add'], { folder, input: vendorKey })).toMatchObject({ code: 0 });
  expect((await run(['contract', 'add'], { folder, input: vendorKey })).err).toContain('[tenancy_contract_exists]');
  expect((await run(['contract', 'list'], { folder })).out).toContain('https://api.anthropic.com');
});

test('a master key that is gone, is another, or is open to others, stops the start', async () => {
  await run(['contract', 'add'], { folder, input: vendorKey });
  const file = join(folder, 'data', 'master.key');
  await writeFile(file, `${Buffer.alloc(32, 7).toString('base64')}\n`);
  for (const command of [['up'], ['contract', 'add', '--name', 'two'], ['key', 'create', '--person', 'Ada']]) {
    const { code, err } = await run(command, { folder, input: vendorKey });
    expect(code).not.toBe(0);
    expect(err).toContain('[tenancy_unseal_failed]');
  }
  await writeFile(file, 'short');
  expect((await run(['key', 'list'], { folder })).err).toContain('[tenancy_master_key_invalid]');
  await writeFile(file, `${Buffer.alloc(32, 7).toString('base64')}\n`);
  await import('node:fs/promises').then(({ chmod }) => chmod(file, 0o644));
  expect((await run(['key', 'list'], { folder })).err).toContain('[tenancy_master_key_exposed]');
  await rm(file);
  expect((await run(['key', 'list'], { folder })).err).toContain('[tenancy_master_key_missing]');
});

test('a port that is taken is named', async () => {
  const vendor = await startVendor({ organizationId: 'o', reply: () => textAnswer('') });
  const { port } = new URL(vendor.url);
  const { code, err } = await run(['up'], { folder, environment: { OCTROI_GATEWAY_PORT: port } });
  expect(code).toBe(3);
  expect(err).toContain(`127.0.0.1:${port} (EADDRINUSE)`);
  expect(existsSync(join(folder, 'data', 'postgres', 'postmaster.pid'))).toBe(false); // Nothing is left running.
  await vendor.close();
});

test('a data folder that cannot be one is named', async () => {
  await writeFile(join(folder, 'file'), '');
  for (const data of ['file', 'file/below']) {
    const { code, err } = await run(['key', 'list', '--data', data], { folder });
    expect(code).toBe(3);
    expect(err).toContain('[cli_data_unusable]');
  }
});

test('a wrong word or option is told in the reader’s language', async () => {
  const french = { folder, environment: { LANG: 'fr_FR.UTF-8' } };
  for (const [args, option] of [
    [['key', 'create', '--person'], '--person'],
    [['key', 'create', '--nobody'], '--nobody'],
    [['key', 'list', 'extra'], 'extra'],
  ] as const) {
    const { code, err } = await run(args, french);
    expect(code).toBe(2);
    expect(err).toContain(option);
    expect(err).not.toMatch(/argument|Unknown|Unexpected/);
  }
  expect((await run(['key', '--help'], { folder })).out).toContain('octroi key revoke');
});

test('what a running post prints can be typed as it stands', async () => {
  const post = start(['up', '--data', 'elsewhere'], { folder });
  const said = await post.until('contract add');
  expect(said).toContain('key create --person NAME --data elsewhere');
  const gatewayUrl = /Gateway {3}(\S+)/.exec(said)?.[1] ?? 'none';
  const made = await run(['key', 'create', '--person', 'Ada', '--data', 'elsewhere'], { folder });
  expect(made.out).toContain(`export ANTHROPIC_BASE_URL=${gatewayUrl}\n`);
  await post.stop();
});

test('rules that cannot be used are named before anything starts', async () => {
  const rules = join(folder, 'rules.toml');
  await writeFile(rules, '[[rules]]\nid = "x"\n');
  const { code, err } = await run(['up'], { folder, environment: { OCTROI_DETECTION_RULES: rules } });
  expect(code).not.toBe(0);
  expect(err).toContain(`${rules}`);
  expect(err).toContain('[cli_source_refused]');
  expect(existsSync(join(folder, 'data', 'postgres', 'postmaster.pid'))).toBe(false);
});

test('help names every command and option, in both languages', async () => {
  const english = await run(['--help'], { folder });
  const french = await run([], { folder, environment: { LANG: 'fr_FR.UTF-8' } });
  for (const command of ['up', 'demo', 'contract add', 'key revoke', 'export']) {
    expect(english.out).toContain(`octroi ${command}`);
    expect(french.out).toContain(`octroi ${command}`);
  }
  const page = await run(['contract', 'add', '--help'], { folder });
  expect(page.out).toContain('--credential-file');
  expect(page.out).not.toMatch(/option\.|summary/); // No key without its text.
  expect((await run(['--version'], { folder })).out).toMatch(/^\d+\.\d+\.\d+\n$/);
});

test('a demo and a real ledger never share a folder, and a demo gets another link', async () => {
  await run(['key', 'create', '--person', 'Ada', '--data', 'real'], { folder });
  expect((await run(['demo', '--data', 'real'], { folder })).err).toContain('[cli_data_is_real]');
  const post = start(['demo', '--json', '--data', 'made-up'], { folder });
  const { consoleUrl } = JSON.parse(await post.until('\n'));
  const { signInLink } = JSON.parse((await run(['console', 'link', '--json', '--data', 'made-up'], { folder })).out);
  const link = signInLink.split('#')[1];
  const signedIn = await fetch(`${consoleUrl}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ link }),
  });
  expect(await signedIn.json()).toMatchObject({ isDemo: true });
  await post.stop();
  expect((await run(['up', '--data', 'made-up'], { folder })).err).toContain('[cli_data_is_demo]');
});

test('the demo plays by itself and is marked as such', async () => {
  const post = start(['demo', '--json', '--pause-ms', '50'], { folder });
  const up = JSON.parse(await post.until('\n'));
  const link = up.signInLink.split('#')[1];
  const signedIn = await fetch(`${up.consoleUrl}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ link }),
  });
  expect(await signedIn.json()).toMatchObject({ isDemo: true });
  const cookie = signedIn.headers.getSetCookie()[0]?.split(';')[0] ?? '';
  const page = await eventually(
    async () =>
      (await fetch(`${up.consoleUrl}/api/exchanges`, { headers: { cookie } })).json() as Promise<{
        exchanges: { person: { name: string }; outcome: string }[];
      }>,
    ({ exchanges }) => exchanges.filter(({ outcome }) => outcome === 'answered').length > 10,
  );
  expect(new Set(page.exchanges.map(({ person }) => person.name)).size).toBeGreaterThan(2);
  expect(await post.stop()).toMatchObject({ code: 0 });
  expect(existsSync(join(folder, 'data', 'demo', 'master.key'))).toBe(true);
});
