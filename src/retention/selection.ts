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
const beginnings = sql`('exchange_declared', 'exchange_refused', 'file_uploaded', 'repository_labelled')`;
const ends = sql`('exchange_finished', 'exchange_abandoned')`;

/**
 * Where the rows of `ledger_record`, called `record`, are that are selected, whatever the holds say: what follows `from`.
 * Each way in is an index, kept by `offset 0` from being turned into a reading of the whole table.
 */
export function selected(selection: Selection): RawBuilder<unknown> {
  switch (selection.kind) {
    case 'person':
      return records(ofKeys(sql`key.subject_id = ${selection.personId}`));
    case 'orphaned':
      return records(ofKeys(sql`key.wrapped is null`));
    case 'conversation': {
      const ofSession = sql`select tenant_id, id, exchange_id from ledger_record where tenant_id = octroi_tenant()
        and session = ${selection.session}`;
      return records(
        withEnds(
          sql`${ofSession} and kind = 'exchange_declared' union all ${ofSession} and kind <> 'exchange_declared'`,
        ),
      );
    }
    case 'deleted':
      return records(
        withEnds(sql`select tenant_id, id, exchange_id from ledger_record
          where tenant_id = octroi_tenant() and hidden_at is not null and hidden_at <= ${selection.before}`),
      );
    case 'lifetime':
      return sql`ledger_record record where record.erased_by is null
        and ${selection.class === 'declaration' ? isOldExchange(selection) : isOld(selection)}`;
  }
}

function records(ids: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`(${ids}) as selected join ledger_record record
    on record.tenant_id = selected.tenant_id and record.id = selected.id where record.erased_by is null`;
}

function ofKeys(isKey: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`select found.tenant_id, found.id from ledger_subject_key key cross join lateral (
    select tenant_id, id from ledger_record
    where tenant_id = key.tenant_id and subject_key_id = key.id offset 0) as found where ${isKey}`;
}

// These records, and how the exchanges among them ended.
function withEnds(began: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`with began as materialized (${began})
    select tenant_id, id from began
    union select ended.tenant_id, ended.id from began cross join lateral (
      select tenant_id, id from ledger_record
      where tenant_id = began.tenant_id and exchange_id = began.exchange_id and kind in ${ends} offset 0) as ended`;
}

type Lifetime = Extract<Selection, { kind: 'lifetime' }>;

function cutoff(at: Date, days: number): Date {
  return new Date(at.getTime() - days * dayMs);
}

function isOld(due: Lifetime): RawBuilder<boolean> {
  const { class: name, lifetimes, at } = due;
  if (name === 'captured_content') return isOldCapture(due);
  return sql`(record.recorded_at < ${cutoff(at, lifetimes.classes[name])} and ledger_class_of(record.kind, record.class) = ${name})`;
}

// What two persons agreed to have captured is due when they said, and by the lifetime of its class at the latest. All in
// one `case`: other classes have no instant in that column.
function isOldCapture({ class: name, lifetimes, at }: Lifetime): RawBuilder<boolean> {
  return sql`case when ledger_class_of(record.kind, record.class) <> ${name} then false
    when record.recorded_at < ${cutoff(at, lifetimes.classes[name])} then true
    else coalesce(record.retention::timestamptz <= ${at}, false) end`;
}

/*
 * How long an exchange is kept, its beginning says. Its end goes with it (`findEnds`); an end that was recorded after its
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
      select record.tenant_id, record.id from ${selected(selection)} ${onward}
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
  const began = sql`select tenant_id, id, exchange_id from ledger_record
    where tenant_id = octroi_tenant() and id = any (${ids}::uuid[])`;
  const { rows: found } = await sql<SelectedRow>`
    select record.id, 'declaration' as class, record.recorded_at, array[]::text[] as holds
    from ${records(withEnds(began))} and not (record.id = any (${ids}::uuid[]))
      and not exists (select from retention_holds_on(record))`.execute(db);
  return found;
}
