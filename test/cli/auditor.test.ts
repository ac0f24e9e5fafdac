import { execFile } from 'node:child_process';
import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildVerifier } from '../../scripts/build-verifier.ts';
import { startVendor } from '../../src/demo/index.ts';
import { textAnswer } from '../support/answers.ts';
import { type Ran, run, start } from '../support/cli.ts';
import { makeFolder } from '../support/folder.ts';
import { eventually, send } from '../support/http.ts';

let folder: string;
/** What an auditor was handed: nothing else is there. */
let desk: string;

// Assembled here, so that no scanner takes it for a real one.
const vendorKey = ['sk', 'ant', 'api03', 'a'.repeat(30)].join('-');

beforeAll(async () => {
  folder = await makeFolder();
  desk = join(folder, 'desk');
  await mkdir(desk);
  await buildVerifier(desk);
  const vendor = await startVendor({ organizationId: 'org-1', reply: () => textAnswer('Hello.') });
  const post = start(['up', '--json'], { folder });
  const { gatewayUrl } = JSON.parse(await post.until('\n'));
  await run(['contract', 'add', '--upstream', vendor.url], { folder, input: vendorKey });
  const { key } = JSON.parse((await run(['key', 'create', '--person', 'Ada', '--json'], { folder })).out);
  await write('keys.txt', await run(['ledger', 'keys'], { folder }));
  expect(await run(['ledger', 'checkpoint', '--out', join(desk, 'kept')], { folder })).toMatchObject({ code: 0 });
  for (let sent = 0; sent < 3; sent += 1) expect((await send(gatewayUrl, key)).status).toBe(200);
  const { out } = await eventually(
    () => run(['export', '--kind', 'exchange_finished'], { folder }),
    (ran) => ran.out.trim().split('\n').length === 3,
  );
  await write('export.jsonl', await run(['export', '--verifiable'], { folder }));
  await write('proof', await run(['ledger', 'proof', JSON.parse(out.split('\n')[0] ?? '').id], { folder }));
  expect((await run(['ledger', 'export', join(desk, 'log'), '--records'], { folder })).err).toContain(
    'octroi.internal/',
  );
  await write('since', await run(['ledger', 'consistency', await sizeOf('kept')], { folder }));
  await post.stop();
  await vendor.close();
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

async function write(name: string, { code, out }: Ran): Promise<void> {
  expect(code).toBe(0);
  await writeFile(join(desk, name), out);
}

async function sizeOf(name: string): Promise<string> {
  return (await readFile(join(desk, name), 'utf8')).split('\n')[1] ?? '';
}

/** Runs the single file as an auditor would, with bare Node. */
function verify(args: readonly string[], language = 'C'): Promise<Ran> {
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      ['octroi-verify.mjs', ...args],
      { cwd: desk, env: { LANG: language } },
      (fault, out, err) => resolve({ code: fault ? Number(fault.code) : 0, out, err }),
    );
  });
}

test('the verifier is one small file that needs nothing but Node', async () => {
  const source = await readFile(join(desk, 'octroi-verify.mjs'), 'utf8');
  expect((await readdir(desk)).filter((name) => name.endsWith('js'))).toEqual(['octroi-verify.mjs']);
  expect(Buffer.byteLength(source)).toBeLessThan(60_000);
  const imported = [
    ...source.matchAll(/\bfrom\s*["']([^"']+)["']|\bimport\(\s*["']([^"']+)["']|\brequire\(\s*["']([^"']+)/g),
  ];
  expect(imported.length).toBeGreaterThan(3);
  expect(imported.map(([, from]) => from).filter((name) => !name?.startsWith('node:'))).toEqual([]);
});

test.each([
  [['log', 'kept'], /^Proven: the \d+ entries of the log octroi\.internal\/.*; not proven: /],
  [['export.jsonl'], /^Proven: these are the entries 0 to \d+ .*; not proven: the 0 records/],
  [['proof'], /^Proven: this record is entry \d+ .*; not proven: /],
  [['kept'], /^Proven: the log .* has signed a head of \d+ entries .*; not proven: /],
  [['kept', 'since'], /^Proven: the log .* had \d+ entries and has \d+ now.*; not proven: /],
])('%j is proven by the single file and by octroi alike, in one sentence', async (names, sentence) => {
  const alone = await verify([...names, '--key', 'keys.txt']);
  expect(alone).toMatchObject({ code: 0, err: '', out: expect.stringMatching(sentence) });
  const paths = names.map((name) => join(desk, name));
  expect(await run(['verify', ...paths, '--key', join(desk, 'keys.txt')], { folder: desk })).toEqual(alone);
  expect(await readdir(desk)).not.toContain('data');
});

test('exit codes: refuted, wrongly called, cannot be told', async () => {
  const broken = join(desk, 'broken');
  await cp(join(desk, 'log'), broken, { recursive: true });
  await rm(join(broken, 'tile', '0'), { recursive: true });
  const refuted = await verify(['broken', '--key', 'keys.txt']);
  expect(refuted).toMatchObject({ code: 1, out: '', err: expect.stringContaining('[ledger_refuted_file_missing]') });
  expect((await run(['verify', broken, '--key', join(desk, 'keys.txt')], { folder: desk })).code).toBe(1);
  expect(await verify([])).toMatchObject({ code: 2, err: expect.stringContaining('Usage: node octroi-verify.mjs') });
  expect(await verify(['--what'])).toMatchObject({ code: 2 });
  expect(await verify(['log'])).toMatchObject({ code: 3, out: expect.stringContaining('no key was given') });
  expect(await verify(['proof'])).toMatchObject({ code: 3, err: expect.stringContaining('[ledger_keys_missing]') });
  expect(await verify(['nowhere', '--key', 'keys.txt'])).toMatchObject({ code: 3 });
  expect(await verify(['log', '--key', 'nowhere'])).toMatchObject({ code: 3 });
  expect(await verify(['log', '--key', 'keys.txt', '--origin', 'another'])).toMatchObject({ code: 1 });
  for (const apart of [['proof', 'log'], ['proof', 'kept'], ['since']])
    expect(await verify([...apart, '--key', 'keys.txt'])).toMatchObject({ code: 3 });
});

test('it speaks French, and JSON', async () => {
  expect((await verify(['proof', '--key', 'keys.txt'], 'fr_FR.UTF-8')).out).toMatch(/^Prouvé : .*; non prouvé : /);
  expect((await verify(['nowhere'], 'fr_FR.UTF-8')).err).toContain('On ne peut rien vérifier');
  expect(JSON.parse((await verify(['proof', '--key', 'keys.txt', '--json'])).out)).toMatchObject({
    what: 'proof',
    isTrusted: true,
  });
  expect(JSON.parse((await verify(['nowhere', '--json'])).out)).toMatchObject({
    error: { code: 'ledger_file_unreadable' },
  });
});
