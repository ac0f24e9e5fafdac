import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { VendorReply, VendorRequest } from '../../src/demo/index.ts';
import { textAnswer } from '../support/answers.ts';
import { createDatabase, type TestDatabase } from '../support/database.ts';
import { installClient } from '../support/clients.ts';
import { type GatewayUnderTest, startTestGateway } from '../support/gateway.ts';
import { eventually } from '../support/http.ts';

/** The little of the SDK's surface that is used here; the SDK itself is loaded from the cache folder. */
type Stream = AsyncIterable<{ type: string }> & {
  finalMessage(): Promise<{ content: { text: string }[]; usage: { output_tokens: number } }>;
  abort(): void;
};
type Sdk = {
  messages: {
    create(body: object, options?: object): Promise<{ content: { text: string }[] }>;
    stream(body: object): Stream;
    countTokens(body: object): Promise<{ input_tokens: number }>;
  };
  models: { list(): Promise<{ data: { id: string }[] }> };
};

let client: Sdk;
let database: TestDatabase;
let post: GatewayUnderTest;
let reply: (request: VendorRequest) => VendorReply;

beforeAll(async () => {
  const folder = await installClient('@anthropic-ai/sdk');
  const { default: Anthropic } = await import(
    pathToFileURL(join(folder, 'node_modules', '@anthropic-ai', 'sdk', 'index.mjs')).href
  );
  database = await createDatabase();
  post = await startTestGateway({ store: database.store, reply: (request) => reply(request) });
  client = new Anthropic({ baseURL: post.url, authToken: post.key, apiKey: null, maxRetries: 0 });
});
afterAll(async () => {
  await post.stop();
  await database.drop();
});
beforeEach(() => {
  reply = () => textAnswer('Hello through octroi.');
});

const body = { model: 'claude-opus-5-5', max_tokens: 100, messages: [{ role: 'user', content: 'hello' }] };

test('a message', async () => {
  const message = await client.messages.create(body);
  expect(message.content[0]?.text).toBe('Hello through octroi.');
});

test('a stream, event by event, to its final message', async () => {
  const stream = client.messages.stream(body);
  const types: string[] = [];
  for await (const event of stream) types.push(event.type);
  expect(types[0]).toBe('message_start');
  expect(types.at(-1)).toBe('message_stop');
  const final = await stream.finalMessage();
  expect(final.content[0]?.text).toBe('Hello through octroi.');
  expect(final.usage.output_tokens).toBe(5);
});

test('an abort in the middle of a stream ends the upstream request', async () => {
  let vendorSawEnd = false;
  reply = () => ({
    kind: 'raw',
    write: (response) => {
      response.on('close', () => (vendorSawEnd = true));
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      response.write(
        'event: message_start\ndata: {"type":"message_start","message":{"id":"m","type":"message","role":"assistant","model":"x","content":[],"stop_reason":null,"usage":{"input_tokens":1,"output_tokens":1}}}\n\n',
      );
    },
  });
  const stream = client.messages.stream(body);
  const reading = (async () => {
    for await (const event of stream) if (event.type === 'message_start') stream.abort();
  })();
  await expect(reading).rejects.toThrow(/abort/i);
  await eventually(
    () => vendorSawEnd,
    (saw) => saw,
  );
  const [exchange] = await eventually(post.exchanges, ([newest]) => newest?.ended !== undefined);
  expect(exchange?.ended).toMatchObject({ outcome: 'client_left' });
});

test('a body of 20 MB arrives whole and is declared whole', async () => {
  const text = 'x'.repeat(20 * 1024 * 1024);
  await client.messages.create({ ...body, messages: [{ role: 'user', content: text }] });
  const received = JSON.parse(post.vendor.requests.at(-1)?.body.toString() ?? '{}');
  expect(received.messages[0].content.length).toBe(text.length);
  const [exchange] = await post.exchanges();
  const began = exchange?.began;
  if (began?.kind !== 'exchange_declared') throw new Error('the exchange must be declared');
  expect(began.parts.reduce((sum, part) => sum + part.bytes, 0)).toBe(began.request.bodyBytes);
  expect(began.request.bodyBytes).toBeGreaterThan(text.length);
});

test('the vendor’s error reaches the caller in its own words', async () => {
  const error = { type: 'invalid_request_error', message: 'prompt is too long: 9 tokens > 8 maximum' };
  reply = () => ({ kind: 'json', status: 400, body: JSON.stringify({ type: 'error', error }) });
  await expect(client.messages.create(body)).rejects.toMatchObject({
    status: 400,
    error: { error },
    requestID: expect.stringMatching(/^req_/),
  });
});

test('octroi’s own refusal reaches the caller with its code', async () => {
  await expect(client.messages.create({ model: 'm' })).rejects.toMatchObject({
    status: 400,
    error: { octroi: { code: 'gateway_body_not_messages' } },
  });
});

test('token counting and the list of models', async () => {
  reply = () => ({ kind: 'json', status: 200, body: '{"input_tokens":12}' });
  expect(await client.messages.countTokens({ model: 'm', messages: body.messages })).toMatchObject({
    input_tokens: 12,
  });
  reply = () => ({
    kind: 'json',
    status: 200,
    body: '{"data":[{"id":"m1","type":"model","display_name":"M"}],"has_more":false,"first_id":"m1","last_id":"m1"}',
  });
  expect((await client.models.list()).data[0]?.id).toBe('m1');
});
