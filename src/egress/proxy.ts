import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import type { Clock, IdMaker } from '../base/index.ts';
import type { FlowRecord } from '../ledger/index.ts';
import type { Language } from '../messages/index.ts';
import type { EgressRules } from './decide.ts';
import { egressError } from './errors.ts';
import type { FlowSender } from './flow.ts';
import { listening } from './listening.ts';
import type { Inspection } from './inspect/inspection.ts';
import { forwardPlain } from './plain.ts';
import { answerRefusal, refuseSocket } from './refuse.ts';
import { callerCertificate, openTls, type TlsPlace } from './tls-place.ts';
import { openTunnel } from './tunnel.ts';

export type EgressParts = {
  readonly tenantId: string;
  /** Asked for with each connection: what holds may change under a running post. */
  readonly rules: () => EgressRules;
  /** Resolves when the record is durable. */
  readonly record: (record: FlowRecord) => Promise<unknown>;
  /** Who opens a connection; undefined for somebody who must say so first. */
  readonly identify: (caller: Caller) => Promise<FlowSender | undefined>;
  /** Every address of a name, asked for once a connection. */
  readonly resolve: (host: string) => Promise<readonly string[]>;
  /** Whether an address may be dialled. */
  readonly isReachable: (address: string) => boolean;
  /** What is looked inside of; nothing where it is absent. */
  readonly inspection?: Inspection | undefined;
  readonly now: Clock;
  readonly newId: IdMaker;
  readonly language: Language;
  readonly limits: EgressLimits;
  readonly tell: (event: EgressEvent) => void;
};

/** What is known of whoever asks. */
export type Caller = {
  readonly authorization: string | undefined;
  readonly address: string;
  /** By the certificate that they showed over TLS, where an authority that is trusted for this vouches for it. */
  readonly certificate?: CallerCertificate;
};

/** `name` is the subject's common name; `subject` all that names it. */
export type CallerCertificate = { readonly name: string; readonly subject: string };

/** Times in milliseconds. */
export type EgressLimits = {
  readonly helloMs: number;
  readonly dialMs: number;
  readonly idleMs: number;
};

/** Something an operator must hear of; holds codes and names of hosts. */
export type EgressEvent = { readonly kind: 'egress_warned'; readonly rule: string; readonly host: string };

export type EgressProxy = {
  readonly url: string;
  /** Where it listens over TLS. */
  readonly tlsUrl?: string;
  /** Takes no more, and cuts what is open after so many milliseconds. */
  stop(drainMs: number): Promise<void>;
};

/** Where the proxy listens; over TLS too where it has a certificate of its own. */
export type EgressPlaces = { readonly host: string; readonly port: number; readonly tls?: TlsPlace | undefined };

/** Starts the forward proxy. Rejects when an address is taken. */
export async function startEgress(parts: EgressParts, { host, port, tls }: EgressPlaces): Promise<EgressProxy> {
  const sockets = new Set<Socket>();
  const server = createServer({ maxHeaderSize: 32_768 }, (request, response) => {
    void plain(parts, { request, response });
  });
  server.on('connection', (socket) => {
    socket.setNoDelay(true);
    // Whoever breaks off is told by the close that follows.
    socket.on('error', () => {});
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  server.on('connect', (request: IncomingMessage, socket: Socket, head: Buffer) => {
    void tunnel(parts, { request, socket, head });
  });
  server.on('clientError', (_fault, socket) =>
    refuseSocket(socket as Socket, egressError('egress_request_malformed'), parts.language),
  );
  await listening(server, host, port);
  const secure = tls && (await openTls(server, host, tls).catch((fault: unknown) => closed(server, fault)));
  const at = (scheme: string, { port: taken }: AddressInfo): string =>
    `${scheme}://${host.includes(':') ? `[${host}]` : host}:${taken}`;
  return {
    url: at('http', server.address() as AddressInfo),
    ...(secure ? { tlsUrl: at('https', secure.address() as AddressInfo) } : {}),
    stop: (drainMs) => {
      secure?.close();
      return stopServer(server, sockets, drainMs);
    },
  };
}

function closed(server: Server, fault: unknown): never {
  server.close();
  throw fault;
}

async function stopServer(server: Server, sockets: ReadonlySet<Socket>, drainMs: number): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  server.close(() => resolve());
  server.closeIdleConnections();
  const cut = setTimeout(() => sockets.forEach((socket) => socket.destroy()), drainMs);
  await promise;
  // Tunnels are no connections of the server's any more.
  while (sockets.size > 0) await new Promise((done) => setTimeout(done, 20));
  clearTimeout(cut);
}

async function tunnel(
  parts: EgressParts,
  { request, socket, head }: { readonly request: IncomingMessage; readonly socket: Socket; readonly head: Buffer },
): Promise<void> {
  try {
    const source = await identified(parts, request);
    await openTunnel(parts, { authority: request.url ?? '', source, socket, head });
  } catch (fault) {
    refuseSocket(socket, fault, parts.language);
  }
}

async function plain(
  parts: EgressParts,
  { request, response }: { readonly request: IncomingMessage; readonly response: ServerResponse },
): Promise<void> {
  try {
    const source = await identified(parts, request);
    await forwardPlain(parts, { request, response, source });
  } catch (fault) {
    answerRefusal(request, response, { fault, language: parts.language });
  }
}

async function identified(parts: EgressParts, { headers, socket }: IncomingMessage): Promise<FlowSender> {
  const certificate = callerCertificate(socket);
  const source = await parts.identify({
    authorization: headers['proxy-authorization'],
    address: socket.remoteAddress ?? '',
    ...(certificate ? { certificate } : {}),
  });
  if (!source) throw egressError('egress_credential_missing');
  return source;
}
