import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { run, start } from '../support/cli.ts';
import { makeFolder } from '../support/folder.ts';
import { commitFile, functionOf, gitIn } from '../support/shop-history.ts';

let folder: string;
let tree: string;
let post: ReturnType<typeof start>;

beforeAll(async () => {
  folder = await makeFolder();
  tree = await makeFolder();
  gitIn(tree, ['init', '-q', '-b', 'main']);
  commitFile(tree, 'README', 'shop\n');
  commitFile(tree, 'shop.js', functionOf(3));
  post = start(['up', '--json'], { folder });
  await post.until('\n');
});
afterAll(async () => {
  await post.stop();
  await Promise.all([folder, tree].map((each) => rm(each, { recursive: true, force: true })));
});

const provenance = (words: readonly string[], language = 'C', input = '') =>
  run(['provenance', ...words], { folder, input, environment: { LANG: language } });

test('tells shares of a file, a commit and a range, in both languages', async () => {
  for (const what of ['HEAD', 'HEAD~1..HEAD', join(tree, 'shop.js')]) {
    const told = await provenance([what, '--repository', tree]);
    expect(told).toMatchObject({ code: 0, err: '' });
    expect(told.out).toContain('7 lines, held against 0 exchanges');
    expect(told.out).toMatch(/ 5 +71\.4 % +like nothing in the ledger/);
  }
  expect((await provenance(['HEAD', '--repository', tree], 'fr_FR.UTF-8')).out).toContain('ne ressemblent à rien');
});

test('marks hold no text, and are read where the ledger is', async () => {
  const marks = await provenance(['marks', 'HEAD', '--repository', tree]);
  expect(marks.code).toBe(0);
  expect(marks.out).not.toContain('chosen');
  const told = await provenance(['HEAD', '--marks', '--json'], 'C', marks.out);
  expect(JSON.parse(told.out).shares.lines).toBe(7);
});

test('writes SPDX, trailers and notes', async () => {
  const spdx = JSON.parse((await provenance(['HEAD', '--repository', tree, '--format', 'spdx'])).out);
  expect(spdx).toMatchObject({ spdxVersion: 'SPDX-2.3', annotations: [] });
  expect((await provenance(['HEAD', '--repository', tree, '--format', 'trailers'])).out).toBe('');
  const noted = await provenance(['HEAD', '--repository', tree, '--notes']);
  expect(noted.err).toContain('Notes on 0 commits');
});

test('a dossier without an exchange says so, and is not written over', async () => {
  const out = join(folder, 'dossier.zip');
  const words = ['dossier', join(tree, 'shop.js'), '--from', '2', '--to', '4', '--out', out];
  expect(await provenance(words)).toMatchObject({ code: 0 });
  expect((await readFile(out)).subarray(0, 2).toString()).toBe('PK');
  expect((await provenance(words)).err).toContain(out);
});

test.each([
  [['nowhere'], 'cli_history_unreadable'],
  [['--format', 'xml', 'HEAD'], 'cli_option_invalid'],
  [['--marks', 'HEAD'], 'cli_marks_invalid'],
  [['dossier', 'shop.js', '--from', '900'], 'cli_passage_empty'],
])('refuses %j with %s, in both languages', async (words, code) => {
  await writeFile(join(tree, 'shop.js'), functionOf(3));
  const there = words.includes('shop.js') ? words.map((word) => (word === 'shop.js' ? join(tree, word) : word)) : words;
  for (const language of ['C', 'fr_FR.UTF-8']) {
    const told = await provenance([...there, '--repository', tree], language, '[{"commit":1}]');
    expect(told.code).not.toBe(0);
    expect(told.err).toContain(code);
  }
});
