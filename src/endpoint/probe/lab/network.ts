import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { createServer as createHttpServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { brotliDecompressSync, gunzipSync, inflateSync, zstdDecompressSync } from 'node:zlib';
import { TLSSocket } from 'node:tls';
import type { Authority } from './authority.ts';
import { Names } from './names.ts';
import type { Connection, Records } from './records.ts';

/** A request as a stand-in is shown it. */
export type AskedRequest = {
  readonly method: string;
  readonly host: string;
  /** Path and query. */
  readonly target: string;
  readonly body: string;
};

/** What a stand-in answers; undefined for what it does not know, which is answered with 404. */
export type StandIn = (request: AskedRequest) => StandInAnswer | undefined;
export type StandInAnswer = { readonly status: number; readonly contentType: string; readonly body: string };

export type NetworkOptions = {
  readonly authority: Authority;
  readonly records: Records;
  readonly standIn: StandIn;
  /** Ports beside the proxy's on which connections that go past it come in; none outside a namespace. */
  readonly directPorts: readonly number[];
  readonly onAnswer: () => void;
};

export type Network = {
  readonly proxyUrl: string;
  /** How many connections it took in. */
  accepted(): number;
};

/** Ports a client might reach for past the proxy: ssh, the web, DNS over TLS, OTLP and git. */
export const usualPorts: readonly number[] = [22, 80, 443, 853, 4317, 4318, 8080, 8443, 9418];

/**
 * The laboratory's whole world: a proxy that opens every tunnel and leads it nowhere, a name server, and whoever one
 * connects to past them. Whatever is asked is recorded, and answered by the stand-in.
 */
export async function startNetwork(options: NetworkOptions): Promise<Network> {
  const { directPorts, records } = options;
  let accepted = 0;
  const count = (): void => void (accepted += 1);
  const names = new Names(records);
  const world = new World(options, names);
  if (directPorts.length > 0) {
    (await names.listen()).on('connection', count);
    await listenForDatagrams(records);
  }
  for (const port of directPorts) {
    const server = createServer((socket) => {
      const address = (socket.localAddress ?? '').replace(/^::ffff:/, '');
      world.receive(socket, records.connection({ way: 'direct', host: names.nameOf(address), port }));
    });
    server.on('connection', count);
    server.listen(port, '::');
    await once(server, 'listening');
  }
  const proxy = world.proxy().on('connection', count);
  proxy.listen(0, '127.0.0.1');
  await once(proxy, 'listening');
  return { proxyUrl: `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`, accepted: () => accepted };
}

async function listenForDatagrams(records: Records): Promise<void> {
  const socket = createSocket({ type: 'udp6' });
  socket.on('message', () => records.datagram('?', 443)); // Node does not tell where a datagram was going.
  socket.bind(443, '::');
  await once(socket, 'listening');
}

/** Takes sockets in, whatever is spoken on them. */
class World {
  readonly #options: NetworkOptions;
  readonly #names: Names;
  readonly #http: Server;
  readonly #from = new WeakMap<object, Connection>();

  constructor(options: NetworkOptions, names: Names) {
    this.#options = options;
    this.#names = names;
    this.#http = this.#server((request) => this.#from.get(request.socket));
  }

  /** The proxy: absolute targets, and tunnels. */
  proxy(): Server {
    const { records } = this.#options;
    return this.#server((request) => {
      if (!URL.canParse(request.url ?? '')) return undefined;
      const { hostname, port } = new URL(request.url ?? '');
      return records.connection({ way: 'proxy', host: bare(hostname), port: Number(port || 80) });
    });
  }

  receive(socket: Duplex, connection: Connection): void {
    socket.on('error', () => socket.destroy()); // The client broke off: the connection itself is on record.
    socket.once('data', (first: Buffer) => {
      socket.pause();
      socket.unshift(first);
      // For a name no certificate can be made for, the connection itself is on record.
      if (first[0] === 0x16) return void this.#secure(socket, connection).catch(() => socket.destroy());
      if (/^[A-Z]{3,8} /.test(first.toString('latin1', 0, 9))) return this.#speak(socket, connection);
      return socket.destroy();
    });
  }

  async #secure(socket: Duplex, connection: Connection): Promise<void> {
    const { authority } = this.#options;
    const secured = new TLSSocket(socket, {
      isServer: true,
      secureContext: await authority.contextFor(connection.host),
      ALPNProtocols: ['http/1.1'],
      SNICallback: (name, answer) => {
        // Past the proxy by an address, the name in the greeting tells more than the address.
        if (connection.way === 'direct') Object.assign(connection, { host: name });
        authority.contextFor(name).then((context) => answer(null, context), answer);
      },
    });
    secured.on('error', () => secured.destroy()); // It does not trust the authority, or broke off: on record as a connection.
    this.#speak(secured, connection);
  }

  #speak(socket: Duplex, connection: Connection): void {
    this.#from.set(socket, connection);
    this.#http.emit('connection', socket);
    socket.resume();
  }

  #server(connectionOf: (request: IncomingMessage) => Connection | undefined): Server {
    const { records } = this.#options;
    const server = createHttpServer((request, response) => {
      const connection = connectionOf(request);
      if (connection)
        this.#answer(request, response, connection).catch(() => response.destroy()); // The client left.
      else response.writeHead(400).end();
    });
    server.on('connect', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
      const { hostname, port } = new URL(`http://${request.url ?? ''}`);
      const connection = records.connection({ way: 'proxy', host: bare(hostname), port: Number(port || 80) });
      socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
      if (head.length > 0) socket.unshift(head);
      this.receive(socket, connection);
    });
    server.on('upgrade', (request: IncomingMessage, socket: Socket) => {
      const connection = connectionOf(request);
      if (connection) this.#record(request, '', connection);
      // Of those who would rather speak another protocol, most go on in plain requests when they are told so.
      socket.end('HTTP/1.1 426 Upgrade Required\r\nconnection: close\r\ncontent-length: 0\r\n\r\n');
    });
    return server;
  }

  #record(request: IncomingMessage, body: string, connection: Connection): AskedRequest {
    const { method = 'GET', url = '/', rawHeaders } = request;
    const target = URL.canParse(url) ? url.slice(new URL(url).origin.length) : url;
    this.#options.records.request(connection, { method, target, carried: `${rawHeaders.join('\n')}\n${body}` });
    return { method, host: this.#names.nameOf(connection.host), target, body };
  }

  async #answer(request: IncomingMessage, response: ServerResponse, connection: Connection): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const asked = this.#record(request, plain(Buffer.concat(chunks), request).toString('latin1'), connection);
    const answer = this.#options.standIn(asked);
    if (answer) this.#options.onAnswer();
    const { status, contentType, body } = answer ?? { status: 404, contentType: 'application/json', body: '{}' };
    response.writeHead(status, { 'content-type': contentType });
    response.end(body);
  }
}

// An address of version 6 stands in brackets there.
function bare(hostname: string): string {
  return hostname.replace(/^\[|\]$/g, '');
}

const decoders: Readonly<Record<string, (bytes: Buffer) => Buffer>> = {
  gzip: gunzipSync,
  deflate: inflateSync,
  br: brotliDecompressSync,
  zstd: zstdDecompressSync,
};

// What is packed is looked into for credentials as well; what cannot be unpacked is looked at as it is.
function plain(bytes: Buffer, { headers }: IncomingMessage): Buffer {
  const decode = decoders[headers['content-encoding'] ?? ''];
  try {
    return decode ? decode(bytes) : bytes;
  } catch {
    return bytes;
  }
}
