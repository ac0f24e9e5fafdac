import { sql } from 'kysely';
import { OctroiError } from '../../base/index.ts';
import type { Scoped } from '../../store/index.ts';
import type { Books } from '../keys/record-keys.ts';
import { openRows, sealedColumns } from '../read-record.ts';
import type { LedgerRecord } from '../records.ts';
import { isLogLeaf, type Leaf, parseLeaf } from '../tree/leaf.ts';
import { bundleOf, tileWidth } from '../tree/tile-path.ts';
import { headOf } from './prove.ts';
import { loadTiles } from './tiles.ts';

/**
 * One entry of a log, in its place. `erased`: its record is gone or its key destroyed. `unreadable`: its seal is broken,
 * so somebody has changed it. `log`: the log speaks of itself.
 */
export type FollowedEntry = {
  readonly seq: number;
  readonly kind: string;
  readonly recordedAt: string;
  /** The record's id; for an entry of the log itself its place. */
  readonly id: string;
  readonly content: LedgerRecord | 'erased' | 'unreadable' | 'log';
};

/** What stands from one place on, and the place after it. `missing` counts entries that are no longer kept. */
export type FollowedPage = {
  readonly entries: readonly FollowedEntry[];
  readonly next: number;
  readonly missing: number;
};

/** Where to read: from this place, at most so many entries. */
export type LogRange = { readonly from: number; readonly limit: number };

/** Reads a tenant's log in its order, at most to the end of the bundle that `from` is in; the last page is empty. */
export async function followLog(books: Books, tenantId: string, { from, limit }: LogRange): Promise<FollowedPage> {
  return books.store.inTenant(tenantId, async (db) => {
    const size = (await headOf(db))?.size ?? 0;
    const end = Math.min(from + limit, (Math.floor(from / tileWidth) + 1) * tileWidth, size);
    if (from >= end) return { entries: [], next: from, missing: 0 };
    const leaves = await leavesOf(db, { from, end, size });
    const contents = await contentsOf(db, { books, tenantId }, leaves);
    const entries = leaves.map((leaf, at) => ({
      seq: leaf.seq,
      kind: leaf.kind,
      recordedAt: leaf.time,
      id: isLogLeaf(leaf) ? `${tenantId}/${leaf.seq}` : leaf.record,
      content: contents[at] ?? 'erased',
    }));
    return { entries, next: end, missing: end - from - leaves.length };
  });
}

/** The place of the first entry whose record is not older than `since`, or the log's end. */
export async function placeSince({ store }: Books, tenantId: string, since: string): Promise<number> {
  return store.inTenant(tenantId, async (db) => {
    const { rows } = await sql<{ first: string | null }>`
      select min(seq) as first from ledger_position
      join ledger_readable on ledger_readable.tenant_id = ledger_position.tenant_id and ledger_readable.id = record_id
      where recorded_at >= ${since}`.execute(db);
    return Number(rows[0]?.first ?? (await headOf(db))?.size ?? 0);
  });
}

type Stretch = { readonly from: number; readonly end: number; readonly size: number };

// A bundle that is not kept any more is passed over: who reads on is told how much was missing.
async function leavesOf(db: Scoped, { from, end, size }: Stretch): Promise<readonly Leaf[]> {
  const bundle = bundleOf(from, size);
  const tiles = await loadTiles(db, [bundle]);
  if (!tiles.bytes(bundle)) return [];
  const first = bundle.index * tileWidth;
  return tiles
    .entries(bundle)
    .slice(from - first, end - first)
    .map(parseLeaf);
}

type Opening = { readonly books: Books; readonly tenantId: string };

async function contentsOf(
  db: Scoped,
  opening: Opening,
  leaves: readonly Leaf[],
): Promise<readonly FollowedEntry['content'][]> {
  const ids = leaves.flatMap((leaf) => (isLogLeaf(leaf) ? [] : [leaf.record]));
  const opened = await openAll(db, opening, ids);
  return leaves.map((leaf) => (isLogLeaf(leaf) ? 'log' : (opened.get(leaf.record) ?? 'erased')));
}

// Together is quicker; one by one only where a seal is broken, so that this one record does not hide the others.
async function openAll(
  db: Scoped,
  { books, tenantId }: Opening,
  ids: readonly string[],
): Promise<ReadonlyMap<string, LedgerRecord | 'unreadable'>> {
  if (ids.length === 0) return new Map();
  const rows = await db.selectFrom('ledger_readable').select(sealedColumns).where('id', 'in', ids).execute();
  const open = async (some: typeof rows) => openRows(db, { tenantId, recordKeys: books.recordKeys }, some);
  try {
    return new Map((await open(rows)).map(({ record }) => [record.id, record]));
  } catch (fault) {
    if (!isBrokenSeal(fault)) throw fault;
  }
  const opened = new Map<string, LedgerRecord | 'unreadable'>();
  for (const row of rows) {
    try {
      for (const { record } of await open([row])) opened.set(row.id, record);
    } catch (fault) {
      if (!isBrokenSeal(fault)) throw fault;
      opened.set(row.id, 'unreadable');
    }
  }
  return opened;
}

function isBrokenSeal(fault: unknown): boolean {
  return fault instanceof OctroiError && fault.code === 'ledger_unseal_failed';
}
