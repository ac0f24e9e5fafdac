import { access, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { buildVerifier } from '../../scripts/build-verifier.ts';
import { run } from '../support/cli.ts';
import { makeFolder } from '../support/folder.ts';
import { contractCredential } from '../support/gateway.ts';

// A scene starts several processes, each of which loads all of octroi: more than the usual time on a busy machine.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 });

let folder: string;
const today = new Date().toISOString().slice(0, 10);
const period = `2026-11-01..${today}`;

beforeAll(async () => {
  const dist = join(import.meta.dirname, '..', '..', 'dist', 'verifier');
  await access(join(dist, 'octroi-verify.mjs')).catch(() => buildVerifier(dist));
  folder = await makeFolder();
  await writeFile(join(folder, 'octroi.yaml'), '{}');
  const added = await run(['contract', 'add', '--organization', 'org-1'], { folder, input: contractCredential });
  expect(added.code).toBe(0);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

test('makes a pack that only its owner reads, that verifies, and that is not written over', async () => {
  const made = await run(['evidence', 'pack', '--period', period, '--language', 'fr', '--out', 'pack.zip'], { folder });
  expect([made.code, made.err]).toEqual([0, expect.stringContaining('octroi verify pack.zip')]);
  expect((await stat(join(folder, 'pack.zip'))).mode & 0o777).toBe(0o600);
  const keys = await run(['ledger', 'keys'], { folder });
  await writeFile(join(folder, 'keys.txt'), keys.out);
  const verified = await run(['verify', 'pack.zip', '--key', 'keys.txt'], { folder });
  expect([verified.code, verified.out]).toEqual([0, expect.stringContaining('zdr/decisions.json (zdr_undecided)')]);
  const again = await run(['evidence', 'pack', '--period', period, '--out', 'pack.zip'], { folder });
  expect([again.code, again.err]).toEqual([3, expect.stringContaining('cli_file_unwritable')]);
});

test.each([
  ['no period', [], 'cli_option_invalid'],
  ['a period that is none', ['--period', 'november'], 'cli_option_invalid'],
  ['a day there is not', ['--period', '2026-11-31..2026-12-01'], 'cli_option_invalid'],
  ['a period in the future', ['--period', '2099-01-01..2099-01-31'], 'evidence_period_invalid'],
  ['a workspace there is not', ['--period', period, '--scope', 'nowhere'], 'cli_option_invalid'],
  ['a language there is not', ['--period', period, '--language', 'de'], 'cli_option_invalid'],
])('refuses %s', async (_, options, code) => {
  const refused = await run(['evidence', 'pack', ...options], { folder });
  expect(refused.code).not.toBe(0);
  expect(refused.err).toContain(code);
});
