import { type IncomingMessage, request as requestOf, type ServerResponse } from 'node:http';
import { describeCause } from '../base/index.ts';
import { egressError } from './errors.ts';
import { addressOf, endedFlow, type Flow, type FlowSender, judgedFlow, openedFlow, refusedFlow } from './flow.ts';
import type { EgressParts } from './proxy.ts';
import { absoluteTarget } from './target.ts';

type Asked = { readonly request: IncomingMessage; readonly response: ServerResponse; readonly source: FlowSender };

// RFC 9110 §7.6.1, and what is between a client and this proxy alone.
const hopByHop = new Set([
  'connection',
  'keep-alive',
  'proxy-authenticate',
  'proxy-authorization',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
  'host',
]);

/** Forwards a request in the clear, once its flow is on record. @throws what refuses it */
export async function forwardPlain(parts: EgressParts, { request, response, source }: Asked): Promise<void> {
  if (!/^http:\/\//i.test(request.url ?? '')) throw egressError('egress_request_malformed');
  const { path, ...target } = absoluteTarget(request.url ?? '');
  const flow = await judgedFlow(parts, { target, wire: 'plain', source });
  let address: string;
  try {
    address = await addressOf(parts, flow);
  } catch (fault) {
    throw await refusedFlow(parts, flow, fault);
  }
  await openedFlow(parts, flow, {});
  await forward(parts, flow, { request, response, path, address });
}

type Forwarding = Omit<Asked, 'source'> & { readonly path: string; readonly address: string };

function forward(parts: EgressParts, flow: Flow, { request, response, path, address }: Forwarding): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const { host, port } = flow.target;
  const began = performance.now();
  let [bytesOut, bytesIn] = [0, 0];
  const ended = (outcome: 'closed' | 'broken_off' | 'unreachable'): Promise<void> =>
    endedFlow(parts, flow, { bytesOut, bytesIn, durationMs: Math.round(performance.now() - began), outcome });
  const upstream = requestOf({
    host: address,
    port,
    method: request.method,
    path,
    setHost: false,
    // The name that was judged, whatever the client's own header says.
    headers: { ...endToEnd(request), host: port === 80 ? host : `${host}:${port}` },
    timeout: parts.limits.idleMs,
  });
  request.on('data', (chunk: Buffer) => (bytesOut += chunk.length));
  upstream.once('timeout', () => upstream.destroy());
  response.once('close', () => upstream.destroy());
  upstream.once('response', (answer) => {
    answer.on('data', (chunk: Buffer) => (bytesIn += chunk.length));
    answer.once('error', () => response.destroy());
    try {
      response.writeHead(answer.statusCode ?? 502, endToEnd(answer));
      answer.pipe(response);
    } catch {
      // A status or a header that this side may not write: it is no answer.
      answer.destroy();
      reject(egressError('egress_unreachable', { host, cause: `HTTP ${answer.statusCode}` }));
    }
    answer.once('close', () => void ended(answer.complete ? 'closed' : 'broken_off').then(resolve));
  });
  upstream.once('error', (fault) => {
    if (response.headersSent) return response.destroy();
    const cause = describeCause(fault);
    return void ended('unreachable').then(() => reject(egressError('egress_unreachable', { host, cause })));
  });
  request.pipe(upstream);
  return promise;
}

function endToEnd({ headers, headersDistinct }: IncomingMessage): Readonly<Record<string, string | string[]>> {
  const named = new Set((headers.connection ?? '').split(',').map((name) => name.trim().toLowerCase()));
  return Object.fromEntries(
    Object.entries(headersDistinct).flatMap(([name, values]) =>
      values === undefined || hopByHop.has(name) || named.has(name) ? [] : [[name, values]],
    ),
  );
}
