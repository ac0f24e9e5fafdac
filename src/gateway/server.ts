import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse, STATUS_CODES } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { Aside } from './aside.ts';
import { type GatewayErrorCode, gatewayError } from './errors.ts';
import { Upstreams } from './forward.ts';
import type { GatewayParts } from './gateway.ts';
import { Handler } from './handle.ts';
import { HeldBytes } from './held-bytes.ts';
import { Inspector } from './inspection/inspect.ts';
import { SessionLabels } from './labels/session-labels.ts';
import { refusalOf, sendRefusal } from './refuse.ts';

export type ListenOptions = { readonly host: string; readonly port: number };

export type Gateway = {
  readonly url: string;
  /** Takes no new request, lets those under way end for at most `drainMs`, and breaks off the rest. The first call counts. */
  stop(drainMs: number): Promise<void>;
};

// The head of a request: enough for the client's beta list and a long key, little for a flood (RFC 6585 §5).
const maxHeaderBytes = 32 * 1024;
const headersTimeoutMs = 20_000;
// Above the 60 s after which common load balancers drop an idle connection, so that it is theirs to end.
const keepAliveMs = 75_000;
// How long a stop waits for the ends of exchanges that it broke off to be on record.
const lastWordsMs = 10_000;

/** Starts the assistants' API. */
export async function startGateway(gateway: GatewayParts, listen: ListenOptions): Promise<Gateway> {
  const upstreams = new Upstreams(gateway.limits);
  const inspector = new Inspector(gateway.rules, gateway.limits);
  const held = new HeldBytes(gateway.limits.maxHeldBytes);
  const labels = new SessionLabels(gateway.loadLabels);
  const aside = new Aside(gateway, {
    inspector,
    held,
    labels,
    base: () => gateway.publicUrl || urlOf(server, listen.host),
  });
  const handler = new Handler(gateway, { upstreams, held, inspector, aside, labels });
  const underWay = new Set<Promise<void>>();
  // How many answers a connection is owed: in the middle of one, nothing else may be written on it.
  const answering = new WeakMap<Socket, number>();
  let stopped: Promise<void> | undefined;
  const stop = async (drainMs: number): Promise<void> => {
    await stopServer(server, underWay, drainMs);
    await upstreams.close();
    await inspector.close();
  };
  const server = createServer({
    maxHeaderSize: maxHeaderBytes,
    headersTimeout: headersTimeoutMs,
    keepAliveTimeout: keepAliveMs,
    requestTimeout: 0,
    noDelay: true,
  });
  const accept = (request: IncomingMessage, response: ServerResponse): void => {
    if (stopped) {
      response.setHeader('connection', 'close');
      return sendRefusal(response, refusalOf(gatewayError('gateway_stopping'), gateway.language));
    }
    countAnswer(answering, request, response);
    const handled = handler.handle({ request, response });
    underWay.add(handled);
    handled.finally(() => underWay.delete(handled));
  };
  server.on('request', accept);
  server.on('checkContinue', acceptContinue(accept));
  server.on('clientError', (fault: Error, socket: Socket) => {
    if ((answering.get(socket) ?? 0) > 0) return void socket.destroy();
    refuseMalformed(fault, socket, gateway);
  });
  server.on('checkExpectation', (_request: IncomingMessage, response: ServerResponse) => {
    sendRefusal(response, refusalOf(gatewayError('gateway_request_malformed'), gateway.language));
  });
  server.on('connect', (_request: IncomingMessage, socket: Socket) => {
    refuseMalformed(new Error('CONNECT'), socket, gateway);
  });
  server.listen(listen.port, listen.host);
  await once(server, 'listening');
  return {
    url: urlOf(server, listen.host),
    stop: (drainMs) => {
      stopped ??= stop(drainMs);
      return stopped;
    },
  };
}

function countAnswer(
  answering: WeakMap<Socket, number>,
  { socket }: IncomingMessage, // Kept: a request that is over has none any more.
  response: ServerResponse,
): void {
  answering.set(socket, (answering.get(socket) ?? 0) + 1);
  response.once('close', () => answering.set(socket, (answering.get(socket) ?? 1) - 1));
}

// The handler reads the body only once it is known who sends: until then the client is not asked to send it.
function acceptContinue(accept: (request: IncomingMessage, response: ServerResponse) => void) {
  return (request: IncomingMessage, response: ServerResponse): void => {
    request.once('resume', () => {
      if (!response.headersSent) response.writeContinue();
    });
    accept(request, response);
  };
}

async function stopServer(server: Server, underWay: ReadonlySet<Promise<void>>, drainMs: number): Promise<void> {
  const closed = once(server, 'close');
  server.close();
  server.closeIdleConnections();
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, drainMs);
  });
  await Promise.race([Promise.all(underWay), late]);
  clearTimeout(timer);
  server.closeAllConnections();
  // Broken off by now: each still writes its end into the ledger, if the ledger can be written.
  await Promise.race([Promise.all(underWay), delay(lastWordsMs, undefined, { ref: false })]);
  await closed;
}

// What node's parser refuses never becomes a request: the answer is written on the bare connection.
function refuseMalformed(fault: Error, socket: Socket, gateway: GatewayParts): void {
  const code = 'code' in fault ? String(fault.code) : '';
  if (!socket.writable || code === 'ECONNRESET') return void socket.destroy();
  const codes: Readonly<Record<string, GatewayErrorCode>> = {
    HPE_HEADER_OVERFLOW: 'gateway_headers_too_large',
    ERR_HTTP_REQUEST_TIMEOUT: 'gateway_request_too_slow',
    HPE_INVALID_EOF_STATE: 'gateway_body_cut_short',
  };
  const refusal = refusalOf(gatewayError(codes[code] ?? 'gateway_request_malformed', {}), gateway.language);
  gateway.tell({ kind: 'refused', code: refusal.fault.code });
  const { status } = refusal.manner;
  const head = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}`,
    'content-type: application/json; charset=utf-8',
    `content-length: ${Buffer.byteLength(refusal.body)}`,
    `x-octroi-code: ${refusal.fault.code}`,
    'connection: close',
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n${refusal.body}`);
}

function urlOf(server: Server, host: string): string {
  const address = server.address() as AddressInfo;
  return `http://${host.includes(':') ? `[${host}]` : host}:${address.port}`;
}
