import { clientsOfDevices, deviceNames } from '../fleet/index.ts';
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
import type { Names } from './exchange-views.ts';
import { namesOf } from './names.ts';

/** The pseudonyms of a tenant's persons, and what its workstations are called. */
export type SourceNames = Pick<Names, 'persons'> & { readonly workstations: ReadonlyMap<string, string> };

export async function sourceNamesOf({ store }: Pick<Tenancy, 'store'>, tenantId: string): Promise<SourceNames> {
  const { persons } = await namesOf(store, tenantId);
  return { persons, workstations: await deviceNames({ store }, tenantId) };
}

export function namedPerson(id: string, { persons }: Pick<Names, 'persons'>): NamedView {
  return { id, name: persons.get(id) ?? id };
}

export function sourceView(source: FlowSource, names: SourceNames): SourceView {
  if ('network' in source) return { kind: 'network', network: source.network };
  if ('personId' in source) return { kind: 'person', person: namedPerson(source.personId, names) };
  const { deviceId: id } = source;
  return { kind: 'device', device: { id, name: names.workstations.get(id) ?? id } };
}

export function audienceOf({ audience }: Pick<FlowLine, 'audience'>): AudienceName {
  return audience ?? 'unknown';
}

export function uninspectableView(
  { id, recordedAt: at, source, host, client, reason }: HostUninspectable,
  names: SourceNames,
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

type Seen = SourceNames & Pick<InspectedRead, 'requests'>;

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
  const devices = [...(await clientsOfDevices(tenancy, tenantId))].map(([id, device]) => ({ id, ...device }));
  const byPerson = Map.groupBy(exchanges, ({ began }) => began.sender.personId);
  return new Map(
    [...byPerson].map(([personId, own]) => {
      const used = new Set(own.flatMap(({ began }) => began.client.deviceId ?? []));
      const theirs = devices.filter(({ clients }) => clients.some((client) => used.has(client)));
      return [personId, theirs.map(({ id, name }) => ({ id, name }))];
    }),
  );
}
