import { once } from 'node:events';
import { get, request as httpRequest } from 'node:http';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { VendorReply, VendorRequest } from '../../src/demo/index.ts';
import { textAnswer } from '../support/answers.ts';
import { createDatabase, type TestDatabase } from '../support/database.ts';
import { contractCredential, type GatewayUnderTest, startTestGateway } from '../support/gateway.ts';
import { eventually, hello, send } from '../support/http.ts';

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

test('passes the request on byte for byte, with what the client says of itself', async () => {
  const body =
    '{ "model":"claude-opus-5-5",\n"unknown_field": {"a": 1.0, "b": [ ] }, "messages":[{"role":"user","content":"h\\u00e9llo"}] ,"max_tokens":1e2}';
  const headers = {
    'anthropic-beta': 'one-2026-01-01,two-2026-02-02',
    'anthropic-version': '2023-06-01',
    'X-Stainless-Lang': 'js',
    'x-new-header': 'kept',
  };
  const answered = await send(post.url, post.key, { path: '/v1/messages?beta=true', body, headers });
  const received = post.vendor.requests.at(-1);
  expect(answered.status).toBe(200);
  expect(received?.body.toString()).toBe(body);
  expect(received?.target).toBe('/v1/messages?beta=true');
  expect(received?.headers).toMatchObject({ ...lowerCase(headers), 'content-length': String(body.length) });
});

test('takes the client’s credential off and puts the contract’s on', async () => {
  await send(post.url, '', {
    headers: {
      'x-api-key': post.key,
      'anthropic-allowed-org-ids': 'org-evil',
      cookie: 'a=b',
      'x-forwarded-for': '10.0.0.1',
    },
  });
  const headers = post.vendor.requests.at(-1)?.headers ?? {};
  expect(headers['x-api-key']).toBe(contractCredential);
  expect(headers['authorization']).toBeUndefined();
  expect(headers['anthropic-allowed-org-ids']).toBe('org-contract');
  expect(headers['cookie']).toBeUndefined();
  expect(headers['x-forwarded-for']).toBeUndefined();
  expect(JSON.stringify(headers)).not.toContain('oct_');
});

test('relays a stream byte for byte: comments, pings and unknown events, whatever the chunks', async () => {
  const stream = [
    ': a comment\n\n',
    'event: ping\ndata: {"type":',
    ' "ping"}\n',
    '\nevent: from_the_future\r\ndata: x\r\n\r\n',
    'data: é\n\n',
  ];
  reply = () => ({
    kind: 'raw',
    write: (response) => {
      response.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8', 'X-Vendor': 'Yes' });
      for (const piece of stream) response.write(piece);
      response.end();
    },
  });
  const answered = await send(post.url, post.key, { body: JSON.stringify({ ...hello, stream: true }) });
  expect(answered.body).toEqual(Buffer.from(stream.join('')));
  expect(answered.rawHeaders).toContain('X-Vendor');
});

test('hands each event on as it comes', async () => {
  let goOn = (): void => {};
  reply = () => ({
    kind: 'raw',
    write: async (response) => {
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      response.write('data: first\n\n');
      await new Promise<void>((resolve) => (goOn = resolve));
      response.end('data: second\n\n');
    },
  });
  const request = httpRequest(`${post.url}/v1/messages`, {
    method: 'POST',
    headers: { authorization: `Bearer ${post.key}` },
  });
  request.end(JSON.stringify({ ...hello, stream: true }));
  const [response] = await once(request, 'response');
  const [first] = await once(response, 'data');
  expect(first.toString()).toBe('data: first\n\n'); // The second cannot have been written: the vendor waits for us.
  goOn();
  const [second] = await once(response, 'data');
  expect(second.toString()).toBe('data: second\n\n');
});

test('relays the vendor’s errors unchanged, with what guides the client’s retries', async () => {
  const body = '{"type":"error","error":{"type":"overloaded_error","message":"prompt is too long: 9 > 8"}}';
  const headers = { 'retry-after': '7', 'x-should-retry': 'true', 'anthropic-ratelimit-requests-remaining': '0' };
  reply = () => ({ kind: 'json', status: 529, body, headers });
  const answered = await send(post.url, post.key);
  expect(answered).toMatchObject({ status: 529, text: body, code: undefined });
  expect(answered.headers).toMatchObject(headers);
  expect(answered.headers['request-id']).toMatch(/^req_/);
});

test('records how the exchange ended', async () => {
  const { status } = await send(post.url, post.key, { body: JSON.stringify({ ...hello, stream: true }) });
  expect(status).toBe(200);
  const [exchange] = await eventually(post.exchanges, ([newest]) => newest?.ended !== undefined);
  expect(exchange?.ended).toMatchObject({
    kind: 'exchange_finished',
    outcome: 'answered',
    status: 200,
    organizationId: 'org-contract',
    model: 'claude-opus-5-5',
    stopReason: 'end_turn',
    usage: { inputTokens: 10, outputTokens: 5, cacheReadTokens: 7, cacheCreationTokens: 3 },
    declaredBy: exchange?.began.id,
  });
});

test('ends the upstream request when the client leaves', async () => {
  const vendorSawEnd = new Promise<void>((resolve) => {
    reply = () => ({
      kind: 'raw',
      write: (response) => {
        response.on('close', resolve);
        response.writeHead(200, { 'content-type': 'text/event-stream' });
        response.write('data: 1\n\n');
      },
    });
  });
  const request = httpRequest(`${post.url}/v1/messages`, {
    method: 'POST',
    headers: { authorization: `Bearer ${post.key}` },
  });
  request.on('error', () => {});
  request.end(JSON.stringify({ ...hello, stream: true }));
  const [response] = await once(request, 'response');
  response.on('error', () => {});
  await once(response, 'data');
  request.destroy();
  await vendorSawEnd;
  const [exchange] = await eventually(post.exchanges, ([newest]) => newest?.ended !== undefined);
  expect(exchange?.ended).toMatchObject({ outcome: 'client_left' });
});

test('reads from the vendor only as fast as the client does', async () => {
  const total = 256 * 1024 * 1024;
  let written = 0;
  let isHeldBack = false;
  reply = () => ({
    kind: 'raw',
    write: async (response) => {
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      const chunk = Buffer.alloc(64 * 1024, 0x20);
      while (written < total && !response.destroyed) {
        written += chunk.length;
        if (response.write(chunk)) continue;
        isHeldBack = true;
        await once(response, 'drain');
        isHeldBack = false;
      }
      response.end();
    },
  });
  const request = httpRequest(`${post.url}/v1/messages`, {
    method: 'POST',
    headers: { authorization: `Bearer ${post.key}` },
  });
  request.on('error', () => {});
  request.end(JSON.stringify({ ...hello, stream: true }));
  const [response] = await once(request, 'response');
  response.pause();
  let seen = -1;
  let turnsWithoutProgress = 0;
  await eventually(
    () => written,
    (now) => {
      turnsWithoutProgress = isHeldBack && now === seen ? turnsWithoutProgress + 1 : 0;
      seen = now;
      return turnsWithoutProgress > 20_000 || now >= total;
    },
  );
  expect(written).toBeLessThan(total / 4); // What the kernel's and the streams' buffers hold; never the whole answer.
  request.destroy();
});

test.each(['GET', 'HEAD'])('answers %s /api/hello itself', async (method) => {
  const before = post.vendor.requests.length;
  expect((await send(post.url, '', { method, path: '/api/hello' })).status).toBe(200);
  expect(post.vendor.requests.length).toBe(before);
});

test('passes GET /v1/models on, without a body', async () => {
  reply = () => ({ kind: 'json', status: 200, body: '{"data":[{"id":"m","display_name":"M"}]}' });
  const answered = await send(post.url, post.key, { method: 'GET', path: '/v1/models?limit=1000' });
  expect(answered.text).toBe('{"data":[{"id":"m","display_name":"M"}]}');
  expect(post.vendor.requests.at(-1)).toMatchObject({
    method: 'GET',
    target: '/v1/models?limit=1000',
    body: Buffer.alloc(0),
  });
});

test('declares count_tokens like any exchange', async () => {
  reply = () => ({ kind: 'json', status: 200, body: '{"input_tokens":10}' });
  const answered = await send(post.url, post.key, { path: '/v1/messages/count_tokens?beta=true' });
  expect(answered.text).toBe('{"input_tokens":10}');
  const [exchange] = await post.exchanges();
  expect(exchange?.began).toMatchObject({ kind: 'exchange_declared', request: { path: '/v1/messages/count_tokens' } });
});

test('accepts a target in absolute form, as a client sends to what it takes for its proxy', async () => {
  const answered = await send(post.url, post.key, { path: `${post.url}/v1/messages?beta=true` });
  expect(answered.status).toBe(200);
});

test('a stop lets open streams end, and takes nothing new', async () => {
  const stopping = await startTestGateway({
    store: database.store,
    reply: () => textAnswer('a long text '.repeat(20), 5),
  });
  const streaming = send(stopping.url, stopping.key, { body: JSON.stringify({ ...hello, stream: true }) });
  await eventually(
    () => stopping.vendor.requests.length,
    (count) => count === 1,
  );
  const stopped = stopping.gateway.stop(60_000);
  const answered = await streaming;
  expect(answered.text).toMatch(/event: message_stop\ndata: .*\n\n$/);
  await stopped;
  await expect(once(get(`${stopping.url}/api/hello`), 'response')).rejects.toThrow();
  expect((await stopping.exchanges())[0]?.ended).toMatchObject({ outcome: 'answered' });
  await stopping.stop();
});

function lowerCase(headers: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
}
