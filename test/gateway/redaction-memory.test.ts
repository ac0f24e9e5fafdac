import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { VendorReply, VendorRequest } from '../../src/demo/index.ts';
import { textAnswer } from '../support/answers.ts';
import { createDatabase, type TestDatabase } from '../support/database.ts';
import { call, result, user } from '../support/declare.ts';
import { type GatewayUnderTest, startTestGateway } from '../support/gateway.ts';
import { eventually, send } from '../support/http.ts';
import { bodyOf, newSession, password, standInIn, token } from '../support/sensitive.ts';

let database: TestDatabase;
let post: GatewayUnderTest;
let reply: (request: VendorRequest) => VendorReply = () => textAnswer('Hello.');

beforeAll(async () => {
  database = await createDatabase();
  post = await startTestGateway({ store: database.store, reply: (request) => reply(request) });
});
afterEach(() => {
  reply = () => textAnswer('Hello.');
});
afterAll(async () => {
  await post.stop();
  await database.drop();
});

const received = (): string => post.vendor.requests.at(-1)?.body.toString() ?? '';
const standInOf = (kind: string) => standInIn(received(), kind);

test('what came within an address, or was put back, is known when it comes back alone', async () => {
  const headers = newSession();
  const inner = ['Vz9k', 'Rt2mQxPa'].join('');
  await send(post.url, post.key, { body: bodyOf([user(`DATABASE_URL=postgres://app:${inner}@db.intern/x`)]), headers });
  await send(post.url, post.key, { body: bodyOf([user(`see ${inner}, "${encodeURIComponent(inner)}"`)]), headers });
  expect(received()).not.toContain(inner);
});

test('a value that is found in a new message is found in the settings around it, which were looked at before', async () => {
  const bare = ['Wq7', '!mZt', '4nLx'].join('');
  const around = { metadata: { user_id: `someone of ${bare} and others` } };
  for (let turn = 0; turn < 2; turn += 1)
    await send(post.url, post.key, { body: bodyOf([user(`hello ${turn}`)], around), headers: newSession() });
  expect(received()).toContain(bare);
  await send(post.url, post.key, { body: bodyOf([user(`DB_PASSWORD=${bare}`)], around), headers: newSession() });
  expect(received()).not.toContain(bare);
});

test('a value that is found in a new message is found in a long text that was looked at before', async () => {
  const bare = ['Kp4', '!sYv', '9bHd'].join('');
  const long = user(`${'words that say nothing of anybody, '.repeat(60)} ${bare} and more`);
  for (let turn = 0; turn < 2; turn += 1)
    await send(post.url, post.key, { body: bodyOf([long, user(`hello ${turn}`)]), headers: newSession() });
  expect(received()).toContain(bare);
  await send(post.url, post.key, { body: bodyOf([long, user(`DB_PASSWORD=${bare}`)]), headers: newSession() });
  expect(received()).not.toContain(bare);
});

test('a stand-in of this conversation is put back though its value is no longer sent', async () => {
  const headers = newSession();
  await send(post.url, post.key, { body: bodyOf([user(`DB_PASSWORD=${password}`)]), headers });
  const standIn = standInOf('password');
  reply = () => textAnswer(`use ${standIn}`);
  const answered = await send(post.url, post.key, { body: bodyOf([user(`[cleared] ${standIn}`)]), headers });
  expect(answered.text).toContain(`use ${password}`);
  const other = await send(post.url, post.key, { body: bodyOf([user(`[cleared] ${standIn}`)]), headers: newSession() });
  expect(other.text).not.toContain(password);
});

test('many values in one text take time by its length', async () => {
  const cpuMs = async (count: number): Promise<number> => {
    const csv = Array.from({ length: count }, (_, at) => `${at};client${at}.dupont@banque-durand.fr;${at * 7}`).join(
      '\n',
    );
    const before = process.cpuUsage();
    await send(post.url, post.key, { body: bodyOf([user(csv)]), headers: newSession() });
    expect(received()).not.toContain('client77.dupont');
    const { user: own, system } = process.cpuUsage(before);
    return (own + system) / 1_000;
  };
  await cpuMs(1_000);
  const short = Math.min(await cpuMs(2_000), await cpuMs(2_001));
  const long = Math.min(await cpuMs(16_000), await cpuMs(16_001));
  // By the square it would be sixty-four times as much, and was (measured).
  expect(long / short).toBeLessThan(32);
}, 60_000);

test.each([
  ['a header', { headers: { 'x-custom': token } }],
  ['the query', { path: `/v1/messages?t=${token}` }],
])('a secret in %s refuses the request', async (_, sent) => {
  const before = post.vendor.requests.length;
  const answered = await send(post.url, post.key, { body: bodyOf([user('hi')]), ...sent });
  expect(answered).toMatchObject({ status: 451, code: 'gateway_headers_sensitive' });
  expect(post.vendor.requests.length).toBe(before);
});

test('no record holds a value, wherever the client states it', async () => {
  const secret = ['gh', 'p_', 'R7kL2mQ9vTz4WcY8nBd3FgH6jKp1SaEuQ0Ix'].join('');
  const headers = { 'x-claude-code-session-id': secret, 'user-agent': `cli/${secret}` };
  const long = `echo ${'x '.repeat(490)}${secret}`;
  const messages = [
    user('go'),
    call(secret, { a: 1 }),
    result(secret, 'ok'),
    call('Bash', { command: long }),
    result('Bash', 'fine'),
    user([{ type: secret, x: 1 }]),
  ];
  await send(post.url, post.key, { body: bodyOf(messages, { model: secret, [secret]: 'y'.repeat(600) }) });
  await send(post.url, post.key, { body: bodyOf(messages), headers });
  await send(post.url, post.key, { method: 'GET', path: `/v1/models/${secret}` });
  await eventually(
    () => post.records(),
    (all) => all.filter(({ kind }) => kind === 'exchange_refused').length >= 2,
  );
  const sessions = await database.asSuper('select session from ledger_record');
  expect(JSON.stringify([await post.records(), sessions])).not.toContain(secret.slice(0, 12));
});
