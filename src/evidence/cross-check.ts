import {
  type Books,
  type FlowLine,
  type FlowSource,
  readFlows,
  sessionTraffic,
  type Sighting,
} from '../ledger/index.ts';
import type { HostRule } from '../policy/index.ts';
import { missingEvents } from './missing-events.ts';
import type { ToldByLogs } from './told-by-others.ts';

/** Connections of one source to one host that only the gateway is to reach. */
export type WayAround = {
  /** Who saw them: the proxy, or logs of other programs. */
  readonly witness: 'proxy' | 'log';
  readonly source: FlowSource;
  readonly host: string;
  readonly vendor: string | undefined;
  /** How many were let through, and how many were refused: of those nothing passed. */
  readonly passed: number;
  readonly refused: number;
  readonly bytesOut: number;
  readonly bytesIn: number;
  readonly firstAt: string;
  readonly lastAt: string;
};

/** A session whose client tells of more requests than the gateway saw of it. */
export type UntoldSession = {
  readonly personId: string;
  readonly session: string;
  readonly told: number;
  readonly seen: number;
  readonly lastAt: string;
};

/** A session whose client's events came with holes. */
export type BlindSession = {
  readonly personId: string;
  readonly session: string;
  readonly missing: number;
  readonly of: number;
  readonly lastAt: string;
};

/**
 * What the gateway, the proxy and the clients' telemetry say of each other. Whoever is asked alone looks complete: a way
 * around one of them shows only in another.
 */
export type CrossCheck = {
  readonly from: string;
  readonly days: number;
  /** How much there was to compare: connections, sessions whose client told anything, and those whose client told nothing. */
  readonly flows: number;
  /** Connections to the API of the gateway's vendor that logs of other programs tell of, the gateways' own among them. */
  readonly sighted: number;
  /** Some of them are known to be a gateway's: then it is known which are not. */
  readonly isGatewaySighted: boolean;
  readonly toldSessions: number;
  readonly silentSessions: number;
  /** There was more than is looked through: what is not in the lists may be there all the same. */
  readonly isCut: boolean;
  /** Connections to what vendors sell to consumers: those let through, and those refused. */
  readonly consumerPassed: number;
  readonly consumerRefused: number;
  readonly waysAround: readonly WayAround[];
  readonly untold: readonly UntoldSession[];
  readonly blind: readonly BlindSession[];
};

export type CrossQuestion = {
  readonly books: Books;
  readonly tenantId: string;
  readonly now: Date;
  readonly told: ToldByLogs;
};

const days = 7;
const dayMs = 86_400_000;
const mostFlows = 5_000;
const mostDeliveries = 5_000;
const onlyGateway: HostRule = 'only-through-the-gateway';
// Whose API the gateway speaks: that of others is no way around it.
const gatewayVendor = 'anthropic';

/** Compares the last seven days. Costs by at most 5,000 connections and 5,000 deliveries, which are opened. */
export async function crossCheck({ books, tenantId, now, told: byLogs }: CrossQuestion): Promise<CrossCheck> {
  const from = new Date(now.getTime() - days * dayMs);
  const read = await readFlows(books, tenantId, { from, limit: mostFlows });
  const { sessions, isCut } = await sessionTraffic(books, tenantId, { from, limit: mostDeliveries });
  const sightings = byLogs.sightings.filter(
    ({ vendor, purpose, lastAt }) => vendor === gatewayVendor && purpose === 'api' && lastAt >= from.toISOString(),
  );
  const consumer = read.flows.filter(({ audience }) => audience === 'consumer');
  const consumerRefused = consumer.filter(({ effect }) => effect === 'refused').length;
  const told = sessions.filter(({ deliveries }) => deliveries.length > 0);
  return {
    from: from.toISOString(),
    days,
    flows: read.flows.length,
    sighted: sightings.reduce((sum, { flows }) => sum + flows, 0),
    isGatewaySighted: sightings.some(({ source }) => byLogs.gateways.has(source)),
    toldSessions: told.length,
    silentSessions: sessions.length - told.length,
    isCut: read.isCut || isCut,
    consumerPassed: consumer.length - consumerRefused,
    consumerRefused,
    waysAround: [...waysAround(read.flows), ...sightedWays(sightings, byLogs.gateways)].toSorted(byLast),
    untold: told
      .map(({ personId, session, exchanges: seen, deliveries, lastAt }) => {
        const requests = deliveries.reduce((sum, delivery) => sum + (delivery.requests ?? 0), 0);
        return { personId, session, told: requests, seen, lastAt };
      })
      .filter((each) => each.told > each.seen)
      .toSorted(byLast),
    blind: told
      .map(({ personId, session, deliveries, lastAt }) => ({
        personId,
        session,
        ...missingEvents(deliveries),
        lastAt,
      }))
      .filter(({ missing }) => missing > 0)
      .toSorted(byLast),
  };
}

function waysAround(flows: readonly FlowLine[]): readonly WayAround[] {
  const tried = flows.filter(({ rule }) => rule === onlyGateway);
  const groups = Map.groupBy(tried, ({ source, host }) => JSON.stringify([source, host]));
  return [...groups.values()].flatMap(wayOf);
}

function sightedWays(sightings: readonly Sighting[], gateways: ReadonlySet<string>): readonly WayAround[] {
  const others = sightings.filter(({ source }) => !gateways.has(source));
  const groups = Map.groupBy(others, ({ source, host }) => JSON.stringify([source, host]));
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (!first) return [];
    const sum = (count: 'flows' | 'denied' | 'bytesOut' | 'bytesIn'): number =>
      group.reduce((all, sighting) => all + sighting[count], 0);
    const [firsts, lasts] = [
      group.map(({ firstAt }) => firstAt).toSorted(),
      group.map(({ lastAt }) => lastAt).toSorted(),
    ];
    return [
      {
        witness: 'log' as const,
        source: { network: first.source },
        host: first.host,
        vendor: first.vendor,
        passed: sum('flows') - sum('denied'),
        refused: sum('denied'),
        bytesOut: sum('bytesOut'),
        bytesIn: sum('bytesIn'),
        firstAt: firsts[0] ?? first.firstAt,
        lastAt: lasts.at(-1) ?? first.lastAt,
      },
    ];
  });
}

// The newest first, as they are read.
function wayOf(flows: readonly FlowLine[]): readonly WayAround[] {
  const [newest] = flows;
  if (!newest) return [];
  const passed = flows.filter(({ effect }) => effect !== 'refused');
  const sum = (count: 'bytesOut' | 'bytesIn'): number => passed.reduce((all, { end }) => all + (end?.[count] ?? 0), 0);
  return [
    {
      witness: 'proxy',
      source: newest.source,
      host: newest.host,
      vendor: newest.vendor,
      passed: passed.length,
      refused: flows.length - passed.length,
      bytesOut: sum('bytesOut'),
      bytesIn: sum('bytesIn'),
      firstAt: flows.at(-1)?.recordedAt ?? newest.recordedAt,
      lastAt: newest.recordedAt,
    },
  ];
}

function byLast(one: { readonly lastAt: string }, other: { readonly lastAt: string }): number {
  if (one.lastAt === other.lastAt) return 0;
  return one.lastAt < other.lastAt ? 1 : -1;
}
