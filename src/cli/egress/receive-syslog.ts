import { createSocket, type Socket as UdpSocket } from 'node:dgram';
import { once } from 'node:events';
import { createServer, type Server, type Socket } from 'node:net';
import { type ImportDesk, tellImport } from './tell-import.ts';

export type SyslogOptions = ImportDesk & { readonly host: string; readonly port: number };

export type SyslogListener = {
  readonly port: number;
  /** Reads what came by now. */
  flush(): Promise<void>;
  close(): Promise<void>;
};

const flushMs = 5_000;
const mostWaiting = 50_000;
const longestLine = 65_536;

/**
 * Takes lines by syslog, RFC 3164 or 5424, over UDP and TCP (a line each, or RFC 6587's counted frames), and reads those of
 * each sender as a log, every five seconds. What comes faster than it is read is passed over, and how much is told.
 */
export async function receiveSyslog({ host, port, ...desk }: SyslogOptions): Promise<SyslogListener> {
  const waiting = new Map<string, string[]>();
  let [held, passedOver] = [0, 0];
  const take = (sender: string, line: string): void => {
    if (line.trim() === '') return;
    if (held >= mostWaiting) {
      passedOver += 1;
      return;
    }
    held += 1;
    const lines = waiting.get(sender) ?? [];
    lines.push(line);
    waiting.set(sender, lines);
  };
  let flushing: Promise<void> = Promise.resolve();
  const flush = (): Promise<void> => (flushing = flushing.then(() => readWaiting()));
  const readWaiting = async (): Promise<void> => {
    const batches = [...waiting.values()];
    waiting.clear();
    const lost = passedOver;
    [held, passedOver] = [0, 0];
    if (lost > 0) desk.tell({ kind: 'log_not_imported', log: 'syslog', cause: `passed over: ${lost}` });
    for (const lines of batches) await tellImport(desk, { name: 'syslog', bytes: bytesOf(lines) });
  };
  const udp = await openUdp(host, port, take);
  const { port: taken } = udp.address();
  const streams = new Set<Socket>();
  const tcp = await openTcp(host, taken, (socket) => {
    streams.add(socket);
    socket.once('close', () => streams.delete(socket));
    takeStream(socket, take);
  }).catch((fault: unknown) => {
    udp.close();
    throw fault;
  });
  const timer = setInterval(() => void flush(), flushMs).unref();
  return {
    port: taken,
    flush,
    close: async () => {
      clearInterval(timer);
      udp.close();
      tcp.close();
      // Senders of syslog keep their connection for ever.
      for (const socket of streams) socket.destroy();
      await flush();
    },
  };
}

type Take = (sender: string, line: string) => void;

async function* bytesOf(lines: readonly string[]): AsyncGenerator<Buffer> {
  for (const line of lines) yield Buffer.from(`${line}\n`);
}

async function openUdp(host: string, port: number, take: Take): Promise<UdpSocket> {
  const socket = createSocket(host.includes(':') ? 'udp6' : 'udp4');
  socket.on('message', (message, { address }) => {
    for (const line of message.toString('utf8').split('\n')) take(address, line);
  });
  socket.bind(port, host);
  await once(socket, 'listening');
  return socket;
}

async function openTcp(host: string, port: number, take: (socket: Socket) => void): Promise<Server> {
  const server = createServer(take);
  server.listen({ host, port });
  await once(server, 'listening');
  return server;
}

function takeStream(socket: Socket, take: Take): void {
  const sender = socket.remoteAddress ?? '';
  let rest = '';
  // Whoever breaks off has sent what it has sent.
  socket.on('error', () => {});
  socket.setEncoding('utf8').on('data', (text: string) => {
    const lines = (rest + text).split('\n');
    rest = (lines.pop() ?? '').slice(0, longestLine);
    for (const line of lines) for (const message of framesIn(line)) take(sender, message);
  });
  socket.on('end', () => {
    for (const message of framesIn(rest)) take(sender, message);
  });
}

// RFC 6587 §3.4.1: `LENGTH MESSAGE`, one after the other without a line feed between them.
function framesIn(line: string): readonly string[] {
  const frames: string[] = [];
  let left = line;
  for (;;) {
    const [head, digits = ''] = /^(\d{1,6}) (?=<\d{1,3}>)/.exec(left) ?? [];
    if (head === undefined) return left === '' ? frames : [...frames, left];
    frames.push(left.slice(head.length, head.length + Number(digits)));
    left = left.slice(head.length + Number(digits));
  }
}
