import type {
  ConnectionEnded,
  ConnectionOpened,
  ConnectionRefused,
  FlowSource,
  HostUninspectable,
  RequestsInspected,
} from '../../ledger/index.ts';
import { person } from './actors.ts';
import type { Endpoint, OcsfEvent } from './event.ts';
import { type EventContext, networkActivity } from './make-event.ts';
import { activityStatus, control } from './outcomes.ts';

/** A connection through the forward proxy that was let through, or refused. */
export function connectionBegan(
  context: EventContext,
  record: ConnectionOpened | ConnectionRefused,
): readonly OcsfEvent[] {
  const { connectionId, source, host, port, wire, vendor, purpose, audience, rule } = record;
  const isRefused = record.kind === 'connection_refused';
  const why = isRefused ? record.reason : record.decision;
  const parts = {
    src_endpoint: sourceOf(context, source),
    dst_endpoint: host === '' ? { port, svc_name: vendor ?? 'unknown' } : { hostname: host, port, svc_name: vendor },
    ...connection(connectionId),
    ...control(isRefused ? 'block' : 'allow'),
    ...activityStatus(!isRefused, isRefused ? record.reason : undefined),
    unmapped: { wire, purpose, audience, rule, decision: isRefused ? 'refused' : record.decision },
  };
  const telling = {
    severity: isRefused ? 3 : 1,
    message: host === '' ? why : `${why} ${host}`,
    correlation: connectionId,
  } as const;
  return [networkActivity(context, { ...telling, activity: isRefused ? 5 : 1 }, parts)];
}

/** How a connection ended, and how much went each way. */
export function connectionEnded(context: EventContext, record: ConnectionEnded): readonly OcsfEvent[] {
  const { connectionId, bytesOut, bytesIn, durationMs, outcome } = record;
  const isFailed = outcome === 'unreachable';
  const parts = {
    src_endpoint: { svc_name: 'unknown' },
    ...connection(connectionId),
    traffic: { bytes_out: bytesOut, bytes_in: bytesIn, bytes: bytesOut + bytesIn },
    duration: durationMs,
    ...activityStatus(!isFailed, outcome),
  };
  const telling = { severity: 1, message: outcome, correlation: connectionId } as const;
  return [networkActivity(context, { ...telling, activity: isFailed ? 4 : 2 }, parts)];
}

/** Requests inside an inspected connection: their sums, and what each was, by the template of its path. */
export function requestsInspected(context: EventContext, record: RequestsInspected): readonly OcsfEvent[] {
  const { connectionId, requests } = record;
  const sum = (read: 'bytesOut' | 'bytesIn'): number => requests.reduce((all, each) => all + each[read], 0);
  const [bytesOut, bytesIn] = [sum('bytesOut'), sum('bytesIn')];
  const refused = requests.filter(({ decision }) => decision === 'refused').length;
  const parts = {
    src_endpoint: { svc_name: 'unknown' },
    ...connection(connectionId),
    traffic: { bytes_out: bytesOut, bytes_in: bytesIn, bytes: bytesOut + bytesIn },
    ...control(refused > 0 ? 'block' : 'allow'),
    ...activityStatus(refused === 0, refused > 0 ? 'egress_path_denied' : undefined),
    unmapped: { requests: requests.length, refused, lines: requests },
  };
  const telling = { severity: refused > 0 ? 2 : 1, message: 'inspected', correlation: connectionId } as const;
  return [networkActivity(context, { ...telling, activity: 6 }, parts)];
}

/** A client that did not take the certificate of the post's own authority. */
export function hostUninspectable(context: EventContext, record: HostUninspectable): readonly OcsfEvent[] {
  const { connectionId, source, host, client, reason } = record;
  const parts = {
    src_endpoint: sourceOf(context, source),
    dst_endpoint: { hostname: host, port: 443 },
    ...connection(connectionId),
    ...activityStatus(false, reason),
    unmapped: { client },
  };
  const telling = { severity: 3, message: `uninspectable ${host}`, correlation: connectionId } as const;
  return [networkActivity(context, { ...telling, activity: 4 }, parts)];
}

function connection(uid: string) {
  const direction = { direction_id: 2, direction: 'Outbound' } as const;
  return { connection_info: { uid, ...direction, protocol_name: 'tcp', protocol_num: 6 } as const };
}

// A place on the network stands under a keyed reference: the address itself is nowhere.
function sourceOf({ names }: EventContext, source: FlowSource): Endpoint {
  if ('network' in source) return { uid: source.network, svc_name: 'unknown' };
  if ('deviceId' in source) return { uid: source.deviceId, svc_name: 'unknown' };
  return { uid: source.keyId, svc_name: 'unknown', owner: person(names, source.personId) };
}
