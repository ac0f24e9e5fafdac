import { once } from 'node:events';
import { request as httpRequest } from 'node:http';
import { connect } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { VendorReply } from '../../src/demo/index.ts';
import { textAnswer } from '../support/answers.ts';
import { createDatabase, type TestDatabase } from '../support/database.ts';
import { type GatewayUnderTest, startTestGateway } from '../support/gateway.ts';
import { eventually, hello } from '../support/http.ts';

let database: TestDatabase;
let post: GatewayUnderTest;
let beforeAppend: () => Promise<void> = async () => {};
let reply: () => VendorReply = () => textAnswer('Hello.');

beforeAll(async () => {
  database = await createDatabase();
  post = await startTestGateway({
    store: database.store,
    reply: () => reply(),
    ledger: (real) => ({
      ...real,
      append: async (record, options) => {
        await beforeAppend();
        return real.append(record, options);
      },
    }),
  });
});
afterAll(async () => {
  await post.stop();
  await database.drop();
});

test('a client that leaves while its declaration is written sends nothing, and leaves nothing open', async () => {
  const before = post.vendor.requests.length;
  const { hostname, port } = new URL(post.url);
  for (const stream of [true, false]) {
    const request = httpRequest({
      host: hostname,
      port,
      method: 'POST',
      path: '/v1/messages',
      agent: false,
      headers: { authorization: `Bearer ${post.key}`, 'content-type': 'application/json' },
    });
    request.on('error', () => {});
    const { promise: left, resolve } = Promise.withResolvers<void>();
    beforeAppend = async () => {
      beforeAppend = async () => {};
      request.destroy();
      await new Promise((seen) => setTimeout(seen, 100));
      resolve();
    };
    request.end(JSON.stringify({ ...hello, stream }));
    await left;
  }
  const exchanges = await eventually(
    () => post.exchanges(),
    (all) => all.length === 2 && all.every(({ ended }) => ended !== undefined),
  );
  expect(exchanges.map(({ ended }) => ended)).toMatchObject([
    { outcome: 'not_sent', reason: 'gateway_client_left' },
    { outcome: 'not_sent', reason: 'gateway_client_left' },
  ]);
  expect(post.vendor.requests.length).toBe(before);
});

test('what the client sends into an answer ends it, and is not answered in its middle', async () => {
  reply = () => ({
    kind: 'raw',
    write: (response) => {
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      response.write('event: a\ndata: 1\n\n');
    },
  });
  const { hostname, port } = new URL(post.url);
  const socket = connect(Number(port), hostname);
  const body = JSON.stringify({ ...hello, stream: true });
  socket.write(
    `POST /v1/messages HTTP/1.1\r\nhost: x\r\nauthorization: Bearer ${post.key}\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\n\r\n${body}`,
  );
  let received = '';
  socket.on('data', (chunk) => {
    if (received === '') socket.write('GARBAGE\r\n\r\n');
    received += chunk;
  });
  await once(socket, 'close');
  expect(received).toContain('200 OK');
  expect(received).not.toContain('400');
});
