import {
  type ClientHttp2Session,
  type ClientHttp2Stream,
  connect,
  constants,
  type IncomingHttpHeaders,
  performServerHandshake,
  type ServerHttp2Stream,
} from 'node:http2';
import { describeCause } from '../../base/index.ts';
import { egressError } from '../errors.ts';
import { refusalFor } from '../refuse.ts';
import { endToEnd, valuesOf } from './end-to-end.ts';
import type { Inside, Outcome } from './inside.ts';

const mostHeaderPairs = 256;
const mostStreams = 100;

/** Serves the requests of an inspected tunnel over HTTP/2, stream by stream; nothing is pushed. Tells whether the client spoke. */
export function serveHttp2(inside: Inside): () => boolean {
  const { client, host, upstream } = inside;
  const session = performServerHandshake(client, {
    maxHeaderListPairs: mostHeaderPairs,
    settings: { maxConcurrentStreams: mostStreams },
  });
  // Whoever breaks off is told by the close that follows.
  session.on('error', () => {});
  const beyond =
    'socket' in upstream
      ? connect(`https://${host}`, { createConnection: () => upstream.socket, settings: { enablePush: false } })
      : undefined;
  beyond?.on('error', () => {});
  // No new stream is begun here that cannot be begun there; those under way go on.
  beyond?.on('goaway', () => session.close());
  beyond?.once('close', () => session.close());
  session.once('close', () => beyond?.destroy());
  session.on('stream', (stream: ServerHttp2Stream, ...[headers, , raw]: [IncomingHttpHeaders, number, string[]]) =>
    serve(inside, beyond, { stream, headers, raw }),
  );
  let hasSpoken = false;
  session.once('remoteSettings', () => (hasSpoken = true));
  return () => hasSpoken;
}

type Asked = {
  readonly stream: ServerHttp2Stream;
  readonly headers: IncomingHttpHeaders;
  readonly raw: readonly string[];
};

function serve(inside: Inside, beyond: ClientHttp2Session | undefined, asked: Asked): void {
  const { stream, headers, raw } = asked;
  stream.on('error', () => {});
  const method = headers[':method'] ?? '';
  const authority = headers[':authority'];
  const decided = inside.decide({
    method,
    target: headers[':path'] ?? '',
    hosts: valuesOf(raw, 'host'),
    ...(authority === undefined ? {} : { authority }),
    // RFC 8441: a CONNECT with `:protocol` is HTTP/2's way into a WebSocket.
    isUpgrade: method === 'CONNECT' || headers[':protocol'] !== undefined,
  });
  const end = inside.begin(decided);
  const { upstream, language, host } = inside;
  const fault = decided.fault ?? ('fault' in upstream ? upstream.fault : undefined);
  if (fault !== undefined || !beyond) return refuse(asked, { fault, language, end });
  if (beyond.closed || beyond.destroyed) {
    // Nothing of it was passed on: the client may ask again elsewhere (RFC 9113 §8.7).
    end({ status: undefined, bytesOut: 0, bytesIn: 0 });
    return stream.close(constants.NGHTTP2_REFUSED_STREAM);
  }
  const pseudo = [
    ':method',
    method,
    ':scheme',
    'https',
    ':authority',
    authority ?? host,
    ':path',
    headers[':path'] ?? '/',
  ];
  const length = headers['content-length'];
  const framing = length === undefined ? [] : ['content-length', length];
  const sent = beyond.request([...pseudo, ...framing, ...trailersOf(raw), ...inside.restricted(endToEnd(raw))], {
    endStream: stream.readableEnded || stream.endAfterHeaders,
    waitForTrailers: !stream.endAfterHeaders,
  });
  pass(inside, { ...asked, sent, end });
}

// Remote procedure calls say by it that they read what follows the body.
function trailersOf(raw: readonly string[]): readonly string[] {
  return valuesOf(raw, 'te').includes('trailers') ? ['te', 'trailers'] : [];
}

type Refusing = Pick<Inside, 'language'> & {
  readonly fault: unknown;
  readonly end: (outcome: Outcome) => void;
};

function refuse({ stream, headers }: Asked, { fault, language, end }: Refusing): void {
  const { status, headers: said, body } = refusalFor(headers, { fault, language });
  end({ status, bytesOut: 0, bytesIn: 0 });
  if (stream.destroyed || stream.headersSent) return;
  const { connection: _connection, ...own } = said;
  stream.respond({ ':status': status, ...own });
  stream.end(body);
  stream.resume();
}

type Passing = Asked & { readonly sent: ClientHttp2Stream; readonly end: (outcome: Outcome) => void };

function pass(inside: Inside, asked: Passing): void {
  const { stream, sent, end } = asked;
  let [bytesOut, bytesIn] = [0, 0];
  let status: number | undefined;
  stream.on('data', (chunk: Buffer) => (bytesOut += chunk.length));
  sent.on('data', (chunk: Buffer) => (bytesIn += chunk.length));
  carryTrailers(stream, sent);
  sent.once('response', (headers, _flags, raw: string[]) => {
    status = headers[':status'] ?? 502;
    const length = headers['content-length'];
    const head = [
      ':status',
      String(status),
      ...(length === undefined ? [] : ['content-length', length]),
      ...endToEnd(raw),
    ];
    if (!stream.destroyed) stream.respond(head, { waitForTrailers: true });
    sent.pipe(stream);
  });
  sent.once('error', (fault) => {
    if (stream.headersSent || stream.destroyed) return;
    status = 502;
    const told = egressError('egress_unreachable', { host: inside.host, cause: describeCause(fault) });
    refuse(asked, { fault: told, language: inside.language, end: () => {} });
  });
  // Either side's reset is the other's.
  stream.once('close', () => {
    end({ status, bytesOut, bytesIn });
    sent.close(stream.rstCode);
  });
  sent.once('close', () => {
    if (sent.rstCode !== constants.NGHTTP2_NO_ERROR && stream.headersSent) stream.close(sent.rstCode);
  });
  stream.pipe(sent);
}

function carryTrailers(stream: ServerHttp2Stream, sent: ClientHttp2Stream): void {
  for (const [from, to] of [
    [stream, sent],
    [sent, stream],
  ] as const) {
    let trailers: IncomingHttpHeaders = {};
    from.once('trailers', (said: IncomingHttpHeaders) => (trailers = said));
    to.once('wantTrailers', () => to.sendTrailers(trailers));
  }
}
