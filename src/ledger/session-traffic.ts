import { sql } from 'kysely';
import type { TelemetryReceived } from './client-records.ts';
import type { Books } from './keys/record-keys.ts';
import { openRows, sealedColumns } from './read-record.ts';

/** A delivery of a client's telemetry: how many events, of which numbers, and how many requests they tell of. */
export type Delivery = Pick<TelemetryReceived, 'recordedAt' | 'events' | 'firstSequence' | 'lastSequence' | 'requests'>;

/** What is known of a person's session from two sides: what went through the gateway, and what its client told. */
export type SessionTraffic = {
  readonly personId: string;
  readonly session: string;
  readonly exchanges: number;
  readonly lastAt: string;
  /** The oldest first. */
  readonly deliveries: readonly Delivery[];
};

/** `isCut`: more deliveries came since the instant than were read. */
export type SessionsRead = { readonly sessions: readonly SessionTraffic[]; readonly isCut: boolean };

// A request goes out before its client tells of it.
const aheadMs = 3_600_000;

/**
 * The sessions since an instant: of each the exchanges and the deliveries. Reads at most `limit` deliveries, the newest;
 * counts by every exchange.
 */
export async function sessionTraffic(
  { store, recordKeys }: Books,
  tenantId: string,
  { from, limit }: { readonly from: Date; readonly limit: number },
): Promise<SessionsRead> {
  return store.inTenant(tenantId, async (db) => {
    const sealed = await db
      .selectFrom('ledger_readable')
      .select(sealedColumns)
      .where('kind', '=', 'telemetry_received')
      .where('recorded_at', '>=', from)
      .orderBy('recorded_at', 'desc')
      .orderBy('id', 'desc')
      .limit(limit)
      .execute();
    const counted = await db
      .selectFrom('ledger_readable')
      .select(['person_id', 'session', sql<Date>`max(recorded_at)`.as('last'), sql<number>`count(*)::int`.as('count')])
      .where('kind', '=', 'exchange_declared')
      .where('session', 'is not', null)
      .where('recorded_at', '>=', new Date(from.getTime() - aheadMs))
      .groupBy(['person_id', 'session'])
      .execute();
    const sessions = new Map<string, Growing>();
    for (const { person_id: personId, session, last, count } of counted) {
      const of = growing(sessions, { personId: personId ?? '', session: session ?? '' });
      of.exchanges = count;
      of.lastAt = last.toISOString();
    }
    for (const { record } of (await openRows(db, { tenantId, recordKeys }, sealed)).toReversed())
      if (record.kind === 'telemetry_received') addDelivery(sessions, record);
    const inTime = [...sessions.values()].filter(({ lastAt }) => lastAt >= from.toISOString());
    return { sessions: inTime, isCut: sealed.length === limit };
  });
}

type Growing = { -readonly [Key in keyof SessionTraffic]: SessionTraffic[Key] } & { deliveries: Delivery[] };

function growing(
  sessions: Map<string, Growing>,
  { personId, session }: Pick<SessionTraffic, 'personId' | 'session'>,
): Growing {
  const key = `${personId} ${session}`;
  const found = sessions.get(key) ?? { personId, session, exchanges: 0, lastAt: '', deliveries: [] };
  sessions.set(key, found);
  return found;
}

function addDelivery(sessions: Map<string, Growing>, record: TelemetryReceived): void {
  const { sender, client, recordedAt, events, firstSequence, lastSequence, requests } = record;
  // What names no session cannot be compared with anything.
  if (client.sessionId === undefined) return;
  const of = growing(sessions, { personId: sender.personId, session: client.sessionId });
  if (recordedAt > of.lastAt) of.lastAt = recordedAt;
  of.deliveries.push({
    recordedAt,
    events,
    ...(firstSequence === undefined ? {} : { firstSequence }),
    ...(lastSequence === undefined ? {} : { lastSequence }),
    ...(requests === undefined ? {} : { requests }),
  });
}
