import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { VendorReply, VendorRequest } from '../../src/demo/index.ts';
import type { DeclaredPart, ExchangeDeclared } from '../../src/ledger/index.ts';
import { textAnswer } from '../support/answers.ts';
import { createDatabase, type TestDatabase } from '../support/database.ts';
import { call, result, user } from '../support/declare.ts';
import { type GatewayUnderTest, startTestGateway } from '../support/gateway.ts';
import { eventually, send } from '../support/http.ts';
import { bodyOf, iban, newSession, password, standInIn, token } from '../support/sensitive.ts';

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

async function lastDeclared(): Promise<ExchangeDeclared> {
  const records = await post.records();
  const declared = records.filter((record) => record.kind === 'exchange_declared');
  const last = declared.at(-1);
  if (!last) throw new Error('nothing was declared');
  return last;
}

const findingsOf = (parts: readonly DeclaredPart[]) => parts.flatMap(({ findings }) => findings ?? []);

describe('what leaves', () => {
  test('has a stand-in for a secret, and every other byte as it was', async () => {
    const sent = `{ "model":"m",\n"messages":[{"role":"user","content":"caf\\u00e9 \\"DB_PASSWORD=${password}\\"\\nend"}] ,"max_tokens":1e2}`;
    await send(post.url, post.key, { body: sent, headers: newSession() });
    const standIn = standInOf('password');
    expect(received()).toBe(sent.replace(password, standIn));
    expect(post.vendor.requests.at(-1)?.headers['content-length']).toBe(String(Buffer.byteLength(received())));
  });

  test('has the same bytes on every turn, so that the vendor’s cache keeps matching', async () => {
    const headers = newSession();
    const first = [user(`token ${token} and mail jean.martin@banque-durand.fr`)];
    await send(post.url, post.key, { body: bodyOf(first), headers });
    const before = received();
    const second = [...first, { role: 'assistant', content: 'ok' }, user('go on')];
    await send(post.url, post.key, { body: bodyOf(second), headers });
    const stem = before.slice(0, before.indexOf(']'));
    expect(received().startsWith(stem)).toBe(true);
    expect(received()).not.toContain(token);
  });

  test.each([
    ['a system prompt', { system: [{ type: 'text', text: `use ${token}` }] }],
    ['a tool’s definition', { tools: [{ name: 't', description: `call with ${token}`, input_schema: {} }] }],
    ['the metadata', { metadata: { user_id: token } }],
    ['a member nobody knows', { from_the_future: { deep: [[{ x: token }]] } }],
    ['a member’s name', { from_the_future: { [token]: 1 } }],
    ['a setting that should hold none', { service_tier: token }],
  ])('has a stand-in for a secret in %s', async (_, more) => {
    await send(post.url, post.key, { body: bodyOf([user('hello')], more), headers: newSession() });
    expect(received()).not.toContain(token);
    expect(received()).toContain('octr0_');
    expect(() => JSON.parse(received())).not.toThrow();
    expect((await lastDeclared()).verdict).toBe('redact');
  });

  test('has a stand-in for what a member’s name tells, in the input of a call', async () => {
    const messages = [
      user('go'),
      call('mcp__db__connect', { host: 'db', password, port: 5432 }),
      result('mcp__db__connect', 'ok'),
    ];
    await send(post.url, post.key, { body: bodyOf(messages), headers: newSession() });
    expect(received()).not.toContain(password);
    expect(JSON.parse(received()).messages[1].content[0].input.port).toBe(5432);
  });

  test('has a stand-in for a name of several words under what says that it is one', async () => {
    const messages = [
      user('go'),
      call('mcp__crm__find', { full_name: 'Marie Dupont-Leroy' }),
      result('mcp__crm__find', 'ok'),
    ];
    await send(post.url, post.key, { body: bodyOf(messages), headers: newSession() });
    expect(received()).not.toContain('Dupont');
  });

  test('keeps a number a number', async () => {
    const sent = bodyOf([
      user('go'),
      call('mcp__crm__find', { siret: 73_282_932_000_074 }),
      result('mcp__crm__find', 'ok'),
    ]);
    await send(post.url, post.key, { body: sent, headers: newSession() });
    expect(received()).not.toContain('73282932000074');
    expect(JSON.parse(received()).messages[1].content[0].input.siret).toBeTypeOf('number');
  });

  test('has a stand-in for a value that came with its name before and stands alone now', async () => {
    const headers = newSession();
    await send(post.url, post.key, { body: bodyOf([user(`DB_PASSWORD=${password}`)]), headers });
    const standIn = standInOf('password');
    await send(post.url, post.key, { body: bodyOf([user(`echo says ${password}, why?`)]), headers });
    expect(received()).toContain(`echo says ${standIn}, why?`);
  });

  test('is looked at in full where the text is long, away from the requests under way', async () => {
    const long = `${'ordinary words of a log line\n'.repeat(20_000)}token ${token}\n`;
    await send(post.url, post.key, { body: bodyOf([user(long)]), headers: newSession() });
    expect(received()).not.toContain(token);
    expect(received().length).toBeGreaterThan(500_000);
  });

  test('is as it was when nothing was found, pictures and seals included', async () => {
    const picture = {
      type: 'image',
      source: { type: 'base64', media_type: 'image/png', data: `iVBORw0KGgo${'A'.repeat(400)}` },
    };
    const sent = bodyOf([user([picture, { type: 'text', text: 'what is it?' }])]);
    await send(post.url, post.key, { body: sent, headers: newSession() });
    expect(received()).toBe(sent);
    expect((await lastDeclared()).inspection?.unscannedBytes).toBe(411);
  });

  test('is looked at where a text only says that it is a picture', async () => {
    const fake = { type: 'image', source: { type: 'base64', media_type: 'image/png', data: `see ${token}` } };
    await send(post.url, post.key, { body: bodyOf([user([fake])]), headers: newSession() });
    expect(received()).not.toContain(token);
  });

  test('has stand-ins when only tokens are counted, too', async () => {
    await send(post.url, post.key, {
      path: '/v1/messages/count_tokens',
      body: bodyOf([user(token)]),
      headers: newSession(),
    });
    expect(received()).not.toContain(token);
  });
});

test('the company’s own words and rules are looked for, and built-in ones left out where it says so', async () => {
  const rule = `[[rules]]\nid = "badge"\ndescription = "badge"\nregex = 'BADGE-[0-9]{6}'\nkeywords = ["badge-"]\n`;
  const own = await startTestGateway({
    store: database.store,
    rules: {
      without: ['iban'],
      rules: [{ file: 'rules.toml', text: rule }],
      dictionaries: [{ file: 'names.txt', text: '[project]\nNautilus Bleu\n' }],
    },
  });
  await send(own.url, own.key, {
    body: bodyOf([user(`BADGE-123456 for nautilus bleu, ${iban}`)]),
    headers: newSession(),
  });
  const left = own.vendor.requests.at(-1)?.body.toString() ?? '';
  expect(left).toMatch(/octr0_imported_secret_[a-z2-7]{16} for octr0_project_[a-z2-7]{16}, FR76/);
  await own.stop();
});

describe('what is declared', () => {
  test('says what was found and where, and never the value', async () => {
    const text = `1\texport KEY="${token}"\n`;
    const messages = [user('go'), call('Read', { file_path: '/home/jo/app/.env' }), result('Read', text)];
    await send(post.url, post.key, { body: bodyOf(messages), headers: newSession() });
    const declared = await lastDeclared();
    const file = declared.parts.find((part) => part.path === '/home/jo/app/.env' && part.kind === 'file');
    const [finding] = file?.findings ?? [];
    expect(finding).toMatchObject({ class: 'secret', handling: 'redacted' });
    expect(finding?.fingerprint).toMatch(/^[\w-]{22}$/);
    expect(declared).toMatchObject({ verdict: 'redact', reasons: ['secret'] });
    expect(declared.request.redactedBodyBytes).toBe(Buffer.byteLength(received()));
    expect(JSON.stringify(await post.records())).not.toContain(token);
  });

  test('has a stand-in in a command and a path that would tell a secret', async () => {
    const command = `curl -H "Authorization: Bearer ${token}" https://api.github.com && echo ${'x'.repeat(30)}`;
    const messages = [user('go'), call('Bash', { command }), result('Bash', 'fine')];
    await send(post.url, post.key, { body: bodyOf(messages), headers: newSession() });
    const declared = await lastDeclared();
    expect(declared.parts.filter((part) => part.command?.includes('octr0_')).length).toBe(2);
    expect(JSON.stringify(await post.records())).not.toContain(token);
  });

  test('counts a resent finding as resent', async () => {
    const headers = newSession();
    const messages = [user(`iban ${iban}`), { role: 'assistant', content: 'ok' }, user('on')];
    await send(post.url, post.key, { body: bodyOf(messages.slice(0, 1)), headers });
    await send(post.url, post.key, { body: bodyOf(messages), headers });
    const { parts } = await lastDeclared();
    const withFindings = parts.filter(({ findings }) => findings);
    expect(withFindings.map(({ sent }) => sent)).toEqual(['again']);
    expect(findingsOf(parts)).toMatchObject([{ kind: 'iban', class: 'personal' }]);
  });
});

describe('what is refused', () => {
  const thought = (text: string) => ({
    role: 'assistant',
    content: [
      { type: 'thinking', thinking: text, signature: 'A'.repeat(200) },
      { type: 'text', text: 'ok' },
    ],
  });

  test('is a secret of ours in a thought, which cannot be changed; it is declared, and nothing leaves', async () => {
    const before = post.vendor.requests.length;
    const answered = await send(post.url, post.key, {
      body: bodyOf([user(`go ${token}`), thought(`the key is ${token}`), user('on')]),
      headers: newSession(),
    });
    expect(answered).toMatchObject({ status: 451, code: 'gateway_policy_refused' });
    expect(post.vendor.requests.length).toBe(before);
    const declared = await lastDeclared();
    expect(declared).toMatchObject({ verdict: 'block', reasons: ['secret-in-thinking'] });
    const records = await eventually(
      () => post.records(),
      (all) => all.some((record) => record.kind === 'exchange_finished' && record.exchangeId === declared.exchangeId),
    );
    expect(records.at(-1)).toMatchObject({ outcome: 'not_sent', reason: 'gateway_policy_refused' });
  });

  test('is not a secret that the vendor’s model made up in a thought', async () => {
    const sent = bodyOf([user('go'), thought(`say DB_PASSWORD="${password}"`), user('on')]);
    await send(post.url, post.key, { body: sent, headers: newSession() });
    expect(received()).toBe(sent);
  });

  test('is not a person’s data in a thought: the vendor wrote it', async () => {
    const sent = bodyOf([user('go'), thought(`say iban ${iban}`), user('on')]);
    await send(post.url, post.key, { body: sent, headers: newSession() });
    expect(received()).toBe(sent);
    const { verdict, parts } = await lastDeclared();
    expect(verdict).toBe('allow');
    expect(findingsOf(parts)).toMatchObject([{ kind: 'iban', handling: 'kept' }]);
  });

  test('is what takes too long to look at', async () => {
    const hurried = await startTestGateway({ store: database.store, limits: { scanBudgetMs: 0.001 } });
    const answered = await send(hurried.url, hurried.key, { body: bodyOf([user('word '.repeat(20_000))]) });
    const records = await eventually(
      () => hurried.records(),
      (all) => all.some(({ kind }) => kind === 'exchange_refused'),
    );
    expect(answered).toMatchObject({ status: 451, code: 'scan_timed_out' });
    expect(hurried.vendor.requests).toEqual([]);
    expect(records.at(-1)).toMatchObject({ verdict: 'block', reasons: ['scan_timed_out'] });
    await hurried.stop();
  });

  test('is an answer that came compressed, since nothing can be put back into it', async () => {
    reply = () => ({
      kind: 'json',
      status: 200,
      body: '{}',
      headers: { 'content-encoding': 'gzip' },
    });
    const answered = await send(post.url, post.key, { body: bodyOf([user(token)]), headers: newSession() });
    expect(answered).toMatchObject({ status: 502, code: 'gateway_answer_encoded' });
  });
});
