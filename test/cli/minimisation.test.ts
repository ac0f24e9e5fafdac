import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startVendor } from '../../src/demo/index.ts';
import { textAnswer } from '../support/answers.ts';
import { run, start } from '../support/cli.ts';
import { makeFolder } from '../support/folder.ts';
import { send } from '../support/http.ts';
import { commitFile, gitIn } from '../support/shop-history.ts';

let folder: string;
let post: ReturnType<typeof start>;
let vendor: Awaited<ReturnType<typeof startVendor>>;

beforeAll(async () => {
  folder = await makeFolder();
  vendor = await startVendor({ organizationId: 'org-1', reply: () => textAnswer('Hello.') });
  post = start(['up', '--json'], { folder });
  const { gatewayUrl } = JSON.parse(await post.until('\n'));
  const input = `${['sk', 'ant', 'api03', 'a'.repeat(30)].join('-')}\n`;
  await run(['contract', 'add', '--upstream', vendor.url, '--organization', 'org-1'], { folder, input });
  const made = await run(['key', 'create', '--person', 'Ada', '--workspace', 'billing', '--json'], { folder });
  await send(gatewayUrl, JSON.parse(made.out).key);
  await mkdir(join(folder, 'policy'));
  await writeFile(join(folder, 'policy', 'octroi.yaml'), 'workspaces: {billing: {zdr: true}}');
});
afterAll(async () => {
  await post.stop();
  await vendor.close();
  await rm(folder, { recursive: true, force: true });
});

const minimisation = (words: readonly string[] = [], language = 'C') =>
  run(['minimisation', ...words], { folder, environment: { LANG: language } });

test('tells what left by kind and week, in both languages', async () => {
  const told = await minimisation();
  expect(told).toMatchObject({ code: 0, err: '' });
  expect(told.out).toMatch(/^1 exchanges, \d+ bytes of bodies/);
  expect(told.out).toMatch(/prompt +1 +\d+ +\d+ +0/);
  expect(told.out).toMatch(/\d{4}-\d\d-\d\d +billing +1/);
  expect((await minimisation([], 'fr_FR.UTF-8')).out).toContain('Parti sans que personne l’ait demandé');
});

test('compares with a repository, by its sizes', async () => {
  const tree = await makeFolder();
  gitIn(tree, ['init', '-q']);
  commitFile(tree, 'a b.txt', 'x'.repeat(500));
  const { out } = await minimisation(['--repository', tree, '--json']);
  expect(JSON.parse(out)).toMatchObject({
    repository: { files: 1, bytes: 500 },
    distinctFiles: { files: 0, bytes: 0 },
  });
  await rm(tree, { recursive: true, force: true });
});

test('says what other rules would have kept in', async () => {
  const told = await minimisation(['--policy', 'policy', '--json']);
  expect(JSON.parse(told.out).savings).toMatchObject({ looked: 1, unknown: 0, blocked: { exchanges: 1 } });
  expect((await minimisation(['--policy', 'policy'])).out).toContain(
    'of 1 exchanges that left, 1 would have been stopped',
  );
});

test.each([
  [['--workspace', 'nobody'], 'cli_option_invalid'],
  [['--repository', '/'], 'cli_history_unreadable'],
  [['--from', 'yesterday'], 'cli_option_invalid'],
])('refuses %j with %s', async (words, code) => {
  const told = await minimisation(words);
  expect(told.code).not.toBe(0);
  expect(told.err).toContain(code);
});
