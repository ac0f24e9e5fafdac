import { createServer, type Server, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';
import { createServer as createTlsServer, type TlsOptions } from 'node:tls';

/** What the receiver does with a connection: `take` reads it to its end; `reset` cuts it; `hold` never closes. */
export type SyslogManner = 'take' | 'reset' | 'hold';

export type SyslogMessage = {
  readonly priority: number;
  readonly time: string;
  readonly host: string;
  readonly app: string;
  readonly processId: string;
  readonly kind: string;
  readonly text: string;
};

export type SyslogReceiver = {
  readonly url: string;
  readonly port: number;
  /** What came whole, in its order. */
  readonly messages: SyslogMessage[];
  manner: SyslogManner;
  close(): Promise<void>;
};

/** A receiver of syslog on a loopback port, with TLS where it is given a certificate (RFC 5425, octet counting). */
export async function startSyslogReceiver(tls?: TlsOptions, port = 0): Promise<SyslogReceiver> {
  const messages: SyslogMessage[] = [];
  const sockets = new Set<Socket>();
  const receiver = { manner: 'take' as SyslogManner };
  const take = (socket: Socket): void => {
    const chunks: Buffer[] = [];
    socket.on('error', () => {}); // The sender may give up.
    socket.on('data', (chunk: Buffer) => {
      chunks.push(chunk);
      if (receiver.manner === 'reset') socket.resetAndDestroy();
    });
    socket.on('end', () => {
      if (receiver.manner !== 'take') return;
      messages.push(...frames(Buffer.concat(chunks)).map(readMessage));
      socket.end();
    });
  };
  const server: Server = tls
    ? createTlsServer({ ...tls, allowHalfOpen: true }, take)
    : createServer({ allowHalfOpen: true }, take);
  server.on('tlsClientError', () => {});
  // Also those whose handshake fails.
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => {
    server.listen(port, '127.0.0.1', resolve);
  });
  const { port: taken } = server.address() as AddressInfo;
  return Object.assign(receiver, {
    url: `${tls ? 'tls' : 'tcp'}://127.0.0.1:${taken}`,
    port: taken,
    messages,
    close: () => {
      for (const socket of sockets) socket.destroy();
      return new Promise<void>((resolve) => void server.close(() => resolve()));
    },
  });
}

function frames(bytes: Buffer): readonly Buffer[] {
  const found: Buffer[] = [];
  for (let at = 0; at < bytes.length; ) {
    const space = bytes.indexOf(' ', at);
    const length = Number(bytes.subarray(at, space).toString('latin1'));
    if (!Number.isSafeInteger(length) || length <= 0) throw new Error('no octet count');
    found.push(bytes.subarray(space + 1, space + 1 + length));
    at = space + 1 + length;
  }
  return found;
}

function readMessage(bytes: Buffer): SyslogMessage {
  const found = /^<(\d{1,3})>1 (\S+) (\S+) (\S+) (\S+) (\S+) - (.*)$/s.exec(bytes.toString('utf8'));
  if (!found) throw new Error('no message of RFC 5424');
  const [, priority, time = '', host = '', app = '', processId = '', kind = '', text = ''] = found;
  return { priority: Number(priority), time, host, app, processId, kind, text };
}
