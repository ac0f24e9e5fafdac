import { type RawBuilder, sql } from 'kysely';
import type { RetentionClass } from '../ledger/index.ts';
import type { Scoped } from '../store/index.ts';
import type { Lifetimes } from './retention.ts';

/** Which records an order is about. */
export type Selection =
  | { readonly kind: 'person'; readonly personId: string }
  | { readonly kind: 'conversation'; readonly session: string }
  /** Conversations that were deleted at that instant or before. */
  | { readonly kind: 'deleted'; readonly before: Date }
  /** What was recorded for a person after their key was destroyed. */
  | { readonly kind: 'orphaned' }
  | { readonly kind: 'lifetime'; readonly class: RetentionClass; readonly lifetimes: Lifetimes; readonly at: Date };

const dayMs = 86_400_000;
const beginnings = sql`('exchange_declared', 'exchange_refused')`;
const ends = sql`('exchange_finished', 'exchange_abandoned')`;

/** The condition that a row of `ledger_record` called `record` is selected, whatever the holds say. */
export function isSelected(selection: Selection): RawBuilder<boolean> {
  switch (selection.kind) {
    case 'person':
      return sql`record.subject_key_id in (select id from ledger_subject_key where subject_id = ${selection.personId})`;
    case 'conversation': {
      const { session } = selection;
      return sql`(record.session = ${session} or record.exchange_id in (
        select exchange_id from ledger_record where session = ${session} and exchange_id is not null))`;
    }
    case 'deleted': {
      const { before } = selection;
      return sql`(record.hidden_at <= ${before} or record.exchange_id in (
        select exchange_id from ledger_record where hidden_at <= ${before} and exchange_id is not null))`;
    }
    case 'orphaned':
      return sql`record.subject_key_id in (select id from ledger_subject_key where wrapped is null)`;
    case 'lifetime':
      return selection.class === 'declaration' ? isOldExchange(selection) : isOld(selection);
  }
}

type Lifetime = Extract<Selection, { kind: 'lifetime' }>;

function cutoff(at: Date, days: number): Date {
  return new Date(at.getTime() - days * dayMs);
}

function isOld({ class: name, lifetimes, at }: Lifetime): RawBuilder<boolean> {
  return sql`(record.recorded_at < ${cutoff(at, lifetimes.classes[name])} and ledger_class_of(record.kind, record.class) = ${name})`;
}

/*
 * How long an exchange is kept, its beginning says. Its end goes with it (`withEnds`); an end that was recorded after its
 * beginning was erased goes when the longest lifetime is over.
 */
function isOldExchange({ lifetimes, at }: Lifetime): RawBuilder<boolean> {
  const { exchanges, usualExchange, classes } = lifetimes;
  const usual = exchanges[usualExchange] ?? classes.declaration;
  const longest = Math.max(usual, ...Object.values(exchanges));
  const shortest = Math.min(usual, ...Object.values(exchanges));
  const byName = sql.join(
    Object.entries(exchanges).map(([name, days]) => sql`when ${name} then ${cutoff(at, days)}::timestamptz`),
    sql` `,
  );
  return sql`(record.recorded_at < ${cutoff(at, shortest)} and (
    (record.kind in ${beginnings}
      and record.recorded_at < case record.retention ${byName} else ${cutoff(at, usual)}::timestamptz end)
    or (record.kind in ${ends} and record.recorded_at < ${cutoff(at, longest)})))`;
}

export type SelectedRow = {
  readonly id: string;
  readonly class: RetentionClass;
  readonly recorded_at: Date;
  readonly holds: readonly string[];
};

export type Page = {
  readonly limit?: number | undefined;
  readonly after?: Pick<SelectedRow, 'id' | 'recorded_at'> | undefined;
};

/**
 * The records that are selected, the oldest first, each with the holds it is under. The holds are asked of the page alone,
 * so that a page costs the same however many records there are.
 */
export async function findSelected(
  db: Scoped,
  selection: Selection,
  { limit, after }: Page = {},
): Promise<readonly SelectedRow[]> {
  const onward = after ? sql`and (record.recorded_at, record.id) > (${after.recorded_at}, ${after.id}::uuid)` : sql``;
  const { rows } = await sql<SelectedRow>`
    with page as materialized (
      select record.tenant_id, record.id from ledger_record record
      where record.erased_by is null and ${isSelected(selection)} ${onward}
      order by record.recorded_at, record.id ${limit === undefined ? sql`` : sql`limit ${limit}`}
    )
    select record.id, ledger_class_of(record.kind, record.class) as class, record.recorded_at,
      array(select retention_holds_on(record)::text) as holds
    from page join ledger_record record on record.tenant_id = page.tenant_id and record.id = page.id
    order by record.recorded_at, record.id`.execute(db);
  return rows;
}

/** The ends of the exchanges among these records. */
export async function findEnds(db: Scoped, rows: readonly SelectedRow[]): Promise<readonly SelectedRow[]> {
  const ids = rows.filter((row) => row.class === 'declaration').map(({ id }) => id);
  if (ids.length === 0) return [];
  const { rows: found } = await sql<SelectedRow>`
    select record.id, 'declaration' as class, record.recorded_at, array[]::text[] as holds
    from ledger_record record
    where record.erased_by is null and record.kind in ${ends} and record.exchange_id in (
      select exchange_id from ledger_record began where began.id = any (${ids}::uuid[]) and began.exchange_id is not null)
      and not exists (select from retention_holds_on(record))`.execute(db);
  const known = new Set(ids);
  return found.filter(({ id }) => !known.has(id));
}
