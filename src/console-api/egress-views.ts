import { clientsOfDevices, readFleet } from '../fleet/index.ts';
import type {
  Exchange,
  FlowLine,
  FlowSource,
  HostUninspectable,
  InspectedRead,
  InspectedRequest,
} from '../ledger/index.ts';
import type { Tenancy } from '../tenancy/index.ts';
import type { NamedView } from './contract.ts';
import type { AudienceName, FlowView, RequestView, SourceView, UninspectableView } from './egress-contract.ts';

/** The pseudonyms of a tenant's persons. */
export type PersonNames = { readonly persons: ReadonlyMap<string, string> };

export function namedPerson(id: string, { persons }: PersonNames): NamedView {
  return { id, name: persons.get(id) ?? id };
}

export function sourceView(source: FlowSource, names: PersonNames): SourceView {
  return 'network' in source
    ? { kind: 'network', network: source.network }
    : { kind: 'person', person: namedPerson(source.personId, names) };
}

export function audienceOf({ audience }: Pick<FlowLine, 'audience'>): AudienceName {
  return audience ?? 'unknown';
}

export function uninspectableView(
  { id, recordedAt: at, source, host, client, reason }: HostUninspectable,
  names: PersonNames,
): UninspectableView {
  return { id, at, source: sourceView(source, names), host, client, reason };
}

function requestView({
  method,
  path,
  status,
  decision,
  rule,
  reason,
  bytesOut,
  bytesIn,
}: InspectedRequest): RequestView {
  return {
    method,
    path,
    status: status ?? null,
    effect: decision,
    rule: rule ?? null,
    reason: reason ?? null,
    bytesOut,
    bytesIn,
  };
}

type Seen = PersonNames & Pick<InspectedRead, 'requests'>;

export function flowView(flow: FlowLine, names: Seen): FlowView {
  const { connectionId: id, recordedAt: at, host, port, effect, end } = flow;
  return {
    id,
    at,
    source: sourceView(flow.source, names),
    host,
    port,
    vendor: flow.vendor ?? null,
    purpose: flow.purpose ?? null,
    audience: audienceOf(flow),
    effect,
    rule: flow.rule ?? null,
    reason: flow.reason ?? null,
    hasEch: flow.hasEch === true,
    bytesOut: end?.bytesOut ?? null,
    bytesIn: end?.bytesIn ?? null,
    requests: (names.requests.get(id) ?? []).map(requestView),
  };
}

/** The workstations that each person's exchanges came from, as far as workstations tell of their clients. */
export async function devicesOfPersons(
  tenancy: Tenancy,
  tenantId: string,
  exchanges: readonly Exchange[],
): Promise<ReadonlyMap<string, readonly NamedView[]>> {
  const clients = await clientsOfDevices(tenancy, tenantId);
  const { devices } = await readFleet(tenancy, tenantId, { now: tenancy.now(), staleAfterHours: 1 });
  const named = devices.map(({ id, name }) => ({ id, name, clients: new Set(clients.get(id)) }));
  const byPerson = Map.groupBy(exchanges, ({ began }) => began.sender.personId);
  return new Map(
    [...byPerson].map(([personId, own]) => {
      const used = new Set(own.flatMap(({ began }) => began.client.deviceId ?? []));
      const theirs = named.filter((device) => !device.clients.isDisjointFrom(used));
      return [personId, theirs.map(({ id, name }) => ({ id, name }))];
    }),
  );
}
