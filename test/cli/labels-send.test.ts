import { mkdir, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { labelsFilesFrom } from '../../src/endpoint/index.ts';
import { type Ran, run } from '../support/cli.ts';
import { createDatabase, type TestDatabase } from '../support/database.ts';
import { call, result, user } from '../support/declare.ts';
import { makeFolder } from '../support/folder.ts';
import { type GatewayUnderTest, startTestGateway } from '../support/gateway.ts';
import { send } from '../support/http.ts';
import { bodyOf } from '../support/sensitive.ts';

vi.setConfig({ testTimeout: 60_000 });

let database: TestDatabase;
let post: GatewayUnderTest;
let folder: string;
let repository: string;

beforeAll(async () => {
  database = await createDatabase();
  post = await startTestGateway({ store: database.store });
  folder = await makeFolder();
  repository = join(folder, 'pay');
  await mkdir(join(repository, 'src', 'deep'), { recursive: true });
});
afterAll(async () => {
  await post.stop();
  await database.drop();
  await rm(folder, { recursive: true, force: true });
});

const write = (text: string) => writeFile(join(repository, '.octroi.yaml'), text);

function sendLabels(
  session: string,
  but: { gateway?: string; environment?: Record<string, string> } = {},
): Promise<Ran> {
  const event = { session_id: session, cwd: join(repository, 'src', 'deep'), hook_event_name: 'SessionStart' };
  return run(['labels', 'send', '--gateway', but.gateway ?? post.url], {
    folder,
    input: JSON.stringify(event),
    environment: { ANTHROPIC_AUTH_TOKEN: post.key, ...but.environment },
  });
}

const readOf = (path: string, session: string) =>
  send(post.url, post.key, {
    body: bodyOf([user('go'), call('Read', { file_path: path }), result('Read', 'plain\n')]),
    headers: { 'x-claude-code-session-id': session },
  });

test('a hook hands in what a session’s repository asks for, and the gateway decides by it', async () => {
  const pricing = join(repository, 'src', 'pricing.ts');
  expect(await sendLabels('none')).toEqual({ code: 0, out: '', err: '' });
  expect(await readOf(pricing, 'one')).toMatchObject({ status: 200 });
  await write('labels: {restricted: [/src/pricing.ts]}');
  expect(await sendLabels('one')).toEqual({ code: 0, out: '', err: '' });
  expect(await readOf(pricing, 'one')).toMatchObject({ status: 451 });
  expect(await readOf(pricing, 'none')).toMatchObject({ status: 200 });
});

test('what is refused, and a gateway that does not answer, is told to the person in the client', async () => {
  await write('labels: {top: [a]}');
  const refused = await sendLabels('two');
  expect(refused.code).toBe(0);
  expect(JSON.parse(refused.out).systemMessage).toContain('[policy_repository_labels_invalid]');
  const french = { environment: { LANG: 'fr_FR.UTF-8' }, gateway: 'http://127.0.0.1:1' };
  expect(JSON.parse((await sendLabels('two', french)).out).systemMessage).toMatch(/n’ont pas pu être remises/);
  const stranger = await sendLabels('two', { environment: { ANTHROPIC_AUTH_TOKEN: 'oct_nobody' } });
  expect(JSON.parse(stranger.out).systemMessage).toMatch(/\S/);
});

test('a key goes to no address in the clear, nor where nobody named one', async () => {
  for (const gateway of ['http://octroi.example', 'ftp://127.0.0.1', 'nonsense'])
    expect(await sendLabels('three', { gateway })).toMatchObject({ code: 2, out: '' });
  const unnamed = await run(['labels', 'send'], { folder, environment: { ANTHROPIC_BASE_URL: post.url } });
  expect(unnamed).toMatchObject({ code: 2 });
  const noEvent = await run(['labels', 'send', '--gateway', post.url], {
    folder,
    input: 'no',
    environment: { ANTHROPIC_AUTH_TOKEN: post.key },
  });
  expect(noEvent).toMatchObject({ code: 2 });
});

test('files are found up to the root, under both names of a folder; links and what is too large are told as unreadable', async () => {
  const own = join(folder, 'found');
  await mkdir(join(own, 'in', 'link'), { recursive: true });
  await mkdir(join(own, 'big'), { recursive: true });
  await writeFile(join(own, '.octroi.yaml'), 'labels: {}');
  await symlink('/etc/hostname', join(own, 'in', 'link', '.octroi.yaml'));
  await symlink(join(own, 'in'), join(own, 'other'));
  await writeFile(join(own, 'big', '.octroi.yaml'), 'x'.repeat(65_537));
  expect(labelsFilesFrom(join(own, 'in', 'link'))).toEqual([
    { root: join(own, 'in', 'link'), text: null },
    { root: own, text: 'labels: {}' },
  ]);
  expect(labelsFilesFrom(join(own, 'other', 'link')).map(({ root }) => root)).toEqual([
    join(own, 'other', 'link'),
    own,
    join(own, 'in', 'link'),
  ]);
  expect(labelsFilesFrom(join(own, 'big'))[0]).toEqual({ root: join(own, 'big'), text: null });
  expect(labelsFilesFrom(join(own, 'gone'))).toMatchObject([{ root: own }]);
});
