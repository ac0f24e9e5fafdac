import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { run, start } from '../support/cli.ts';
import { makeFolder } from '../support/folder.ts';

let folder: string;
let post: ReturnType<typeof start>;

beforeAll(async () => {
  folder = await makeFolder();
  post = start(['up', '--json'], { folder });
  await post.until('\n');
  await run(['key', 'create', '--person', 'Ada'], { folder });
  const record = ['training', 'record', 'Ada', '--module', 'commercial-or-consumer', '--valid-until'];
  await run([...record, '2999-06-30'], { folder });
});
afterAll(async () => {
  await post.stop();
  await rm(folder, { recursive: true, force: true });
});

const training = (words: readonly string[], more: object = {}) => run(['training', ...words], { folder, ...more });

test('the matrix, the reminders and an exemption go by pseudonym', async () => {
  const table = (await training(['matrix'], { environment: { LANG: 'fr_FR.UTF-8' } })).out;
  expect(table).toMatch(/^PERSONNE +commercial-or-consumer +what-leaves-with-a-prompt/);
  expect(table).toMatch(/\w+-\d+ +valable 2999-06-30 +manquant/);
  expect(table).not.toContain('Ada');
  const lines = (await training(['remind'])).out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as object);
  expect(lines).toMatchObject([
    {
      module: 'what-leaves-with-a-prompt',
      state: 'missing',
      address: expect.stringContaining('/trainings/what-leaves'),
    },
    { module: 'what-was-refused-here', state: 'missing' },
  ]);
  const granted = await training(['grant', 'Ada', '--hours', '4', '--reason', 'incident 4711, on call']);
  expect(granted).toMatchObject({ code: 0, err: expect.stringContaining('may send until') });
  expect((await training(['matrix', '--json'])).out).toMatch(/"exemptUntil":"20/);
});

test('exports: a table, statements by pseudonym, and a course that no file is written over for', async () => {
  expect((await training(['export', 'csv'])).out).toContain(
    'commercial-or-consumer,Commercial or consumer?,valid,2999-06-30',
  );
  const [statement = ''] = (await training(['export', 'xapi'])).out.split('\n');
  expect(JSON.parse(statement)).toMatchObject({ actor: { account: { homePage: 'https://octroi.invalid' } } });
  const out = join(folder, 'course.zip');
  expect(await training(['export', 'cmi5', '--out', out])).toMatchObject({ code: 0 });
  expect((await readFile(out)).subarray(0, 2).toString()).toBe('PK');
  expect((await training(['export', 'cmi5', '--out', out])).err).toContain('cli_file_unwritable');
});

test.each([
  [['grant', 'nobody', '--hours', '4', '--reason', 'incident 4711'], 'tenancy_person_unknown'],
  [['grant', 'Ada', '--hours', '100', '--reason', 'incident 4711'], 'training_hours_invalid'],
  [['grant', 'Ada', '--reason', 'incident 4711'], 'training_hours_invalid'],
  [['grant', 'Ada', '--hours', '4'], 'cli_option_missing'],
  [['export', 'scorm'], 'cli_option_invalid'],
  [['export', 'cmi5'], 'cli_option_missing'],
  [['export', 'xapi', '--lrs', 'http://lrs.example/xapi'], 'training_store_address_invalid'],
])('%j is refused', async (words, code) => {
  const refused = await training(words, { input: 'key:secret' });
  expect(refused.code).not.toBe(0);
  expect(refused.err).toContain(code);
});
