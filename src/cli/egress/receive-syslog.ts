import { createSocket, type Socket as UdpSocket } from 'node:dgram';
import { once } from 'node:events';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { describeCause, OctroiError } from '../../base/index.ts';
import { importLog, type Importing } from './import-log.ts';
import type { LogsEvent } from './watch-logs.ts';

export type SyslogOptions = {
  readonly importing: () => Importing;
  readonly host: string;
  readonly port: number;
  readonly tell: (event: LogsEvent) => void;
};

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
export async function receiveSyslog({ importing, host, port, tell }: SyslogOptions): Promise<SyslogListener> {
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
    if (lost > 0) tell({ kind: 'log_not_imported', log: 'syslog', cause: `passed over: ${lost}` });
    for (const lines of batches) await readBatch(lines, { importing, tell });
  };
  const udp = await openUdp(host, port, take);
  const taken = udp.address().port;
  const tcp = await openTcp(host, taken, take);
  const timer = setInterval(() => void flush(), flushMs).unref();
  return {
    port: taken,
    flush,
    close: async () => {
      clearInterval(timer);
      udp.close();
      tcp.close();
      await flush();
    },
  };
}

type Take = (sender: string, line: string) => void;

async function readBatch(
  lines: readonly string[],
  { importing, tell }: Pick<SyslogOptions, 'importing' | 'tell'>,
): Promise<void> {
  const bytes = async function* (): AsyncGenerator<Buffer> {
    for (const line of lines) yield Buffer.from(`${line}\n`);
  };
  try {
    const { taken, malformed } = await importLog(importing(), { name: 'syslog', bytes: bytes() });
    if (taken + malformed > 0) tell({ kind: 'log_imported', log: 'syslog', taken, malformed });
  } catch (fault) {
    tell({
      kind: 'log_not_imported',
      log: 'syslog',
      cause: fault instanceof OctroiError ? fault.code : describeCause(fault),
    });
  }
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

async function openTcp(host: string, port: number, take: Take): Promise<Server> {
  const server = createServer((socket) => takeStream(socket, take));
  server.listen({ host, port });
  await once(server, 'listening');
  const { port: taken } = server.address() as AddressInfo;
  if (taken !== port) throw new Error(`receiveSyslog: ${taken} is not ${port}`);
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
