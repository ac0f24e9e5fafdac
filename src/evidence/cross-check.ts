import { type Books, type FlowLine, type FlowSource, readFlows, sessionTraffic } from '../ledger/index.ts';
import { missingEvents } from './missing-events.ts';

/** Connections of one source to one host that only the gateway is to reach. */
export type WayAround = {
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

export type CrossQuestion = { readonly books: Books; readonly tenantId: string; readonly now: Date };

const days = 7;
const dayMs = 86_400_000;
const mostFlows = 5_000;
const mostDeliveries = 5_000;
const onlyGateway = 'only-through-the-gateway';

/** Compares the last seven days. Costs by at most 5,000 connections and 5,000 deliveries, which are opened. */
export async function crossCheck({ books, tenantId, now }: CrossQuestion): Promise<CrossCheck> {
  const from = new Date(now.getTime() - days * dayMs);
  const read = await readFlows(books, tenantId, { from, limit: mostFlows });
  const { sessions, isCut } = await sessionTraffic(books, tenantId, { from, limit: mostDeliveries });
  const consumer = read.flows.filter(({ audience }) => audience === 'consumer');
  const consumerRefused = consumer.filter(({ effect }) => effect === 'refused').length;
  const told = sessions.filter(({ deliveries }) => deliveries.length > 0);
  return {
    from: from.toISOString(),
    days,
    flows: read.flows.length,
    toldSessions: told.length,
    silentSessions: sessions.length - told.length,
    isCut: read.isCut || isCut,
    consumerPassed: consumer.length - consumerRefused,
    consumerRefused,
    waysAround: waysAround(read.flows),
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
  return [...groups.values()].flatMap(wayOf).toSorted(byLast);
}

// The newest first, as they are read.
function wayOf(flows: readonly FlowLine[]): readonly WayAround[] {
  const [newest] = flows;
  if (!newest) return [];
  const passed = flows.filter(({ effect }) => effect !== 'refused');
  const sum = (count: 'bytesOut' | 'bytesIn'): number => passed.reduce((all, { end }) => all + (end?.[count] ?? 0), 0);
  return [
    {
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
