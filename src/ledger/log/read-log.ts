import { type ExpressionBuilder, sql } from 'kysely';
import { anyUuid } from '../../base/index.ts';
import type { Scoped, Store, Tables } from '../../store/index.ts';
import { ledgerError } from '../errors.ts';
import type { Books } from '../keys/record-keys.ts';
import { openRows, sealedColumns } from '../read-record.ts';
import type { LedgerRecord, RecordKind } from '../records.ts';
import { parseLeaf } from '../tree/leaf.ts';
import { headOf, leafAt } from './prove.ts';

/** What the ledger tells of a record without opening it. */
export type RecordLine = {
  readonly id: string;
  readonly kind: RecordKind;
  readonly class: string;
  readonly recordedAt: string;
  /** Its place in the log; null while it waits to be logged, a second at most. */
  readonly seq: number | null;
  readonly personId: string | null;
  readonly workspaceId: string | null;
  readonly exchangeId: string | null;
  /** Whether it was erased or its conversation deleted, so that nobody can read it any more. */
  readonly isErased: boolean;
};

/** Which records; every member narrows. `before` is the last record of the page above. */
export type RecordFilter = {
  readonly kind?: RecordKind | undefined;
  readonly personId?: string | undefined;
  readonly workspaceId?: string | undefined;
  readonly from?: string | undefined;
  readonly until?: string | undefined;
  readonly before?: { readonly recordedAt: string; readonly id: string } | undefined;
  readonly limit: number;
};

/** One place of the log: its leaf as it is hashed, and the record that the leaf commits to, where it can be opened. */
export type LogEntry = {
  readonly leafText: string | undefined;
  readonly line: RecordLine | undefined;
  readonly record: LedgerRecord | undefined;
};

/** A head that was kept for good. */
export type KeptHead = {
  readonly size: number;
  readonly signedAt: string;
  readonly note: string;
  readonly isCosigned: boolean;
  readonly hasTimeStamp: boolean;
};

/** Lists records, the newest first. */
export async function listRecords(
  store: Store,
  tenantId: string,
  filter: RecordFilter,
): Promise<readonly RecordLine[]> {
  return store.inTenant(tenantId, async (db) => {
    const rows = await lines(db)
      // What was erased is shown as what its leaf says; what is only hidden, nowhere.
      .where(sql<boolean>`(record.erased_by is not null or ${isReadable})`)
      .where((where) => where.and(conditions(where, filter)))
      .orderBy('recorded_at', 'desc')
      .orderBy('record.id', 'desc')
      .limit(filter.limit)
      .execute();
    return rows.map(lineOf);
  });
}

/**
 * Finds an entry by the id of its record, or by its place in the log.
 * @throws ledger_record_unknown
 */
export async function findEntry(books: Books, tenantId: string, name: string): Promise<LogEntry> {
  return books.store.inTenant(tenantId, async (db) => {
    if (!/^\d{1,15}$/.test(name)) return entryOfRecord(db, { books, tenantId, recordId: anyUuid(name) });
    const size = (await headOf(db))?.size ?? 0;
    if (Number(name) >= size) throw ledgerError('ledger_record_unknown', { recordId: name });
    const leafText = await leafAt(db, Number(name), size);
    const leaf = parseLeaf(Buffer.from(leafText));
    if (!('record' in leaf)) return { leafText, line: undefined, record: undefined };
    return entryOfRecord(db, { books, tenantId, recordId: leaf.record });
  });
}

/** The heads that are kept, the newest first. */
export async function listHeads(store: Store, tenantId: string, limit: number): Promise<readonly KeptHead[]> {
  const rows = await store.inTenant(tenantId, (db) =>
    db
      .selectFrom('ledger_checkpoint')
      .select(['size', 'signed_at', 'note', 'is_cosigned', sql<boolean>`time_stamp is not null`.as('has_time_stamp')])
      .orderBy('signed_at', 'desc')
      .orderBy('size', 'desc')
      .limit(limit)
      .execute(),
  );
  return rows.map((row) => ({
    size: Number(row.size),
    signedAt: row.signed_at.toISOString(),
    note: row.note,
    isCosigned: row.is_cosigned,
    hasTimeStamp: row.has_time_stamp,
  }));
}

/** The RFC 3161 answer over a kept head, as it came. @throws ledger_time_stamp_unknown */
export async function findTimeStamp(store: Store, tenantId: string, head: Pick<KeptHead, 'size' | 'signedAt'>) {
  const row = await store.inTenant(tenantId, (db) =>
    db
      .selectFrom('ledger_checkpoint')
      .select('time_stamp')
      .where('size', '=', String(head.size))
      .where('signed_at', '=', new Date(head.signedAt))
      .executeTakeFirst(),
  );
  if (!row?.time_stamp) throw ledgerError('ledger_time_stamp_unknown', { size: head.size });
  return row.time_stamp;
}

/** The keys that sign the log now, as text (C2SP signed-note), the classical before the post-quantum one. */
export async function signingKeysOf(store: Store, tenantId: string): Promise<readonly string[]> {
  const rows = await store.inTenant(tenantId, (db) =>
    db.selectFrom('ledger_signing_key').select('vkey').where('retired_at', 'is', null).orderBy('kind').execute(),
  );
  return rows.map(({ vkey }) => vkey);
}

const isReadable = sql`exists (select from ledger_readable readable where readable.id = record.id)`;

function lines(db: Scoped) {
  return db
    .selectFrom('ledger_record as record')
    .leftJoin('ledger_position as position', (join) =>
      join.onRef('position.tenant_id', '=', 'record.tenant_id').onRef('position.record_id', '=', 'record.id'),
    )
    .leftJoin('ledger_subject_key as key', (join) =>
      join.onRef('key.tenant_id', '=', 'record.tenant_id').onRef('key.id', '=', 'record.subject_key_id'),
    )
    .select([
      'record.id',
      'record.kind',
      'record.class',
      'record.recorded_at',
      'record.person_id',
      'record.workspace_id',
      'record.exchange_id',
      'position.seq',
      sql<boolean>`key.wrapped is null or not ${isReadable}`.as('is_erased'),
    ]);
}

type Row = Awaited<ReturnType<ReturnType<typeof lines>['execute']>>[number];

function lineOf(row: Row): RecordLine {
  return {
    id: row.id,
    // The ledger alone writes this column.
    kind: row.kind as RecordKind,
    class: row.class,
    recordedAt: row.recorded_at.toISOString(),
    seq: row.seq === null ? null : Number(row.seq),
    personId: row.is_erased ? null : row.person_id,
    workspaceId: row.is_erased ? null : row.workspace_id,
    exchangeId: row.is_erased ? null : row.exchange_id,
    isErased: row.is_erased,
  };
}

type Joined = Tables & { record: Tables['ledger_record'] };

function conditions(where: ExpressionBuilder<Joined, 'record'>, filter: RecordFilter) {
  const { before } = filter;
  return [
    ...(filter.kind ? [where('record.kind', '=', filter.kind)] : []),
    ...(filter.personId ? [where('record.person_id', '=', filter.personId)] : []),
    ...(filter.workspaceId ? [where('record.workspace_id', '=', filter.workspaceId)] : []),
    ...(filter.from ? [where('record.recorded_at', '>=', new Date(filter.from))] : []),
    ...(filter.until ? [where('record.recorded_at', '<', new Date(filter.until))] : []),
    ...(before
      ? [sql<boolean>`(record.recorded_at, record.id) < (${before.recordedAt}::timestamptz, ${before.id}::uuid)`]
      : []),
  ];
}

type Wanted = { readonly books: Books; readonly tenantId: string; readonly recordId: string };

async function entryOfRecord(db: Scoped, { books, tenantId, recordId }: Wanted): Promise<LogEntry> {
  const row = await lines(db).where('record.id', '=', recordId).executeTakeFirst();
  if (!row) throw ledgerError('ledger_record_unknown', { recordId });
  const line = lineOf(row);
  const sealed = await db.selectFrom('ledger_readable').select(sealedColumns).where('id', '=', recordId).execute();
  const [open] = await openRows(db, { tenantId, recordKeys: books.recordKeys }, sealed);
  const size = (await headOf(db))?.size ?? 0;
  const leafText = line.seq === null ? undefined : await leafAt(db, line.seq, size);
  return { leafText, line, record: open?.record };
}
