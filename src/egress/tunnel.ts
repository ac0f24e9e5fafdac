import { connect, type Socket } from 'node:net';
import { describeCause } from '../base/index.ts';
import type { ConnectionEnded } from '../ledger/index.ts';
import { byMode, type FlowRule } from './decide.ts';
import type { ClientHello } from './client-hello.ts';
import { type EgressErrorCode, egressError } from './errors.ts';
import { addressOf, endedFlow, type Flow, type FlowSender, judgedFlow, openedFlow, refusedFlow } from './flow.ts';
import { type Inspected, inspectTunnel, wayInto } from './inspect/inspect-tunnel.ts';
import type { EgressParts } from './proxy.ts';
import { type FirstBytes, readHello } from './read-hello.ts';
import { endTls } from './refuse.ts';
import { connectTarget } from './target.ts';

type Asked = {
  readonly authority: string;
  readonly source: FlowSender;
  readonly socket: Socket;
  readonly head: Buffer;
};

/**
 * Opens a tunnel: judges the name, resolves it once, dials that very address, reads the name inside the tunnel, and
 * passes nothing before both names are one and the flow is on record.
 * @throws what refuses it before the client was told that it is open; afterwards the tunnel is closed.
 */
export async function openTunnel(parts: EgressParts, { authority, source, socket, head }: Asked): Promise<void> {
  const flow = await judgedFlow(parts, { target: connectTarget(authority), wire: 'connect', source });
  const upstream = await dialled(parts, flow);
  socket.once('close', () => upstream.destroy());
  socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
  const first = await readHello(socket, head, parts.limits.helloMs);
  const judged = withInspection(parts, judgeHello(parts, flow, first), first.hello);
  if (judged.fault !== undefined) {
    upstream.destroy();
    await refusedFlow(parts, judged.flow, judged.fault).catch(() => undefined);
    return endTls(socket);
  }
  const { hello } = first;
  const seen = hello ? { protocols: hello.protocols, ...(hello.hasEch ? { hasEch: true as const } : {}) } : {};
  try {
    await openedFlow(parts, judged.flow, seen);
  } catch {
    upstream.destroy();
    return endTls(socket);
  }
  const relayed = { socket, upstream, bytes: first.bytes };
  if (judged.inspected) return inspectTunnel(parts, judged.flow, { ...relayed, ...judged.inspected });
  return relay(parts, judged.flow, relayed);
}

async function dialled(parts: EgressParts, flow: Flow): Promise<Socket> {
  try {
    return await dial(await addressOf(parts, flow), flow, parts.limits.dialMs);
  } catch (fault) {
    throw await refusedFlow(parts, flow, fault);
  }
}

function dial(address: string, { target }: Flow, withinMs: number): Promise<Socket> {
  const { promise, resolve, reject } = Promise.withResolvers<Socket>();
  const upstream = connect({ host: address, port: target.port, allowHalfOpen: true, noDelay: true });
  const fail = (cause: string): void => {
    upstream.destroy();
    reject(egressError('egress_unreachable', { host: target.host, cause }));
  };
  const timer = setTimeout(() => fail('ETIMEDOUT'), withinMs);
  upstream.once('connect', () => {
    clearTimeout(timer);
    upstream.removeAllListeners('error').on('error', () => {});
    resolve(upstream);
  });
  upstream.once('error', (fault) => {
    clearTimeout(timer);
    fail(describeCause(fault));
  });
  return promise;
}

type Judged = { readonly flow: Flow; readonly fault: unknown; readonly inspected?: Inspected };

// What breaks a rule of the name and is only watched is carried as it is: there is no name to show a certificate for.
function withInspection({ inspection }: EgressParts, judged: Judged, hello: ClientHello | undefined): Judged {
  if (!hello || judged.fault !== undefined || hello.serverName?.replace(/\.$/, '') !== judged.flow.target.host)
    return judged;
  const way = inspection && wayInto(inspection, judged.flow, hello);
  if (way?.kind === 'refuse') return { ...judged, fault: way.fault };
  return way?.kind === 'inspect' ? { ...judged, inspected: way } : judged;
}

// In the tunnel stands TLS that asks for the very name the tunnel was opened to: whatever else it is, it is not that.
function judgeHello(parts: EgressParts, flow: Flow, { outcome, hello }: FirstBytes): Judged {
  const { host } = flow.target;
  const breach = (rule: FlowRule, code: EgressErrorCode): Judged => {
    const { effect } = byMode(rule, code, parts.rules());
    const judged = { ...flow, decision: { ...flow.decision, effect, rule } };
    return { flow: judged, fault: effect === 'refuse' ? egressError(code, { host }) : undefined };
  };
  if (outcome === 'too_slow') return { flow, fault: egressError('egress_hello_too_slow', { host }) };
  if (outcome === 'malformed') return { flow, fault: egressError('egress_hello_malformed', { host }) };
  if (outcome === 'left' || outcome === 'not_tls') return breach('no-tls', 'egress_hello_missing');
  if (hello?.serverName === undefined) return breach('no-name', 'egress_name_missing');
  const name = hello.serverName.replace(/\.$/, '');
  return name === host ? { flow, fault: undefined } : breach('foreign-name', 'egress_name_foreign');
}

type Relayed = { readonly socket: Socket; readonly upstream: Socket; readonly bytes: Buffer };

function relay(parts: EgressParts, flow: Flow, { socket, upstream, bytes }: Relayed): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const began = performance.now();
  let outcome: ConnectionEnded['outcome'] = 'closed';
  let isOver = false;
  const end = (how: ConnectionEnded['outcome']): void => {
    if (isOver) return;
    isOver = true;
    outcome = how;
    socket.destroy();
    upstream.destroy();
    const durationMs = Math.round(performance.now() - began);
    const counts = { bytesOut: upstream.bytesWritten, bytesIn: upstream.bytesRead };
    void endedFlow(parts, flow, { ...counts, durationMs, outcome }).then(resolve);
  };
  // Either may have gone while the name was read.
  if (socket.destroyed || upstream.destroyed) {
    end('broken_off');
    return promise;
  }
  let halves = 0;
  const half = (): void => {
    halves += 1;
    if (halves === 2) end('closed');
  };
  for (const each of [socket, upstream]) {
    each.setTimeout(parts.limits.idleMs, () => end('idle'));
    each.once('error', () => end('broken_off'));
    each.once('close', () => end('closed'));
    each.once('end', half);
  }
  upstream.write(bytes);
  socket.pipe(upstream);
  upstream.pipe(socket);
  return promise;
}
