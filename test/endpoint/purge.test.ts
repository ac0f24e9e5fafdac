import { appendFile, lstat, mkdir, readFile, rm, symlink, utimes, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { generateKeyPairSync } from 'node:crypto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openEnvelope, pinnedKeyText } from '../../src/base/signed-envelope.ts';
import { preparePurge, scanEndpoint } from '../../src/endpoint/index.ts';
import { run } from '../support/cli.ts';
import { layOut } from '../support/workstation.ts';
import { treeState } from '../support/tree-state.ts';

const now = new Date('2026-11-26T12:00:00Z');
const claude = 'home/alice/.claude';
const session = `${claude}/projects/-work-app/11111111-1111-4111-8111-111111111111.jsonl`;

let root: string;

beforeEach(async () => {
  root = (await layOut('bash-export')).root;
});
afterEach(async () => {
  await rm(root, { recursive: true, force: true });
});

async function put(path: string, text: string, writtenAt: Date): Promise<void> {
  await mkdir(dirname(join(root, path)), { recursive: true });
  await writeFile(join(root, path), text);
  await utimes(join(root, path), writtenAt, writtenAt);
}

const daysAgo = (days: number): Date => new Date(now.getTime() - days * 86_400_000);
const line = (days: number): string => `${JSON.stringify({ type: 'user', timestamp: daysAgo(days).toISOString() })}\n`;
const is = (path: string): Promise<boolean> =>
  lstat(join(root, path)).then(
    () => true,
    () => false,
  );
const prepare = () => preparePurge({ scan: { root, now }, days: 30 });

test('what is too old goes, with its empty folders; what a younger line stands in stays', async () => {
  await put(session, line(60) + line(40), daysAgo(40));
  await put(`${claude}/projects/-work-lib/2.jsonl`, line(60) + line(2), daysAgo(2));
  await put(`${claude}/file-history/3/copy@v1`, 'content of a file', daysAgo(90));
  await put(`${claude}/settings.json`, '{}', daysAgo(400));
  const before = await treeState(root);
  const prepared = await prepare();
  expect(prepared.purged.map(({ kind }) => kind)).toEqual(['projects', 'file-history']);
  expect(await treeState(root)).toEqual(before);
  expect(prepared.apply()).toEqual(prepared.purged);
  expect(await is(dirname(session))).toBe(false);
  expect(await is(`${claude}/projects/-work-lib/2.jsonl`)).toBe(true);
  expect(await is(`${claude}/settings.json`)).toBe(true);
  expect((await prepare()).purged).toEqual([]);
});

test('a copy with a new date is as old as its lines say', async () => {
  await put(session, line(60), daysAgo(0));
  expect((await prepare()).purged).toMatchObject([{ person: 'alice', lastWrittenAt: daysAgo(60).toISOString() }]);
});

test('the history of prompts loses its old lines and keeps the others, those without a date too', async () => {
  const entry = (days: number) => `${JSON.stringify({ display: `d${days}`, timestamp: daysAgo(days).getTime() })}\n`;
  await put(`${claude}/history.jsonl`, `${entry(50)}${entry(3)}{"display":"no date"}\n`, daysAgo(3));
  (await prepare()).apply();
  expect(await readFile(join(root, claude, 'history.jsonl'), 'utf8')).toBe(`${entry(3)}{"display":"no date"}\n`);
});

test('what the client has written to since is left, and not certified', async () => {
  await put(session, line(60), daysAgo(60));
  const prepared = await prepare();
  await appendFile(join(root, session), line(0));
  expect(prepared.apply()).toEqual([]);
  expect(await is(session)).toBe(true);
});

test('a link is not followed: what it leads to stays', async () => {
  await put('srv/elsewhere/old.jsonl', line(90), daysAgo(90));
  await mkdir(join(root, claude, 'projects'), { recursive: true });
  await symlink('/srv/elsewhere', join(root, claude, 'projects/linked'));
  expect((await prepare()).purged).toEqual([]);
});

test('afterwards a scan finds no trace too old', async () => {
  await put(session, line(60), daysAgo(60));
  const verdict = async () =>
    (await scanEndpoint({ root, now, findSecrets: () => [] })).verdicts.find(
      ({ control }) => control === 'local_traces',
    );
  expect((await verdict())?.state).toBe('not_met');
  (await prepare()).apply();
  expect((await verdict())?.state).toBe('met');
});

test('the command counts first, deletes when confirmed, and signs what it deleted', async () => {
  await put(session, `{"secret project":1}\n`, new Date('2020-01-01T00:00:00Z'));
  const { privateKey } = generateKeyPairSync('ed25519');
  await writeFile(join(root, 'key.pem'), privateKey.export({ type: 'pkcs8', format: 'pem' }));
  const purge = (...words: readonly string[]) => run(['endpoint', 'purge', '--root', root, ...words], { folder: root });
  expect(await purge()).toMatchObject({ code: 2, err: expect.stringContaining('cli_option_missing') });
  expect(await purge('--traces', '--days', '0')).toMatchObject({ code: 2 });
  expect(await purge('--traces', '--certificate', 'c')).toMatchObject({ code: 2 });
  const counted = await purge('--traces');
  expect(counted).toMatchObject({ code: 1, out: expect.stringMatching(/alice +projects +1 +21/) });
  expect(await is(session)).toBe(true);
  const done = await purge('--traces', '--confirm', '--signing-key', 'key.pem');
  expect(done.code).toBe(0);
  const type = 'application/vnd.octroi.purge-certificate+json';
  const opened = openEnvelope(done.out, { type, pinnedKeys: [pinnedKeyText(privateKey)] });
  const text = opened.kind === 'payload' ? opened.payload.toString() : '';
  expect(JSON.parse(text)).toMatchObject({ files: 1, bytes: 21, purged: [{ person: 'alice', kind: 'projects' }] });
  expect(text).not.toContain('-work-app');
  expect(await is(session)).toBe(false);
  const again = await purge('--traces', '--confirm');
  expect(again).toMatchObject({ code: 0, err: expect.stringContaining('not signed') });
});
