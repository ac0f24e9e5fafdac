import { brotliCompressSync, deflateSync, gzipSync, zstdCompressSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sessionFingerprints } from '../../src/ledger/index.ts';
import { createDatabase, type TestDatabase } from '../support/database.ts';
import { type GatewayUnderTest, startTestGateway } from '../support/gateway.ts';
import { eventually, hello, send, sendRaw } from '../support/http.ts';

let database: TestDatabase;
let post: GatewayUnderTest;
const maxBodyBytes = 1024 * 1024;

beforeAll(async () => {
  database = await createDatabase();
  post = await startTestGateway({ store: database.store, limits: { maxBodyBytes, bodyIdleMs: 300 } });
});
afterAll(async () => {
  await post.stop();
  await database.drop();
});

const good = JSON.stringify(hello);
const deep = `{"messages":[{"role":"user","content":[{"type":"tool_use","input":${'['.repeat(10_000)}${']'.repeat(10_000)}}]}]}`;

test.each([
  ['nothing', '', 'gateway_body_missing'],
  ['no JSON', 'hello', 'gateway_body_not_json'],
  ['JSON cut short', good.slice(0, -1), 'gateway_body_not_json'],
  ['JSON with something behind it', `${good}{}`, 'gateway_body_not_json'],
  ['a comma too many', '{"messages":[],}', 'gateway_body_not_json'],
  ['a bare control character', '{"messages":[{"role":"user","content":"a\nb"}]}', 'gateway_body_not_json'],
  ['a wrong escape', '{"messages":[{"role":"user","content":"\\q"}]}', 'gateway_body_not_json'],
  ['a cut escape', '{"messages":[{"role":"user","content":"\\u12"}]}', 'gateway_body_not_json'],
  ['a wrong number', '{"messages":[],"max_tokens":01}', 'gateway_body_not_json'],
  ['a wrong literal', '{"messages":[],"stream":True}', 'gateway_body_not_json'],
  ['single quotes', "{'messages':[]}", 'gateway_body_not_json'],
  ['a comment', '{"messages":[]/* x */}', 'gateway_body_not_json'],
  ['a byte order mark', `\uFEFF${good}`, 'gateway_body_not_json'],
  ['UTF-16', Buffer.from(good, 'utf16le'), 'gateway_body_not_json'],
  ['Latin-1', Buffer.from(good.replace('hello', 'hé'), 'latin1'), 'gateway_body_not_utf8'],
  [
    'an overlong encoding',
    Buffer.concat([Buffer.from('{"messages":["'), Buffer.of(0xc0, 0xaf), Buffer.from('"]}')]),
    'gateway_body_not_utf8',
  ],
  ['a list', '[]', 'gateway_body_not_messages'],
  ['no messages', '{"model":"m"}', 'gateway_body_not_messages'],
  ['messages that are no list', '{"messages":"hello"}', 'gateway_body_not_messages'],
  ['10,000 levels', deep, 'gateway_body_too_deep'],
  ['the same member twice', '{"messages":[],"messages":[{"role":"user","content":"x"}]}', 'gateway_body_ambiguous'],
  ['the same member twice, once escaped', '{"messages":[],"mess\\u0061ges":[]}', 'gateway_body_ambiguous'],
  [
    'a block’s text twice',
    '{"messages":[{"role":"user","content":[{"type":"text","text":"a","text":"b"}]}]}',
    'gateway_body_ambiguous',
  ],
])('refuses %s', async (_, body, code) => {
  const before = post.vendor.requests.length;
  const answered = await send(post.url, post.key, { body });
  expect(answered).toMatchObject({ status: 400, code });
  expect(JSON.parse(answered.text)).toMatchObject({
    type: 'error',
    error: { type: 'invalid_request_error' },
    octroi: { code },
  });
  expect(post.vendor.requests.length).toBe(before);
  const [newest] = await eventually(post.exchanges, ([exchange]) => exchange?.began.reasons[0] === code);
  expect(newest?.began).toMatchObject({ kind: 'exchange_refused', verdict: 'block' });
});

test.each([
  ['gzip', gzipSync],
  ['deflate', deflateSync],
  ['br', brotliCompressSync],
  ['zstd', zstdCompressSync],
])('inspects and passes on a body in %s', async (encoding, compress) => {
  const answered = await send(post.url, post.key, {
    body: compress(Buffer.from(good)),
    headers: { 'content-encoding': encoding },
  });
  expect(answered.status).toBe(200);
  // What leaves is what was inspected: the decoded bytes.
  expect(post.vendor.requests.at(-1)?.body.toString()).toBe(good);
  expect(post.vendor.requests.at(-1)?.headers['content-encoding']).toBeUndefined();
});

test.each([
  ['a gzip bomb', gzipSync(Buffer.alloc(200 * maxBodyBytes)), 'gzip', 413, 'gateway_body_too_large'],
  ['a brotli bomb', brotliCompressSync(Buffer.alloc(200 * maxBodyBytes)), 'br', 413, 'gateway_body_too_large'],
  ['gzip that is none', Buffer.from(good), 'gzip', 400, 'gateway_encoding_broken'],
  ['gzip cut short', gzipSync(Buffer.from(good)).subarray(0, -12), 'gzip', 400, 'gateway_encoding_broken'],
  [
    'something behind the compressed body',
    Buffer.concat([deflateSync(Buffer.from(good)), Buffer.from('more')]),
    'deflate',
    400,
    'gateway_encoding_broken',
  ],
  ['an unknown encoding', Buffer.from(good), 'snappy', 415, 'gateway_encoding_unknown'],
  ['an encoding on an encoding', gzipSync(gzipSync(Buffer.from(good))), 'gzip, gzip', 415, 'gateway_encoding_unknown'],
])('refuses %s', async (_, body, encoding, status, code) => {
  const answered = await send(post.url, post.key, { body, headers: { 'content-encoding': encoding } });
  expect(answered).toMatchObject({ status, code });
});

test.each([['text/plain'], ['application/json; charset=utf-16'], ['multipart/form-data; boundary=x']])(
  'refuses a body of type %s',
  async (type) => {
    expect(await send(post.url, post.key, { headers: { 'content-type': type } })).toMatchObject({
      status: 415,
      code: 'gateway_type_unknown',
    });
  },
);

test.each([
  [['application/json', 'application/json; charset=utf-16']],
  [['application/json; charset=utf-8; charset=utf-16']],
])('refuses the types %j, of which two readers may each take another', async (types) => {
  const answered = await send(post.url, post.key, { headers: { 'content-type': types } });
  expect(answered).toMatchObject({ status: 415, code: 'gateway_type_unknown' });
});

test.each([
  ['messages', `{"messages":[${'0,'.repeat(60_000)}0]}`],
  ['blocks', `{"messages":[{"role":"user","content":[${'0,'.repeat(60_000)}0]}]}`],
  ['members', `{"messages":[],${Array.from({ length: 60_000 }, (_, at) => `"m${at}":0`).join(',')}}`],
  ['strings', `{"messages":[],"x":[${'"",'.repeat(600_000)}0]}`],
])('refuses too many %s, soon', async (_, body) => {
  const roomy = await startTestGateway({ store: database.store, limits: { maxBodyBytes: 8 * maxBodyBytes } });
  const answered = await send(roomy.url, roomy.key, { body });
  expect(answered).toMatchObject({ status: 413, code: 'gateway_body_too_many_parts' });
  await roomy.stop();
});

test('reads a text of nothing but tags in time proportional to its length', async () => {
  const text = (length: number) => `${' '.repeat(length)}${'x<system-reminder>'.repeat(length / 20)}`;
  const cost = async (length: number): Promise<number> => {
    const before = process.cpuUsage();
    await send(post.url, post.key, { body: JSON.stringify({ messages: [{ role: 'user', content: text(length) }] }) });
    const { user } = process.cpuUsage(before);
    return user;
  };
  await cost(200_000);
  const [short, long] = [await cost(50_000), await cost(400_000)];
  // By the square it would be sixty-four times as much.
  expect(long / short).toBeLessThan(32);
});

test('refuses a query that could carry something', async () => {
  const answered = await send(post.url, post.key, { path: `/v1/messages?secret=${'x'.repeat(400)}` });
  expect(answered).toMatchObject({ status: 400, code: 'gateway_request_malformed' });
});

test.each(['/v1/models/..', '/v1/models/.'])('does not know %s', async (path) => {
  expect(await send(post.url, post.key, { method: 'GET', path })).toMatchObject({ status: 404 });
});

test.each([
  [
    'an expectation nobody knows',
    'POST /v1/messages HTTP/1.1\r\nhost: x\r\nexpect: 200-maybe\r\ncontent-length: 0\r\n\r\n',
  ],
  ['a tunnel', 'CONNECT api.anthropic.com:443 HTTP/1.1\r\nhost: api.anthropic.com:443\r\n\r\n'],
])('refuses %s in the envelope', async (_, raw) => {
  expect(await sendRaw(post.url, [raw], /}$/)).toContain('gateway_request_malformed');
});

test('a control character in a model’s name does not lock the session', async () => {
  const headers = { 'x-claude-code-session-id': 'nul' };
  await send(post.url, post.key, { body: JSON.stringify({ ...hello, model: 'a\u0000b' }), headers });
  const other = await startTestGateway({ store: database.store });
  const declared = (await post.records()).findLast((record) => record.kind === 'exchange_declared');
  expect(declared?.request.model).toBe('a b');
  const known = await sessionFingerprints(post.tenancy, post.tenant.id, {
    session: 'nul',
    personId: declared?.sender.personId ?? '',
  });
  expect(known.size).toBeGreaterThan(0);
  await other.stop();
});

test('bodies that are still arriving count against the room there is', async () => {
  const narrow = await startTestGateway({
    store: database.store,
    limits: { maxHeldBytes: 100_000, bodyIdleMs: 20_000 },
  });
  const head = `POST /v1/messages HTTP/1.1\r\nhost: x\r\nauthorization: Bearer ${narrow.key}\r\ncontent-type: application/json\r\ncontent-length: 90000\r\n\r\n`;
  await send(narrow.url, narrow.key); // From here on the sender is known, and is not waited for.
  const waiting = sendRaw(narrow.url, [head, 'x'.repeat(80_000)], /}$/);
  // A small one fits beside it. Were the large one first, it would be the body that arrives that is refused.
  await send(narrow.url, narrow.key);
  const second = await eventually(
    () => send(narrow.url, narrow.key, { body: JSON.stringify({ ...hello, pad: 'y'.repeat(50_000) }) }),
    ({ status }) => status === 503,
  );
  expect(second.code).toBe('gateway_busy');
  await narrow.stop();
  await waiting;
});

test('refuses a body whose stated length is over the limit, without waiting for it', async () => {
  const head = [
    'POST /v1/messages HTTP/1.1',
    'host: octroi',
    `authorization: Bearer ${post.key}`,
    `content-length: ${maxBodyBytes + 1}`,
    '',
    '',
  ].join('\r\n');
  expect(await sendRaw(post.url, [head], /gateway_body_too_large\]/)).toMatch(/^HTTP\/1\.1 413 /);
});

test('refuses a body that grows over the limit', async () => {
  const answered = await send(post.url, post.key, {
    body: Buffer.alloc(maxBodyBytes + 1, 0x20),
    headers: { 'transfer-encoding': 'chunked', 'content-length': [] },
  });
  expect(answered).toMatchObject({ status: 413, code: 'gateway_body_too_large' });
});

test('refuses a body that stops arriving', async () => {
  const head = [
    'POST /v1/messages HTTP/1.1',
    'host: octroi',
    `authorization: Bearer ${post.key}`,
    'content-length: 100',
    '',
    '{"messa',
  ].join('\r\n');
  expect(await sendRaw(post.url, [head], /gateway_request_too_slow\]/)).toMatch(/^HTTP\/1\.1 408 /);
});

test.each([
  [
    'a flood of headers',
    [
      'POST /v1/messages HTTP/1.1',
      'host: a',
      ...Array.from({ length: 3_000 }, (_, index) => `x-${index}: ${'y'.repeat(30)}`),
      '',
      '',
    ],
    431,
    'gateway_headers_too_large',
  ],
  [
    'one endless header',
    ['POST /v1/messages HTTP/1.1', `x: ${'y'.repeat(200_000)}`, '', ''],
    431,
    'gateway_headers_too_large',
  ],
  ['no HTTP', ['\x16\x03\x01 hello', '', ''], 400, 'gateway_request_malformed'],
  [
    'a length and chunks at once',
    ['POST /v1/messages HTTP/1.1', 'host: a', 'content-length: 5', 'transfer-encoding: chunked', '', '0', '', ''],
    400,
    'gateway_request_malformed',
  ],
  [
    'two lengths',
    ['POST /v1/messages HTTP/1.1', 'host: a', 'content-length: 5', 'content-length: 6', '', 'hello'],
    400,
    'gateway_request_malformed',
  ],
])('refuses %s on the bare connection', async (_, lines, status, code) => {
  const answered = await sendRaw(post.url, [lines.join('\r\n')], new RegExp(`${code}\\]`));
  expect(answered).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
  expect(JSON.parse(answered.slice(answered.indexOf('\r\n\r\n')))).toMatchObject({ type: 'error', octroi: { code } });
});

test('a client that leaves in the middle of its body is let go', async () => {
  const before = post.vendor.requests.length;
  const head = [
    'POST /v1/messages HTTP/1.1',
    'host: octroi',
    `authorization: Bearer ${post.key}`,
    'content-length: 100',
    '',
    '{"messa',
  ].join('\r\n');
  const { connect } = await import('node:net');
  const { hostname, port } = new URL(post.url);
  const socket = connect(Number(port), hostname, () => socket.write(head, () => socket.destroy()));
  await eventually(
    () => post.events,
    (events) => events.some((event) => event.kind === 'refused' && event.code === 'gateway_body_cut_short'),
  );
  expect(post.vendor.requests.length).toBe(before);
});

test('after all of this the gateway still works', async () => {
  expect((await send(post.url, post.key)).status).toBe(200);
});
