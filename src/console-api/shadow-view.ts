import { purposesOfUse } from '../catalogue/index.ts';
import type { FlowLine, Sighting } from '../ledger/index.ts';
import { addCounts, type SightingsRead } from '../sightings/index.ts';
import type { SeenView, ShadowView } from './egress-contract.ts';
import { type SourceNames, sourceView } from './egress-views.ts';

type Seen = Omit<SeenView, 'trend'> & { readonly days: ReadonlyMap<string, number> };

type ShadowParts = {
  readonly read: SightingsRead;
  readonly flows: readonly FlowLine[];
  readonly names: SourceNames;
  /** In UTC, the oldest first. */
  readonly days: readonly string[];
};

/**
 * Who uses which AI product, by the logs that were read and by the proxy; the most used first. What the proxy lets through to
 * a product is in use as much as what a log tells of; other hosts are nobody's shadow.
 */
export function shadowView({ read, flows, names, days }: ShadowParts): ShadowView {
  const seen = new Map<string, Seen>();
  for (const sighting of read.sightings) addSeen(seen, seenOf(sighting));
  for (const flow of flows)
    if (flow.vendor !== undefined && purposesOfUse.has(flow.purpose ?? '')) addSeen(seen, ofFlow(flow, names));
  const views = [...seen.values()].map(({ days: counts, ...one }) => ({
    ...one,
    trend: days.map((day) => counts.get(day) ?? 0),
  }));
  const ordered = views.toSorted((one, other) => other.flows - one.flows);
  return {
    days: days.length,
    seen: ordered.filter(({ vendor }) => vendor !== null),
    proposed: proposedOf(ordered),
    imports: read.imports.map(({ importId: id, log, at, taken, repeated, whole }) => ({
      id,
      log,
      at,
      taken,
      repeated,
      whole: whole ?? null,
    })),
  };
}

function proposedOf(seen: readonly SeenView[]): ShadowView['proposed'] {
  const hosts = Map.groupBy(
    seen.filter(({ vendor }) => vendor === null),
    ({ host }) => host,
  );
  return [...hosts].map(([host, own]) => ({
    host,
    flows: own.reduce((sum, { flows }) => sum + flows, 0),
    sources: own.length,
  }));
}

function seenOf({ source, host, day, firstAt, lastAt, ...sighting }: Sighting): Seen {
  const { vendor, purpose, audience, flows, denied, bytesOut, bytesIn } = sighting;
  return {
    source: { kind: 'network', network: source },
    host,
    vendor: vendor ?? null,
    purpose: purpose ?? null,
    audience: audience ?? 'unknown',
    flows,
    denied,
    bytesOut,
    bytesIn,
    firstAt,
    lastAt,
    days: new Map([[day, flows]]),
  };
}

function ofFlow(flow: FlowLine, names: SourceNames): Seen {
  const { recordedAt, host, end } = flow;
  return {
    source: sourceView(flow.source, names),
    host,
    vendor: flow.vendor ?? null,
    purpose: flow.purpose ?? null,
    audience: flow.audience ?? 'unknown',
    flows: 1,
    denied: flow.effect === 'refused' ? 1 : 0,
    bytesOut: end?.bytesOut ?? 0,
    bytesIn: end?.bytesIn ?? 0,
    firstAt: recordedAt,
    lastAt: recordedAt,
    days: new Map([[recordedAt.slice(0, 10), 1]]),
  };
}

function addSeen(all: Map<string, Seen>, one: Seen): void {
  const key = JSON.stringify([one.source, one.host]);
  const known = all.get(key);
  if (!known) {
    all.set(key, one);
    return;
  }
  const days = new Map(known.days);
  for (const [day, count] of one.days) days.set(day, (days.get(day) ?? 0) + count);
  all.set(key, { ...addCounts(known, one), days });
}
