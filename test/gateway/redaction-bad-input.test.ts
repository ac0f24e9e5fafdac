import { afterAll, beforeAll, expect, test } from 'vitest';
import { createDatabase, type TestDatabase } from '../support/database.ts';
import { user } from '../support/declare.ts';
import { type GatewayUnderTest, startTestGateway } from '../support/gateway.ts';
import { send } from '../support/http.ts';
import { bodyOf, newSession, password, token } from '../support/sensitive.ts';

let database: TestDatabase;
let post: GatewayUnderTest;

beforeAll(async () => {
  database = await createDatabase();
  post = await startTestGateway({ store: database.store });
});
afterAll(async () => {
  await post.stop();
  await database.drop();
});

const received = (): string => post.vendor.requests.at(-1)?.body.toString() ?? '';
const withToken = bodyOf([user(token)]);

test.each([
  ['bytes that are no UTF-8', Buffer.concat([Buffer.from(withToken), Buffer.from([0xff])]), 'gateway_body_not_utf8'],
  [
    '10,000 levels',
    withToken.replace(/}$/, `,"x":${'['.repeat(10_000)}"${token}"${']'.repeat(10_000)}}`),
    'gateway_body_too_deep',
  ],
  [
    'a member twice',
    withToken.replace(/}$/, `,"messages":[{"role":"user","content":"${token}"}]}`),
    'gateway_body_ambiguous',
  ],
  ['a member twice, once in escapes', withToken.replace(/}$/, ',"m\\u0065ssages":[]}'), 'gateway_body_ambiguous'],
])('refuses %s, and nothing leaves', async (_, body, code) => {
  const before = post.vendor.requests.length;
  const answered = await send(post.url, post.key, { body, headers: newSession() });
  expect(answered).toMatchObject({ status: 400, code });
  expect(post.vendor.requests.length).toBe(before);
});

test('looks at both members of a name that comes twice deep inside', async () => {
  const tool = `{"name":"t","input_schema":{"default":"${token}","default":"password=${password}"}}`;
  await send(post.url, post.key, {
    body: bodyOf([user('hi')]).replace(/}$/, `,"tools":[${tool}]}`),
    headers: newSession(),
  });
  expect(received()).not.toContain(token);
  expect(received()).not.toContain(password);
});

test('looks behind lone surrogates, and leaves them as they came', async () => {
  const body = `{"model":"m","messages":[{"role":"user","content":"\\ud800 ${token}\\udc00 \\u0067hp"}]}`;
  await send(post.url, post.key, { body, headers: newSession() });
  expect(received()).toMatch(/"\\ud800 octr0_[a-z0-9_]+_[a-z2-7]{16}\\udc00 \\u0067hp"/);
});

test('finds what is written in escapes', async () => {
  const escaped = [...token].map((each) => `\\u${each.charCodeAt(0).toString(16).padStart(4, '0')}`).join('');
  await send(post.url, post.key, { body: bodyOf([user('TOKEN')]).replace('TOKEN', escaped), headers: newSession() });
  expect(JSON.parse(received()).messages[0].content).toMatch(/^octr0_/);
});

test('finds what stands at the end of 32 MB, in many strings or in one', async () => {
  const line = 'a line of a log that says nothing of anybody\n';
  const many = Array.from({ length: 20_000 }, (_, index) => user(`${index} ${line.repeat(15)}`));
  const one = [user(line.repeat(700_000))];
  for (const messages of [many, one]) {
    const answered = await send(post.url, post.key, {
      body: bodyOf([...messages, user(`end ${token}`)]),
      headers: newSession(),
    });
    expect(answered.status).toBe(200);
    expect(received()).not.toContain(token);
    expect(received().length).toBeGreaterThan(13_000_000);
  }
}, 60_000);
