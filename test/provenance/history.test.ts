import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readAdditions } from '../../src/cli/provenance/read-additions.ts';
import { attribute, type Attributed, findSources } from '../../src/provenance/index.ts';
import { tenantFingerprintKey } from '../../src/tenancy/index.ts';
import { createDatabase, type TestDatabase } from '../support/database.ts';
import { makeFolder } from '../support/folder.ts';
import { type GatewayUnderTest, startTestGateway } from '../support/gateway.ts';
import { eventually, hello, send } from '../support/http.ts';
import { commitFile, functionOf, gitIn, personsFunctionOf } from '../support/shop-history.ts';
import { toolAnswer } from '../support/written.ts';

let database: TestDatabase;
let post: GatewayUnderTest;
let folder: string;
let said: { path: string; content: string } = { path: '', content: '' };

const models = Array.from({ length: 20 }, (_, index) => functionOf(index + 1));
const persons = Array.from({ length: 20 }, (_, index) => personsFunctionOf(index + 101));
const later = '2030-01-01T00:00:00Z';
const earlier = '2020-01-01T00:00:00Z';

beforeAll(async () => {
  database = await createDatabase();
  post = await startTestGateway({
    store: database.store,
    reply: () => toolAnswer([{ name: 'Write', input: { file_path: said.path, content: said.content } }]),
  });
  for (const [index, content] of models.entries()) {
    said = { path: `/home/ada/shop/src/model-${index}.js`, content };
    await send(post.url, post.key, { body: JSON.stringify({ ...hello, stream: true }) });
  }
  await eventually(
    post.records,
    (all) => all.filter(({ kind }) => kind === 'exchange_finished').length === models.length,
  );
  folder = await makeFolder();
  gitIn(folder, ['init', '-q', '-b', 'main']);
  commitFile(folder, 'README', 'shop\n', later);
});
afterAll(async () => {
  await post.stop();
  await database.drop();
  await rm(folder, { recursive: true, force: true });
});

async function traced(what: string): Promise<readonly Attributed[]> {
  const additions = await readAdditions({ repository: folder, what, now: new Date() });
  const key = await tenantFingerprintKey(post.tenancy, post.tenant.id);
  return attribute(additions, await findSources({ books: post.tenancy, tenantId: post.tenant.id, key }, additions));
}

const mannersOf = (attributed: readonly Attributed[]) =>
  attributed.flatMap(({ lines }) => lines.map(({ manner }) => manner));
const isModels = (manner: string): boolean => manner === 'verbatim' || manner === 'edited';

test('tells what the model wrote from what persons wrote, through moves, a rebase and a formatter', async () => {
  gitIn(folder, ['checkout', '-qb', 'work']);
  for (const index of models.keys()) {
    const isModel = index % 2 === 0;
    const text = (isModel ? models[index] : persons[index]) ?? '';
    // A formatter that indents otherwise, prefers other quotes and wraps long calls.
    const formatted = text.replaceAll('  ', '    ').replaceAll("'", '"').replaceAll('.map(', '\n        .map(');
    commitFile(folder, `src/${isModel ? 'model' : 'person'}-${index}.js`, index % 3 === 0 ? formatted : text, later);
  }
  gitIn(folder, ['mv', 'src/model-0.js', 'src/moved.js']);
  gitIn(folder, ['commit', '-qm', 'move'], later);
  gitIn(folder, ['checkout', '-q', 'main']);
  commitFile(folder, 'other.txt', 'something else\n', later);
  gitIn(folder, ['rebase', '-q', 'main', 'work'], later);
  const attributed = await traced('main..work');
  const [model, person] = [/model|moved/, /person/].map((name) =>
    mannersOf(attributed.filter(({ path }) => name.test(path))),
  );
  const telling = (model ?? []).filter((manner) => manner !== 'bare');
  const right = telling.filter(isModels).length;
  const wrong = (person ?? []).filter(isModels).length;
  expect(person?.length).toBeGreaterThan(60);
  expect(right / (right + wrong)).toBeGreaterThanOrEqual(0.95);
  expect(right / telling.length).toBeGreaterThanOrEqual(0.9);
  expect(attributed.some(({ path }) => path === 'src/moved.js')).toBe(false);
});

test('in a file that both wrote, each line is told by its commit; what was committed before an exchange is not of it', async () => {
  const [own = '', theirs = ''] = [models[4], persons[4]];
  commitFile(folder, 'both.js', theirs, later);
  commitFile(folder, 'both.js', `${theirs}${own}`, later);
  const both = (await traced('both.js'))
    .flatMap(({ lines }) => lines)
    .toSorted((one, other) => one.number - other.number);
  expect(both.slice(0, 8).some(({ manner }) => isModels(manner))).toBe(false);
  expect(both.slice(8, 14).every(({ manner }) => manner === 'verbatim')).toBe(true);
  commitFile(folder, 'old.js', own, earlier);
  expect(mannersOf(await traced('old.js')).some(isModels)).toBe(false);
});

test('a line that was changed since is told as edited, and one by itself as unsure', async () => {
  const [text = ''] = models.slice(6);
  commitFile(folder, 'edited.js', text.replace('.slice(0, limit)', '.slice(1, limit)'), later);
  const manners = mannersOf(await traced('edited.js'));
  expect(manners[5]).toBe('edited');
  expect(manners.filter((manner) => manner === 'verbatim').length).toBe(5);
  commitFile(folder, 'alone.js', `// mine\n${text.split('\n')[1] ?? ''}\n// mine too, of course\n`, later);
  expect(mannersOf(await traced('alone.js'))[1]).toBe('unsure');
});

test('what is staged is told before it is committed', async () => {
  commitFile(folder, 'staged.js', '', later);
  const { writeFile } = await import('node:fs/promises');
  await writeFile(`${folder}/staged.js`, models[8] ?? '');
  gitIn(folder, ['add', 'staged.js']);
  const attributed = await traced('staged');
  expect(attributed).toMatchObject([{ commit: null, path: 'staged.js' }]);
  expect(mannersOf(attributed).filter(isModels).length).toBe(6);
  gitIn(folder, ['commit', '-qm', 'staged'], later);
});

test.each(['no-such-thing', '--output=/tmp/x', 'main..nowhere'])('refuses %s', async (what) => {
  await expect(traced(what)).rejects.toMatchObject({ code: 'cli_history_unreadable' });
});

test('runs nothing that the settings of the repository name', async () => {
  const canary = `${folder}/canary`;
  for (const [name, value] of [
    ['diff.external', `touch ${canary}`],
    ['core.fsmonitor', `touch ${canary}; true`],
    ['core.pager', `touch ${canary}`],
    ['diff.evil.textconv', `touch ${canary};cat`],
    ['diff.evil.command', `touch ${canary}`],
    ['filter.evil.clean', `touch ${canary};cat`],
  ])
    gitIn(folder, ['config', name ?? '', value ?? '']);
  commitFile(folder, '.gitattributes', '*.js diff=evil\n', later);
  commitFile(folder, 'more.js', models[10] ?? '', later);
  await rm(canary, { force: true });
  await traced('HEAD~3..HEAD');
  await traced('more.js');
  await expect(rm(canary)).rejects.toThrow();
});
