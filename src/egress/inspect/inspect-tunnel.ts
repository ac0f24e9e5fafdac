import type { Socket } from 'node:net';
import { createServer, type TlsOptions, type TLSSocket } from 'node:tls';
import { describeCause } from '../../base/index.ts';
import type { ConnectionEnded, HostUninspectable } from '../../ledger/index.ts';
import type { ClientHello } from '../client-hello.ts';
import { egressError } from '../errors.ts';
import { endedFlow, type Flow, sourceKey } from '../flow.ts';
import type { EgressParts } from '../proxy.ts';
import { clientProgram } from './client-program.ts';
import { decideRequest } from './decide-request.ts';
import type { Inside } from './inside.ts';
import type { Inspection } from './inspection.ts';
import { RequestBook } from './request-book.ts';
import { serveHttp1 } from './serve-http1.ts';
import { serveHttp2 } from './serve-http2.ts';
import { withTenantHeaders } from './tenant-headers.ts';
import { secureUpstream, type Spoken } from './upstream-tls.ts';

/** What inspects a tunnel, and the client in it. */
export type Inspected = { readonly inspection: Inspection; readonly hello: ClientHello };

type Way =
  | { readonly kind: 'relay' }
  | { readonly kind: 'refuse'; readonly fault: unknown }
  | ({ readonly kind: 'inspect' } & Inspected);

/** Whether a tunnel whose name was found right is looked into: its host is listed, and its client took the certificate. */
export function wayInto(inspection: Inspection, flow: Flow, hello: ClientHello): Way {
  const { host } = flow.target;
  if (!inspection.isInspected(host)) return { kind: 'relay' };
  if (!inspection.uninspectables.has(keyOf(flow, hello))) return { kind: 'inspect', inspection, hello };
  if (inspection.whenUninspectable === 'pass') return { kind: 'relay' };
  return { kind: 'refuse', fault: egressError('egress_client_distrusts', { host }) };
}

function keyOf({ source, target }: Flow, hello: ClientHello): string {
  return `${sourceKey(source)} ${clientProgram(hello)} ${target.host}`;
}

type Tunnel = Inspected & { readonly socket: Socket; readonly upstream: Socket; readonly bytes: Buffer };

/**
 * Ends TLS at the proxy and begins it anew towards the host; every request between them is judged. The flow is on record
 * already. Resolves when the tunnel is closed and its requests are on record.
 */
export async function inspectTunnel(parts: EgressParts, flow: Flow, tunnel: Tunnel): Promise<void> {
  const { inspection, hello, socket, upstream } = tunnel;
  const began = performance.now();
  const requests = bookOf(parts, flow);
  const book = { parts, inspection, flow, requests };
  const outcome = await opened(book, tunnel).then(
    (inside) => served(book, inside, hello),
    async (fault: unknown) => {
      const reason = alertOf(fault);
      if (reason !== undefined) await distrusted(book, hello, reason);
      return 'broken_off' as const;
    },
  );
  socket.destroy();
  upstream.destroy();
  await requests.close();
  const durationMs = Math.round(performance.now() - began);
  await endedFlow(parts, flow, { bytesOut: upstream.bytesWritten, bytesIn: upstream.bytesRead, durationMs, outcome });
}

type Book = {
  readonly parts: EgressParts;
  readonly inspection: Inspection;
  readonly flow: Flow;
  readonly requests: RequestBook;
};

function bookOf({ newId, tenantId, now, record }: EgressParts, flow: Flow): RequestBook {
  return new RequestBook((requests) => {
    const named = { id: newId(), tenantId, recordedAt: now().toISOString(), connectionId: flow.id };
    return record({ ...named, kind: 'requests_inspected', requests });
  });
}

// The host's side first: what it can speak is what the client may. Where it cannot be reached, the client is told inside.
async function opened(book: Book, { socket, upstream, bytes, hello }: Tunnel): Promise<Inside> {
  const { parts, inspection, flow } = book;
  const { host } = flow.target;
  const offered = protocolsOf(hello);
  const wanted = { host, trust: inspection.trust, protocols: offered, withinMs: parts.limits.dialMs };
  const beyond = await secureUpstream(upstream, wanted).then(
    (secured) => ({ socket: secured }),
    (fault: unknown) => ({ fault }),
  );
  const spoken = 'socket' in beyond ? spokenOf(beyond.socket) : (offered[0] ?? 'http/1.1');
  const { certificatePem: cert, keyPem: key } = await inspection.leafOf(host);
  const shown = { cert, key, ALPNProtocols: [spoken], handshakeTimeout: parts.limits.helloMs };
  const client = await secureClient(socket, shown, bytes);
  return insideOf(book, { client, upstream: beyond });
}

function protocolsOf({ protocols }: ClientHello): readonly Spoken[] {
  const ours = (['h2', 'http/1.1'] as const).filter((each) => protocols.includes(each));
  return ours.length > 0 ? ours : ['http/1.1'];
}

function spokenOf({ alpnProtocol }: TLSSocket): Spoken {
  return alpnProtocol === 'h2' ? 'h2' : 'http/1.1';
}

/** Resolves when the client has taken the certificate. Rejects with what it said instead. */
function secureClient(socket: Socket, shown: TlsOptions, bytes: Buffer): Promise<TLSSocket> {
  const { promise, resolve, reject } = Promise.withResolvers<TLSSocket>();
  if (socket.destroyed) return Promise.reject(new Error('left'));
  const server = createServer(shown, resolve);
  server.on('tlsClientError', reject);
  // Whoever hangs up during the handshake has gone: nobody waits for the other half.
  socket.allowHalfOpen = false;
  socket.unshift(bytes);
  server.emit('connection', socket);
  return promise;
}

function insideOf({ parts, inspection, flow, requests }: Book, sides: Pick<Inside, 'client' | 'upstream'>): Inside {
  const { host } = flow.target;
  const { language } = parts;
  return {
    host,
    language,
    ...sides,
    decide: (head) => {
      try {
        requests.assertTakes();
      } catch (fault) {
        return { method: 'OTHER', path: '', decision: 'refused', reason: 'egress_unrecorded', fault };
      }
      return decideRequest({ parts, inspection, flow }, head);
    },
    restricted: (raw) => withTenantHeaders(raw, inspection.tenantHeaders(host)),
    begin: ({ fault: _fault, ...line }) => {
      const at = parts.now().toISOString();
      if (line.decision === 'warned') parts.tell({ kind: 'egress_warned', rule: line.rule ?? '', host });
      return ({ status, bytesOut, bytesIn }) =>
        requests.take({ at, ...line, ...(status === undefined ? {} : { status }), bytesOut, bytesIn });
    },
  };
}

// A client that looks at the certificate once the handshake is over leaves without a word, and at once.
const leftAtOnceMs = 2_000;

async function served(book: Book, inside: Inside, hello: ClientHello): Promise<ConnectionEnded['outcome']> {
  const { client, upstream } = inside;
  const began = performance.now();
  const closed = Promise.withResolvers<ConnectionEnded['outcome']>();
  client.once('error', () => closed.resolve('broken_off'));
  client.once('close', () => closed.resolve('fault' in upstream ? 'unreachable' : 'closed'));
  client.setTimeout(book.parts.limits.idleMs, () => closed.resolve('idle'));
  const hasSpoken = (client.alpnProtocol === 'h2' ? serveHttp2 : serveHttp1)(inside);
  const outcome = await closed.promise;
  if (!hasSpoken() && performance.now() - began < leftAtOnceMs) await distrusted(book, hello, 'closed');
  return outcome;
}

// The alerts of RFC 8446 §6.2 that speak of a certificate, as OpenSSL names them.
const alerts = /ALERT_(UNKNOWN_CA|BAD_CERTIFICATE|CERTIFICATE_UNKNOWN|UNSUPPORTED_CERTIFICATE|ACCESS_DENIED)/;

function alertOf(fault: unknown): string | undefined {
  const code = describeCause(fault);
  return code === 'ECONNRESET' ? 'closed' : alerts.exec(code)?.[1]?.toLowerCase();
}

/** Remembers that this client cannot be inspected at this host. What cannot be written down is remembered all the same. */
async function distrusted({ parts, inspection, flow }: Book, hello: ClientHello, reason: string): Promise<void> {
  const { newId, tenantId, now, record } = parts;
  const { isCountsOnly: _isCountsOnly, ...source } = flow.source;
  inspection.uninspectables.remember(keyOf(flow, hello));
  const named = { id: newId(), tenantId, recordedAt: now().toISOString(), connectionId: flow.id, source };
  const said: HostUninspectable = {
    ...named,
    kind: 'host_uninspectable',
    host: flow.target.host,
    client: clientProgram(hello),
    reason,
  };
  await record(said).catch(() => undefined);
}
