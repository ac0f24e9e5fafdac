import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { type Answer, messageEvents, messageJson } from './wire.ts';

/** A request as the vendor received it. */
export type VendorRequest = {
  readonly method: string;
  /** Path and query. */
  readonly target: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
};

/** What the vendor does with a request. `raw` writes whatever a test wants to see on the wire. */
export type VendorReply =
  | { readonly kind: 'answer'; readonly answer: Answer; readonly pauseMs?: number }
  | {
      readonly kind: 'json';
      readonly status: number;
      readonly body: string;
      readonly headers?: Readonly<Record<string, string>>;
    }
  | {
      readonly kind: 'raw';
      readonly write: (response: ServerResponse, request: IncomingMessage) => void | Promise<void>;
    };

export type VendorOptions = {
  readonly organizationId: string;
  readonly reply: (request: VendorRequest) => VendorReply | Promise<VendorReply>;
  readonly port?: number;
};

export type Vendor = {
  readonly url: string;
  readonly requests: readonly VendorRequest[];
  close(): Promise<void>;
};

/**
 * Starts a stand-in for api.anthropic.com on the loopback interface: the real wire (JSON and server-sent events, tool
 * use, usage, request and organisation ids), and answers from a script. For the demo, the tests and the benchmarks.
 */
export async function startVendor(options: VendorOptions): Promise<Vendor> {
  const requests: VendorRequest[] = [];
  const server = createServer((request, response) => {
    handle(request, response).catch(() => response.destroy()); // The client left, or the script failed: the test sees the broken answer.
  });
  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const received = await receive(request);
    requests.push(received);
    await answer(options, { request, response, received });
  };
  server.listen(options.port ?? 0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, requests, close: () => closeServer(server) };
}

async function receive(request: IncomingMessage): Promise<VendorRequest> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)]));
  return { method: request.method ?? '', target: request.url ?? '', headers, body: Buffer.concat(chunks) };
}

type Call = { readonly request: IncomingMessage; readonly response: ServerResponse; readonly received: VendorRequest };

async function answer(options: VendorOptions, { request, response, received }: Call): Promise<void> {
  const reply = await options.reply(received);
  response.setHeader('request-id', `req_${randomBytes(12).toString('hex')}`);
  response.setHeader('anthropic-organization-id', options.organizationId);
  if (reply.kind === 'raw') return reply.write(response, request);
  if (reply.kind === 'json') {
    response.writeHead(reply.status, { 'content-type': 'application/json', ...reply.headers });
    response.end(reply.body);
    return;
  }
  if (!wantsStream(received.body)) {
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(messageJson(reply.answer));
    return;
  }
  response.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-cache' });
  for (const text of messageEvents(reply.answer)) {
    if (!response.write(text)) await once(response, 'drain');
    if (reply.pauseMs) await delay(reply.pauseMs);
  }
  response.end();
}

function wantsStream(body: Buffer): boolean {
  try {
    return (JSON.parse(body.toString()) as { stream?: unknown }).stream === true;
  } catch {
    return false; // Not for a stand-in to judge; the script has seen the bytes.
  }
}

async function closeServer(server: Server): Promise<void> {
  server.close();
  server.closeAllConnections();
  await once(server, 'close');
}
