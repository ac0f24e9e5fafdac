import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { listContracts, resumeContract } from '../../src/tenancy/index.ts';
import { createDatabase, type TestDatabase } from '../support/database.ts';
import { type GatewayUnderTest, startTestGateway } from '../support/gateway.ts';
import { eventually, hello, send } from '../support/http.ts';

let database: TestDatabase;

beforeAll(async () => {
  database = await createDatabase();
});
afterAll(async () => {
  await database.drop();
});

const streaming = JSON.stringify({ ...hello, stream: true });
const streamHead = 'HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\ntransfer-encoding: chunked\r\n\r\n';
const chunk = (text: string): string => `${Buffer.byteLength(text).toString(16)}\r\n${text}\r\n`;

type Fault = {
  readonly name: string;
  readonly answer: (socket: Socket) => void;
  readonly status: number;
  readonly code: string | undefined;
  readonly outcome: string;
};

const faults: readonly Fault[] = [
  { name: 'hangs', answer: () => {}, status: 504, code: 'gateway_upstream_timed_out', outcome: 'upstream_timed_out' },
  {
    name: 'resets before it answers',
    answer: (socket) => socket.resetAndDestroy(),
    status: 502,
    code: 'gateway_upstream_broke_off',
    outcome: 'upstream_broke_off',
  },
  {
    name: 'closes before it answers',
    answer: (socket) => socket.end(),
    status: 502,
    code: 'gateway_upstream_broke_off',
    outcome: 'upstream_broke_off',
  },
  {
    name: 'answers no HTTP',
    answer: (socket) => socket.end('SSH-2.0-OpenSSH_9\r\n'),
    status: 502,
    code: 'gateway_upstream_broke_off',
    outcome: 'upstream_broke_off',
  },
  {
    name: 'answers a web page under another spelling',
    answer: (socket) => socket.end('HTTP/1.1 200 OK\r\ncontent-type: Text/HTML\r\ncontent-length: 4\r\n\r\n<h1>'),
    status: 502,
    code: 'gateway_upstream_not_api',
    outcome: 'answered',
  },
  {
    name: 'answers without saying what',
    answer: (socket) => socket.end('HTTP/1.1 200 OK\r\ncontent-length: 4\r\n\r\n<h1>'),
    status: 502,
    code: 'gateway_upstream_not_api',
    outcome: 'answered',
  },
  {
    name: 'sends elsewhere',
    answer: (socket) =>
      socket.end('HTTP/1.1 302 Found\r\nlocation: https://sign-in.example/\r\ncontent-length: 0\r\n\r\n'),
    status: 502,
    code: 'gateway_upstream_not_api',
    outcome: 'answered',
  },
  {
    name: 'answers with headers without end',
    answer: (socket) => socket.end(`HTTP/1.1 200 OK\r\nx: ${'y'.repeat(40_000)}\r\ncontent-length: 0\r\n\r\n`),
    status: 502,
    code: 'gateway_upstream_broke_off',
    outcome: 'upstream_broke_off',
  },
  {
    name: 'answers a web page',
    answer: (socket) =>
      socket.end(
        'HTTP/1.1 200 OK\r\ncontent-type: text/html\r\ncontent-length: 14\r\n\r\n<h1>Sign in</h1>'.slice(0, -2),
      ),
    status: 502,
    code: 'gateway_upstream_not_api',
    outcome: 'answered',
  },
  {
    name: 'answers an error as a web page',
    answer: (socket) =>
      socket.end('HTTP/1.1 529 Overloaded\r\ncontent-type: text/html\r\ncontent-length: 4\r\n\r\nbusy'),
    status: 529,
    code: 'gateway_upstream_not_api',
    outcome: 'answered',
  },
];

test.each(faults)('an upstream that $name is told in the envelope', async ({ answer, status, code, outcome }) => {
  const upstream = await startUpstream(answer);
  const post = await startPost(upstream.url);
  const answered = await send(post.url, post.key, { body: streaming });
  expect(answered).toMatchObject({ status, code });
  expect(JSON.parse(answered.text)).toMatchObject({
    type: 'error',
    error: { message: expect.stringContaining(`[${code}]`) },
  });
  const [exchange] = await eventually(post.exchanges, ([newest]) => newest?.ended !== undefined);
  expect(exchange?.ended).toMatchObject({ kind: 'exchange_finished', outcome });
  await post.stop();
  await upstream.close();
});

test('a stream that ends in half an event does not pass for whole', async () => {
  const upstream = createServer((socket) =>
    socket.once('data', () => socket.end(`${streamHead}${chunk('event: a\ndata: 1\n\nevent: b\ndata: 2')}0\r\n\r\n`)),
  );
  upstream.listen(0, '127.0.0.1');
  await once(upstream, 'listening');
  const upstreamUrl = `http://127.0.0.1:${(upstream.address() as AddressInfo).port}`;
  const post = await startTestGateway({ store: database.store, upstreamUrl });
  const answered = await send(post.url, post.key, { body: streaming });
  expect(answered.text).toContain('event: a\ndata: 1\n\n');
  expect(answered.text).toContain('gateway_upstream_broke_off');
  const records = await eventually(
    () => post.records(),
    (all) => all.some(({ kind }) => kind === 'exchange_finished'),
  );
  expect(records.at(-1)).toMatchObject({ outcome: 'upstream_broke_off' });
  await post.stop();
  upstream.close();
});

test('what did not reach its vendor counts as first sent when it does', async () => {
  const post = await startTestGateway({ store: database.store, upstreamUrl: 'http://127.0.0.1:9' });
  const headers = { 'x-claude-code-session-id': 'unreached' };
  await send(post.url, post.key, { headers });
  await send(post.url, post.key, { headers });
  const declared = (await post.records()).filter((record) => record.kind === 'exchange_declared');
  expect(declared.map(({ parts }) => parts[0]?.sent)).toEqual(['first', 'first']);
  await post.stop();
});

test('an upstream that nobody answers at is told in the envelope', async () => {
  const upstream = await startUpstream(() => {});
  await upstream.close();
  const post = await startPost(upstream.url);
  expect(await send(post.url, post.key)).toMatchObject({ status: 502, code: 'gateway_upstream_unreachable' });
  await post.stop();
});

test.each([
  ['resets in the middle of an event', (socket: Socket) => socket.resetAndDestroy(), 'gateway_upstream_broke_off'],
  ['ends in the middle of an event', (socket: Socket) => socket.end(), 'gateway_upstream_broke_off'],
  ['falls silent in the middle of an event', () => {}, 'gateway_upstream_timed_out'],
])('a stream whose upstream %s ends with an error event', async (_, breakOff, code) => {
  const upstream = await startUpstream((socket) => {
    socket.write(
      streamHead + chunk('event: ping\ndata: {}\n\nevent: content_block_delta\ndata: {"type":"content_bl'),
      () => breakOff(socket),
    );
  });
  const post = await startPost(upstream.url);
  const { status, text } = await send(post.url, post.key, { body: streaming });
  expect(status).toBe(200);
  expect(text.startsWith('event: ping\ndata: {}\n\n')).toBe(true);
  // Read as a client does, the half event has become part of one that says it is an error, and no event stands whole that was not.
  const events = readEvents(text);
  expect(events.map((event) => event.name)).toEqual(['ping', 'error']);
  expect(events[1]?.data).toContain(`[${code}]`);
  await post.stop();
  await upstream.close();
});

test('a document whose upstream breaks off does not look whole', async () => {
  const upstream = await startUpstream((socket) => {
    socket.write('HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 1000\r\n\r\n{"id":', () =>
      socket.resetAndDestroy(),
    );
  });
  const post = await startPost(upstream.url);
  await expect(send(post.url, post.key)).rejects.toThrow('aborted');
  const [exchange] = await eventually(post.exchanges, ([newest]) => newest?.ended !== undefined);
  expect(exchange?.ended).toMatchObject({ outcome: 'upstream_broke_off', status: 200 });
  await post.stop();
  await upstream.close();
});

test('another organisation than the contract’s: the answer is withheld, the contract stopped, an alarm raised', async () => {
  const post = await startTestGateway({ store: database.store, vendorOrganization: 'org-other' });
  const first = await send(post.url, post.key);
  expect(first).toMatchObject({ status: 451, code: 'gateway_organization_mismatch' });
  expect(first.text).not.toContain('Hello.');
  expect(post.events).toContainEqual(expect.objectContaining({ kind: 'contract_stopped' }));
  const seen = post.vendor.requests.length;
  const second = await eventually(
    () => send(post.url, post.key),
    (answered) => answered.code === 'gateway_contract_stopped',
  );
  expect(second.status).toBe(451);
  expect(post.vendor.requests.length).toBe(seen);
  const records = await post.records();
  expect(records).toContainEqual(
    expect.objectContaining({
      kind: 'contract_stopped',
      expectedOrganizationId: 'org-contract',
      answeredOrganizationId: 'org-other',
    }),
  );
  const [contract] = await listContracts(post.tenancy, post.tenant.id);
  expect(contract?.stoppedReason).toBe('organization_mismatch');
  await resumeContract(post.tenancy, { tenantId: post.tenant.id, contractId: contract?.id ?? '', actor: 'console' });
  const resumed = await eventually(
    () => send(post.url, post.key),
    (answered) => answered.code !== 'gateway_contract_stopped',
  );
  expect(resumed.code).toBe('gateway_organization_mismatch');
  await post.stop();
});

async function startPost(upstreamUrl: string): Promise<GatewayUnderTest> {
  return startTestGateway({ store: database.store, upstreamUrl, limits: { upstreamHeadMs: 500, upstreamIdleMs: 500 } });
}

type Upstream = { readonly url: string; close(): Promise<void> };

/** A server that reads a request and then does to the connection what a test wants. */
async function startUpstream(answer: (socket: Socket) => void): Promise<Upstream> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => {});
    socket.once('data', () => answer(socket));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    close: async () => {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}

/** Reads server-sent events as the standard says: the last `event:` of a block names it, its `data:` lines are joined. */
function readEvents(text: string): readonly { readonly name: string; readonly data: string }[] {
  const blocks = text.split(/\n\n+/).filter((block) => block.trim() !== '');
  return blocks.map((block) => {
    const lines = block.split('\n');
    const field = (name: string): readonly string[] =>
      lines.filter((line) => line.startsWith(`${name}: `)).map((line) => line.slice(name.length + 2));
    return { name: field('event').at(-1) ?? 'message', data: field('data').join('\n') };
  });
}
