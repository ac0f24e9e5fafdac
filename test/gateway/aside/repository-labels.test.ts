import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { HookFacts } from '../../../src/gateway/index.ts';
import { type RepositoryLabelled, sessionLabels } from '../../../src/ledger/index.ts';
import { loadPolicy, type Policy } from '../../../src/policy/index.ts';
import { createDatabase, type TestDatabase } from '../../support/database.ts';
import { call, result, user } from '../../support/declare.ts';
import { type GatewayUnderTest, startTestGateway } from '../../support/gateway.ts';
import { send } from '../../support/http.ts';
import { bodyOf, password } from '../../support/sensitive.ts';

let database: TestDatabase;
let post: GatewayUnderTest;
let policy: Policy;
let hooks: HookFacts[];
let sessions = 0;

beforeAll(async () => {
  database = await createDatabase();
});
afterAll(async () => {
  await database.drop();
});
beforeEach(async () => {
  policy = loadPolicy([]);
  hooks = [];
  const decideHook = (facts: HookFacts) => {
    hooks.push(facts);
    return { verdict: 'allow', reasons: [] } as const;
  };
  post = await startTestGateway({ store: database.store, policy: () => policy, ways: async () => ({ decideHook }) });
});
afterEach(async () => {
  await post.stop();
});

const root = '/home/ada/pay';
const stricter = 'labels:\n  restricted: [/pricing, "*.ledger"]\n';

function newSession(): string {
  sessions += 1;
  return `repository-session-${sessions}`;
}

// As the command hook of a client does: the file as it stands, with the session and the folder it stands in.
async function handIn(session: string, files: readonly unknown[], to = post) {
  const body = JSON.stringify({ hook_event_name: 'SessionStart', cwd: root, session_id: session, files });
  const answered = await send(to.url, to.key, { path: '/hooks/repository-labels', body });
  return { ...answered, json: JSON.parse(answered.text) as { files: unknown[]; systemMessage?: string } };
}

async function sendPart(session: string, messages: ReturnType<typeof user>[], to = post) {
  const headers = { 'x-claude-code-session-id': session };
  return send(to.url, to.key, { body: bodyOf(messages), headers });
}

const readOf = (path: string) => [user('go'), call('Read', { file_path: path }), result('Read', 'plain\n')];
const shown = (command: string) => [user('go'), call('Bash', { command }), result('Bash', 'plain\n')];
const records = async () =>
  (await post.records()).filter((record): record is RepositoryLabelled => record.kind === 'repository_labelled');

describe('a file of a repository', () => {
  test('is what it is without an .octroi.yaml, and restricted with one, for that session alone', async () => {
    const [session, other] = [newSession(), newSession()];
    expect(await sendPart(session, readOf(`${root}/pricing/x.ts`))).toMatchObject({ status: 200 });
    const { status, json } = await handIn(session, [{ root, text: stricter }]);
    expect([status, json]).toEqual([200, { files: [{ root, labels: ['restricted'] }] }]);
    const refused = await sendPart(session, readOf(`${root}/pricing/x.ts`));
    expect(refused).toMatchObject({ status: 451, code: 'gateway_policy_refused' });
    expect(refused.text).toMatch(/zero data retention/);
    expect(await sendPart(session, readOf(`${root}/src/x.ts`))).toMatchObject({ status: 200 });
    expect(await sendPart(session, readOf('/home/ada/other/pricing/x.ts'))).toMatchObject({ status: 200 });
    expect(await sendPart(other, readOf(`${root}/pricing/x.ts`))).toMatchObject({ status: 200 });
  });

  test.each([
    ['by its whole path', `cat ${root}/pricing/x.ts`],
    ['from where the shell stands', 'head -3 pricing/x.ts'],
    ['by its ending', 'sort < q3.ledger'],
  ])('that a command names %s is restricted too', async (_, command) => {
    const session = newSession();
    await handIn(session, [{ root, text: stricter }]);
    expect(await sendPart(session, shown(command))).toMatchObject({ status: 451 });
    expect(await sendPart(session, shown('cat src/x.ts'))).toMatchObject({ status: 200 });
  });

  test('stays as strict as it was when a looser .octroi.yaml comes after', async () => {
    const session = newSession();
    await handIn(session, [{ root: '/home/ada', text: 'labels: {public: [.aws]}' }]);
    expect(await sendPart(session, readOf('/home/ada/.aws/credentials'))).toMatchObject({ status: 451 });
    await handIn(session, [{ root, text: stricter }]);
    for (const text of ['labels: {public: [pricing]}', '', 'labels: {}']) await handIn(session, [{ root, text }]);
    expect(await sendPart(session, readOf(`${root}/pricing/x.ts`))).toMatchObject({ status: 451 });
  });

  test('is restricted under zero retention too, where the record holds neither folder nor glob nor session', async () => {
    const text = `
labels: [{ name: internal }, { name: sealed, neverLeaves: true }]
workspaces: { tests: { zdr: true } }
contracts: { test: { plan: anthropic/api, zdr: { since: 2026-01-01, document: "DPA 7" } } }`;
    policy = loadPolicy([{ name: 'octroi.yaml', text }]);
    const session = newSession();
    await handIn(session, [{ root, text: 'labels: { sealed: [pricing] }' }]);
    expect(await sendPart(session, readOf(`${root}/pricing/x.ts`))).toMatchObject({ status: 451 });
    expect(await sendPart(session, readOf(`${root}/src/x.ts`))).toMatchObject({ status: 200 });
    const kept = (await records()).at(-1);
    expect(kept).toMatchObject({ isCountsOnly: true, root: '', labels: {}, client: {} });
  });

  test('is told to whoever decides over hooks', async () => {
    const session = newSession();
    await handIn(session, [{ root, text: stricter }]);
    for (const path of [`${root}/pricing/x.ts`, `${root}/src/x.ts`]) {
      const event = { hook_event_name: 'PreToolUse', tool_name: 'Read', tool_input: { file_path: path } };
      const body = JSON.stringify({ session_id: session, ...event });
      await send(post.url, post.key, { path: '/hooks/claude-code', body });
    }
    expect(hooks.map(({ label }) => label)).toEqual(['restricted', 'internal']);
  });
});

describe('an .octroi.yaml that cannot be used', () => {
  const bomb = `a: &a [x,x]\n${'b'.repeat(3)}: [*a,*a]\n`;
  test.each([
    ['is no YAML', 'labels: [', 'policy_repository_labels_invalid'],
    ['names a label nobody knows', 'labels: {top: [a]}', 'policy_repository_labels_invalid'],
    ['has keys of its own', 'except: [a]', 'policy_repository_labels_invalid'],
    ['expands', bomb, 'policy_repository_labels_invalid'],
    ['has too many patterns', `labels: {restricted: [${'a,'.repeat(501)}]}`, 'policy_repository_labels_invalid'],
    ['is nested without end', '['.repeat(60_000), ''],
    ['is too large', `#${'x'.repeat(70_000)}`, 'gateway_labels_unreadable'],
    ['could not be read', null, 'gateway_labels_unreadable'],
  ])('because it %s closes its repository, visibly, and nothing else', async (_, text, code) => {
    const session = newSession();
    const { status, json } = await handIn(session, [{ root, text }]);
    expect(status).toBe(200);
    expect(json.files).toMatchObject([{ root, refused: code || expect.any(String) }]);
    expect(json.systemMessage).toMatch(/^octroi: .*\[(policy_repository|gateway)_labels_/s);
    const refused = await sendPart(session, readOf(`${root}/README.md`));
    expect(refused).toMatchObject({ status: 451 });
    expect(refused.text).toContain('.octroi.yaml');
    expect(await sendPart(session, readOf('/home/ada/other/README.md'))).toMatchObject({ status: 200 });
    expect(await sendPart(session, [user('hello')])).toMatchObject({ status: 200 });
  });

  test.each([
    ['no session', { files: [{ root, text: '' }] }],
    ['a folder that is no path', { session_id: 's', files: [{ root: 'pay', text: '' }] }],
    ['no files', { session_id: 's' }],
    ['too many files', { session_id: 's', files: Array.from({ length: 21 }, () => ({ root, text: '' })) }],
  ])('with %s is refused', async (_, body) => {
    const path = '/hooks/repository-labels';
    const answered = await send(post.url, post.key, { path, body: JSON.stringify(body) });
    expect(answered).toMatchObject({ status: 400, code: 'gateway_labels_malformed' });
    expect(await send(post.url, post.key, { path, body: 'no' })).toMatchObject({ code: 'gateway_labels_malformed' });
    expect(await send(post.url, '', { path, body: '{}' })).toMatchObject({ status: 401 });
  });

  test('with a secret in it is refused, and kept nowhere', async () => {
    const text = `labels: {restricted: ["DB_PASSWORD=${password}"]}`;
    const answered = await handIn(newSession(), [{ root, text }]);
    expect(answered).toMatchObject({ status: 451, code: 'gateway_labels_secret' });
    expect(JSON.stringify(await records())).not.toContain(password);
  });
});

test('the labels are on record once, where another gateway and the next start find them, for that person alone', async () => {
  const session = newSession();
  await handIn(session, [{ root, text: stricter }]);
  await handIn(session, [{ root, text: `# again\n${stricter}` }]);
  const found = await records();
  expect(found).toMatchObject([
    { root, labels: { restricted: ['/pricing', '*.ledger'] }, client: { sessionId: session } },
  ]);
  const [tenantId, personId] = [found[0]?.tenantId ?? '', found[0]?.sender.personId ?? ''];
  const elsewhere = (person: string) => sessionLabels(post.tenancy, tenantId, { session, personId: person });
  expect(await elsewhere(personId)).toMatchObject([{ root, labels: found[0]?.labels }]);
  expect(await elsewhere(post.keyId)).toEqual([]);
});

test('a label that the policy does not have any more closes the repository', async () => {
  const session = newSession();
  policy = loadPolicy([
    { name: 'octroi.yaml', text: 'labels: [{name: internal}, {name: shut}, {name: sealed, neverLeaves: true}]' },
  ]);
  await handIn(session, [{ root, text: 'labels: {shut: [pricing]}' }]);
  expect(await sendPart(session, readOf(`${root}/README.md`))).toMatchObject({ status: 200 });
  policy = loadPolicy([{ name: 'octroi.yaml', text: 'labels: [{name: internal}, {name: sealed, neverLeaves: true}]' }]);
  expect(await sendPart(session, readOf(`${root}/README.md`))).toMatchObject({ status: 451 });
});

test('a session may not be made to hold ever more', async () => {
  const session = newSession();
  for (let batch = 0; batch < 5; batch += 1) {
    const files = Array.from({ length: 20 }, (_, index) => ({ root: `/w/${batch}/${index}`, text: stricter }));
    expect((await handIn(session, files)).status).toBe(200);
  }
  expect(await handIn(session, [{ root, text: stricter }])).toMatchObject({
    status: 451,
    code: 'gateway_labels_too_many',
  });
});
