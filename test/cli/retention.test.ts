import { execFile } from 'node:child_process';
import { readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { inflateRawSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { buildVerifier } from '../../scripts/build-verifier.ts';
import { run } from '../support/cli.ts';
import { makeFolder } from '../support/folder.ts';

// Each scene starts a program a dozen times.
vi.setConfig({ testTimeout: 120_000 });

let folder: string;

beforeAll(async () => {
  folder = await makeFolder();
  await run(['key', 'create', '--person', 'Ada Lovelace', '--language', 'fr'], { folder });
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

const order = ['--reason', 'request 7', '--by', 'DPO'];

/** The files of a ZIP whose entries say their sizes in its central directory (APPNOTE 4.3.12). */
function unzip(bytes: Buffer): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  let at = bytes.readUInt32LE(bytes.lastIndexOf('PK\u0005\u0006') + 16);
  while (bytes.readUInt32LE(at) === 0x02014b50) {
    const [size, nameBytes, extraBytes] = [
      bytes.readUInt32LE(at + 20),
      bytes.readUInt16LE(at + 28),
      bytes.readUInt16LE(at + 30),
    ];
    const local = bytes.readUInt32LE(at + 42);
    const from = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    const name = bytes.subarray(at + 46, at + 46 + nameBytes).toString();
    files.set(name, inflateRawSync(bytes.subarray(from, from + size)).toString());
    at += 46 + nameBytes + extraBytes + bytes.readUInt16LE(at + 32);
  }
  return files;
}

test('a person is told all that is held on them, in their language, in a file that is theirs alone', async () => {
  const file = join(folder, 'ada.zip');
  const made = await run(['access-request', 'ada lovelace', '--out', file, '--by', 'DPO', '--json'], { folder });
  expect(JSON.parse(made.out)).toEqual({ file, records: 1 });
  expect((await stat(file)).mode & 0o777).toBe(0o600);
  const files = unzip(await readFile(file));
  expect([...files.keys()]).toEqual(['a-lire.html', 'person.json', 'records.jsonl']);
  expect(files.get('a-lire.html')).toContain('Une clé vous a été remise');
  expect(files.get('a-lire.html')).not.toMatch(/access\.|<script|http:/);
  expect(JSON.parse(files.get('person.json') ?? '')).toMatchObject({ person: { name: 'Ada Lovelace', keys: [{}] } });
  expect(files.get('person.json')).not.toMatch(/hash|sealed/);
  // How much is held of everybody is nobody's in particular.
  expect(Object.keys(JSON.parse(files.get('person.json') ?? '').classes[0])).not.toContain('records');
  expect(JSON.parse(files.get('records.jsonl') ?? '')).toMatchObject({ kind: 'key_created' });
  const { out } = await run(['export', '--kind', 'access_answered'], { folder });
  expect(JSON.parse(out)).toMatchObject({ by: 'DPO', records: 1 });
  const again = await run(['access-request', 'ada lovelace', '--out', file, '--by', 'DPO'], { folder });
  expect(again.err).toContain('cli_file_unwritable');
});

test('a hold refuses an erasure, and its certificate is proven by the auditor’s one file once it is done', async () => {
  const held = await run(['hold', 'add', '--scope', 'person:Ada Lovelace', ...order, '--json'], { folder });
  const { id } = JSON.parse(held.out) as { id: string };
  const erase = async (...more: readonly string[]) =>
    run(['retention', 'erase', '--person', 'Ada Lovelace', '--json', ...more], { folder });
  const digestOf = async (): Promise<string> => JSON.parse((await erase('--dry-run')).out).digest as string;
  expect(JSON.parse((await erase(...order, '--confirm', await digestOf())).out).error.code).toBe('retention_held');
  expect((await run(['hold', 'list'], { folder, environment: { LANG: 'fr_FR.UTF-8' } })).out).toContain('en vigueur');
  await run(['hold', 'release', id, ...order], { folder });
  const { tombstoneId, rows } = JSON.parse((await erase(...order, '--confirm', await digestOf())).out);
  expect(rows).toEqual({ octroi_key: 1, person: 1 });
  const [certificate, keys] = [join(folder, 'certificate.json'), join(folder, 'keys.txt')];
  await run(['retention', 'certificate', tombstoneId, '--out', certificate], { folder });
  await writeFile(keys, (await run(['ledger', 'keys'], { folder })).out);
  await buildVerifier(folder);
  const verifier = join(folder, 'octroi-verify.mjs');
  const { stdout } = await promisify(execFile)(process.execPath, [verifier, certificate, '--key', keys]);
  expect(stdout).toContain('octroi erased');
  expect(stdout).toContain('What remains');
  expect((await stat(verifier)).size).toBeLessThan(60_000);
  const listed = await run(['retention', 'certificates'], { folder, environment: { LANG: 'fr_FR.UTF-8' } });
  expect(listed.out).toMatch(/personne effacée +\d+ +DPO +request 7/);
});

test('the state and the plan are told in both languages', async () => {
  for (const [LANG, word] of [
    ['C', 'Exchanges'],
    ['fr_FR.UTF-8', 'Échanges'],
  ] as const) {
    const { out } = await run(['retention', 'status'], { folder, environment: { LANG } });
    expect(out).toContain(word);
    expect(out).toContain('JORFTEXT000044272396');
  }
  expect(JSON.parse((await run(['retention', 'plan', '--json'], { folder })).out)).toMatchObject({ lines: [] });
  expect(JSON.parse((await run(['retention', 'sweep', '--json'], { folder })).out)).toEqual({
    records: 0,
    tombstoneIds: [],
  });
});

test.each([
  [['hold', 'add', '--scope', 'team:x', ...order], 'cli_option_invalid', 2],
  [['hold', 'add', '--scope', 'workspace:none', ...order], 'cli_option_invalid', 2],
  [['hold', 'add', '--scope', 'person:nobody', ...order], 'tenancy_person_unknown', 1],
  [['hold', 'add', '--scope', 'all', '--by', 'x'], 'cli_option_missing', 2],
  [['hold', 'release', 'x', ...order], 'retention_hold_unknown', 1],
  [['retention', 'erase', ...order, '--confirm', 'x'], 'cli_option_missing', 2],
  [['retention', 'erase', '--person', 'a', '--conversation', 'b', '--dry-run'], 'cli_option_missing', 2],
  [['retention', 'certificate', 'x'], 'retention_certificate_unknown', 1],
  [['conversation', 'delete', 'x', ...order], 'retention_conversation_unknown', 1],
  [['access-request', 'nobody', '--out', 'x', '--by', 'y'], 'tenancy_person_unknown', 1],
])('%j is refused', async (words, code, exit) => {
  const ran = await run(words, { folder });
  expect(ran.err).toContain(code);
  expect(ran.code).toBe(exit);
});
