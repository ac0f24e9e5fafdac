import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Admission } from '../admission.ts';
import { userAgentOf } from '../exchange.ts';
import { countsOnly, isUnderZeroRetention } from '../counts-only.ts';
import type { GatewayParts } from '../gateway.ts';
import type { Held } from '../held-bytes.ts';
import type { Inspector } from '../inspection/inspect.ts';
import { receiveBytes } from '../receive-body.ts';
import { eventRecords } from './event-records.ts';
import { readEvents } from './read-events.ts';

export const telemetryPaths: ReadonlySet<string> = new Set(['/v1/logs', '/v1/metrics', '/v1/traces']);

export type Delivered = {
  readonly path: string;
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly admission: Admission;
  readonly held: Held;
};

/**
 * Takes a delivery of a client's telemetry (OTLP over HTTP, JSON or binary). What its events say of tools and of local
 * traces goes into the ledger; metrics and traces are taken, so that the client does not complain, and dropped unread.
 *
 * Answered with success once the records are durable: what cannot be recorded now the client sends again.
 * @throws what refuses the request: gateway_body_…, ledger_…
 */
export async function takeTelemetry(
  gateway: GatewayParts,
  inspector: Inspector,
  { path, request, response, admission, held }: Delivered,
): Promise<void> {
  const body = await receiveBytes(request, gateway.limits, held);
  const isJson = /^application\/json\b/i.test(request.headers['content-type'] ?? '');
  const events = path === '/v1/logs' ? readEvents(body, isJson) : [];
  if (events === undefined) gateway.tell({ kind: 'fault', cause: 'telemetry_unreadable' });
  const records = eventRecords(events ?? [], {
    tenantId: admission.tenantId,
    sender: admission.sender,
    userAgent: userAgentOf(request),
    recordedAt: gateway.now().toISOString(),
    newId: gateway.newId,
    mask: (text) => inspector.mask(text, admission),
  });
  const isCountsOnly = isUnderZeroRetention(gateway, admission);
  await Promise.all(
    records.map((record) => gateway.ledger.append(isCountsOnly ? countsOnly(record) : record, { isPatient: true })),
  );
  const answer = isJson ? '{}' : '';
  response.writeHead(200, {
    'content-type': isJson ? 'application/json' : 'application/x-protobuf',
    'content-length': answer.length,
  });
  response.end(answer);
}
