import { sql } from 'kysely';
import { canonicalJson, sha256Hex } from '../base/index.ts';
import type { RetentionClass } from '../ledger/index.ts';
import type { Scoped } from '../store/index.ts';
import { holdsOnPerson } from './erase.ts';
import { retentionError } from './errors.ts';
import { endRunOutHolds } from './holds.ts';
import { lockRetention, type Retention } from './retention.ts';
import { type Selection, selected } from './selection.ts';
import { dueSelections } from './due.ts';

/** What would be erased of a class, and what a hold keeps. */
export type PlanLine = {
  readonly class: RetentionClass;
  readonly records: number;
  readonly held: number;
  /** When the oldest of them was recorded. */
  readonly oldestAt: string;
};

export type HeldByHold = { readonly holdId: string; readonly records: number };

/** What an erasure would do, without doing it. */
export type ErasurePlan = {
  readonly lines: readonly PlanLine[];
  readonly byHold: readonly HeldByHold[];
  /** Rows beside the records that would be removed, by table. */
  readonly rows: Readonly<Record<string, number>>;
  /** Names exactly this: what an order repeats to show that it was looked at. */
  readonly digest: string;
};

/** What a person’s or a conversation’s erasure would do now. */
export async function planErasure(retention: Retention, tenantId: string, selection: Selection): Promise<ErasurePlan> {
  return retention.store.inTenant(tenantId, async (db) => {
    await lockRetention(db, tenantId);
    await endRunOutHolds(db, retention, tenantId);
    return planWithin(db, retention, selection);
  });
}

/** What the next sweep would do now. */
export async function planSweep(retention: Retention, tenantId: string): Promise<ErasurePlan> {
  return retention.store.inTenant(tenantId, async (db) => {
    await lockRetention(db, tenantId);
    await endRunOutHolds(db, retention, tenantId);
    const counted: Counted[] = [];
    for (const { selection } of dueSelections(retention)) counted.push(...(await count(db, selection)));
    return planOf(counted, {}, []);
  });
}

/** The check that a plan which somebody has looked at is still what would happen. @throws retention_plan_other */
export function confirming(retention: Retention, selection: Selection, digest: string) {
  return async (db: Scoped): Promise<void> => {
    const plan = await planWithin(db, retention, selection);
    if (plan.digest !== digest) throw retentionError('retention_plan_other', { digest: plan.digest });
  };
}

async function planWithin(db: Scoped, retention: Retention, selection: Selection): Promise<ErasurePlan> {
  const isPerson = selection.kind === 'person';
  const rows = isPerson ? await retention.personRows.count(db, selection.personId) : {};
  const holds = isPerson ? await holdsOnPerson(db, selection.personId) : [];
  return planOf(await count(db, selection), rows, holds);
}

type Counted = {
  readonly class: RetentionClass;
  readonly holds: readonly string[];
  readonly records: number;
  readonly oldest: Date;
};

async function count(db: Scoped, selection: Selection): Promise<readonly Counted[]> {
  const { rows } = await sql<Counted>`
    select class, holds, count(*)::int as records, min(recorded_at) as oldest
    from (
      select ledger_class_of(record.kind, record.class) as class, record.recorded_at,
        array(select retention_holds_on(record)::text order by 1) as holds
      from ${selected(selection)}
    ) as counted group by class, holds order by class, holds`.execute(db);
  return rows;
}

function planOf(
  counted: readonly Counted[],
  rows: Readonly<Record<string, number>>,
  onPerson: readonly string[],
): ErasurePlan {
  const lines = [...Map.groupBy(counted, (each) => each.class)].map(([name, each]) => ({
    class: name,
    records: sumOf(each.filter(({ holds }) => holds.length === 0)),
    held: sumOf(each.filter(({ holds }) => holds.length > 0)),
    oldestAt: new Date(Math.min(...each.map(({ oldest }) => oldest.getTime()))).toISOString(),
  }));
  const holdIds = [...new Set([...counted.flatMap(({ holds }) => holds), ...onPerson])].toSorted();
  const byHold = holdIds.map((holdId) => ({
    holdId,
    records: sumOf(counted.filter(({ holds }) => holds.includes(holdId))),
  }));
  const plan = { lines, byHold, rows };
  return { ...plan, digest: sha256Hex(canonicalJson(plan)).slice(0, 16) };
}

function sumOf(counted: readonly Counted[]): number {
  return counted.reduce((sum, { records }) => sum + records, 0);
}
