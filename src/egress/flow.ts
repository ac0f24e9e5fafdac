import { describeCause } from '../base/index.ts';
import type { ConnectionEnded, ConnectionOpened, ConnectionRefused, FlowSource } from '../ledger/index.ts';
import { decideTarget, type FlowDecision } from './decide.ts';
import { egressError } from './errors.ts';
import type { EgressParts } from './proxy.ts';
import type { Target } from './target.ts';

/** Who opens a connection, and whether their workspace is under zero retention: then counts alone are recorded. */
export type FlowSender = FlowSource & { readonly isCountsOnly?: true };

/** One connection, from its first word to its record. */
export type Flow = {
  readonly id: string;
  readonly target: Target;
  readonly wire: 'connect' | 'plain';
  readonly source: FlowSender;
  readonly decision: FlowDecision;
};

/** One text for one source. */
export function sourceKey(source: FlowSource): string {
  if ('network' in source) return source.network;
  return 'personId' in source ? source.personId : source.deviceId;
}

/** Judges a target. One that is refused is on record as such when this throws. @throws what refuses it */
export async function judgedFlow(
  parts: EgressParts,
  { target, wire, source }: Pick<Flow, 'target' | 'wire' | 'source'>,
): Promise<Flow> {
  const decision = decideTarget(target, parts.rules());
  const flow = { id: parts.newId(), target, wire, source, decision };
  if (decision.effect !== 'refuse') return flow;
  const { code = 'egress_host_denied', rule = '' } = decision;
  throw await refusedFlow(parts, flow, egressError(code, { host: target.host, port: target.port, rule }));
}

/** The one address that is dialled. @throws egress_name_unresolved, egress_address_private */
export async function addressOf(parts: EgressParts, flow: Flow): Promise<string> {
  const { host } = flow.target;
  const found = await parts.resolve(host).catch((fault: unknown) => {
    throw egressError('egress_name_unresolved', { host, cause: describeCause(fault) });
  });
  if (found.length === 0) throw egressError('egress_name_unresolved', { host, cause: 'ENOTFOUND' });
  // One inner address among others is somebody's try: which of them is dialled must not be left to chance.
  if (!found.every((address) => parts.isReachable(address))) throw egressError('egress_address_private', { host });
  return found[0] ?? '';
}

/** Writes down that a flow was refused, and hands the refusal back. @throws egress_unrecorded */
export async function refusedFlow(parts: EgressParts, flow: Flow, fault: unknown): Promise<unknown> {
  const record: ConnectionRefused = {
    ...common(parts, flow),
    kind: 'connection_refused',
    reason: describeCause(fault),
  };
  await recorded(parts, record);
  return fault;
}

/** Writes down that a flow is let through; nothing of it may pass before this resolves. @throws egress_unrecorded */
export async function openedFlow(
  parts: EgressParts,
  flow: Flow,
  hello: Pick<ConnectionOpened, 'protocols' | 'hasEch'>,
): Promise<void> {
  const { effect } = flow.decision;
  if (effect === 'refuse') throw new Error('a flow that is refused is not opened');
  const { protocols, ...flags } = hello;
  // What a client says it speaks is as free as the name it asks for.
  const spoken = protocols === undefined || flow.source.isCountsOnly ? {} : { protocols };
  const record = { ...common(parts, flow), kind: 'connection_opened', decision: effect, ...flags, ...spoken } as const;
  await recorded(parts, record);
  if (effect === 'warned') parts.tell({ kind: 'egress_warned', rule: flow.decision.rule ?? '', host: record.host });
}

/** Writes down how a flow ended. What cannot be written was let through and said so: the end is lost, not the flow. */
export async function endedFlow(
  parts: EgressParts,
  flow: Flow,
  end: Pick<ConnectionEnded, 'bytesOut' | 'bytesIn' | 'durationMs' | 'outcome'>,
): Promise<void> {
  const { tenantId, newId, now, record } = parts;
  const named = { id: newId(), tenantId, recordedAt: now().toISOString(), connectionId: flow.id };
  await record({ ...named, kind: 'connection_ended', ...end }).catch(() => undefined);
}

function common({ tenantId, newId, now }: EgressParts, flow: Flow) {
  const { target, wire, id, decision } = flow;
  const { isCountsOnly, ...source } = flow.source;
  const { vendor, purpose, audience, rule } = decision;
  return {
    id: newId(),
    tenantId,
    recordedAt: now().toISOString(),
    connectionId: id,
    source,
    // A name can carry what a client wants to carry out: under zero retention what the catalogue knows of it is enough.
    host: isCountsOnly ? '' : target.host,
    ...(isCountsOnly ? { isCountsOnly } : {}),
    port: target.port,
    wire,
    ...(vendor === undefined ? {} : { vendor }),
    ...(purpose === undefined ? {} : { purpose }),
    ...(audience === undefined ? {} : { audience }),
    ...(rule === undefined ? {} : { rule }),
  };
}

async function recorded(parts: EgressParts, record: ConnectionOpened | ConnectionRefused): Promise<void> {
  try {
    await parts.record(record);
  } catch (fault) {
    throw egressError('egress_unrecorded', {}, fault);
  }
}
