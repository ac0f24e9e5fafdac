import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { timeOrderedId } from '../../src/base/index.ts';
import type { EgressRules } from '../../src/egress/index.ts';
import { type EgressParts, type EgressProxy, startEgress } from '../../src/egress/proxy.ts';
import type { FlowRecord } from '../../src/ledger/index.ts';

export const allowed = 'api.allowed.example';
const shared = { vendor: 'acme', isShared: false, audience: undefined } as const;

export const rules: EgressRules = {
  hosts: [
    { ...shared, expression: /^api\.allowed\.example$/, purpose: 'api', rule: undefined, isAllowed: true },
    { ...shared, expression: /^([^.]+\.)+wild\.example$/, purpose: 'api', rule: undefined, isAllowed: true },
    {
      ...shared,
      expression: /^chat\.example$/,
      purpose: 'consumer-web',
      rule: 'consumer-web',
      isAllowed: false,
      audience: 'consumer',
    },
    { ...shared, expression: /^bad\.wild\.example$/, purpose: 'telemetry', rule: 'telemetry', isAllowed: false },
  ],
  otherHosts: 'refuse',
  ports: new Set([443]),
  mode: 'enforce',
  milder: new Map(),
};

export const closers: (() => Promise<unknown>)[] = [];
/** Closes what was started, the last first. */
export async function closeAll(): Promise<void> {
  for (const close of closers.splice(0).toReversed()) await close();
}

/** A place in the world that keeps what reaches it. */
export async function startOrigin(answer = 'answer') {
  const reached: Buffer[] = [];
  const server = createServer({ allowHalfOpen: true }, (socket) => {
    socket.on('error', () => {});
    socket.on('data', (chunk: Buffer) => {
      reached.push(chunk);
      socket.write(answer);
    });
    socket.on('end', () => socket.end());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  closers.push(async () => server.close());
  return { port: (server.address() as AddressInfo).port, reached: () => Buffer.concat(reached) };
}

export type Started = {
  readonly proxy: EgressProxy;
  readonly records: FlowRecord[];
  readonly resolved: string[];
  readonly told: unknown[];
};

export async function start(
  port: number,
  but: Partial<EgressParts> & { rules?: EgressParts['rules'] } = {},
): Promise<Started> {
  const records: FlowRecord[] = [];
  const resolved: string[] = [];
  const told: unknown[] = [];
  const parts: EgressParts = {
    tenantId: timeOrderedId(),
    rules: () => ({ ...rules, ports: new Set([443, port]) }),
    record: async (record) => records.push(record),
    identify: async () => ({ network: 'reference' }),
    resolve: async (host) => {
      resolved.push(host);
      return ['127.0.0.1'];
    },
    isReachable: (address) => address === '127.0.0.1',
    now: () => new Date('2026-11-27T00:00:00Z'),
    newId: timeOrderedId,
    language: 'en',
    limits: { helloMs: 400, dialMs: 2_000, idleMs: 60_000 },
    tell: (event) => told.push(event),
    ...but,
  };
  const proxy = await startEgress(parts, { host: '127.0.0.1', port: 0 });
  closers.push(() => proxy.stop(100));
  return { proxy, records, resolved, told };
}

export type Opened = { readonly socket: Socket; readonly status: number; readonly body: string };

export async function open({ proxy }: Started, authority: string, headers = ''): Promise<Opened> {
  const { hostname, port } = new URL(proxy.url);
  const socket = connect({ host: hostname, port: Number(port) });
  socket.on('error', () => {});
  socket.write(`CONNECT ${authority} HTTP/1.1\r\nHost: ${authority}\r\n${headers}\r\n`, 'latin1');
  const [head] = (await once(socket, 'data')) as [Buffer];
  const text = head.toString();
  return { socket, status: Number(text.slice(9, 12)), body: text.split('\r\n\r\n').slice(1).join('') };
}

export async function heard(socket: Socket): Promise<string> {
  const chunks: Buffer[] = [];
  socket.on('data', (chunk: Buffer) => chunks.push(chunk));
  await once(socket, 'close');
  return Buffer.concat(chunks).toString('latin1');
}
