import { sql } from 'kysely';
import { canonicalJson } from '../../base/index.ts';
import type { Scoped } from '../../store/index.ts';
import { ledgerError } from '../errors.ts';
import type { ExportFilter } from '../page-records.ts';
import type { Books } from '../keys/record-keys.ts';
import { openRows, sealedColumns, tombstonesOf } from '../read-record.ts';
import { cover, type Node } from '../tree/prove.ts';
import { nodeInTile, tileOfNode } from '../tree/tile.ts';
import { bundleOf, tileWidth } from '../tree/tile-path.ts';
import { isLogLeaf, parseLeaf } from '../tree/leaf.ts';
import type { OpenedRecord } from '../verify/opened-record.ts';
import { exportFormat } from '../verify/verify-export.ts';
import { headOf, type LogHead } from './prove.ts';
import { loadTiles } from './tiles.ts';

type Range = { readonly start: number; readonly end: number };

/**
 * Yields an export that `octroi verify` proves to be whole: a head, then every leaf between the first and the last that
 * fit, each with its record in clear where the filter asks for it and it can still be opened.
 *
 * The times of leaves need not rise, so some between may lie outside the filter's: those come without their record.
 * Memory stays flat.
 * @throws ledger_size_unknown when the log has not begun
 */
export async function* exportVerifiable(books: Books, tenantId: string, filter: ExportFilter): AsyncGenerator<string> {
  const { head, range, line } = await books.store.inTenant(tenantId, (db) => beginExport(db, filter));
  yield line;
  for (let from = range.start; from < range.end; from = nextBundle(from)) {
    const page: Range = { start: from, end: Math.min(nextBundle(from), range.end) };
    yield* await books.store.inTenant(tenantId, (db) => readPage(db, { books, tenantId, head, filter }, page));
  }
}

function nextBundle(from: number): number {
  return (Math.floor(from / tileWidth) + 1) * tileWidth;
}

async function beginExport(db: Scoped, filter: ExportFilter) {
  const head = await headOf(db);
  if (!head) throw ledgerError('ledger_size_unknown', { size: 0 });
  const range = await rangeOf(db, head, filter);
  const keys = await db.selectFrom('ledger_signing_key').select('vkey').where('retired_at', 'is', null).execute();
  const line = canonicalJson({
    octroi: exportFormat,
    ...range,
    before: await nodes(db, cover(0, range.start), head.size),
    after: await nodes(db, cover(range.end, head.size), head.size),
    checkpoint: head.checkpoint,
    keys: keys.map(({ vkey }) => vkey),
  });
  return { head, range, line };
}

// Without a filter by time, the whole log; else from the first record that fits to the last.
async function rangeOf(db: Scoped, head: LogHead, { from, until }: ExportFilter): Promise<Range> {
  if (!from && !until) return { start: 0, end: head.size };
  const { rows } = await sql<{ first: string | null; last: string | null }>`
    select min(seq) as first, max(seq) as last from ledger_position
    join ledger_record on ledger_record.tenant_id = ledger_position.tenant_id and ledger_record.id = record_id
    where recorded_at >= ${from ?? '-infinity'} and recorded_at < ${until ?? 'infinity'} and seq < ${head.size}`.execute(
    db,
  );
  const { first, last } = rows[0] ?? {};
  return first && last ? { start: Number(first), end: Number(last) + 1 } : { start: 0, end: 0 };
}

async function nodes(db: Scoped, wanted: readonly Node[], size: number): Promise<readonly string[]> {
  const tiles = await loadTiles(
    db,
    wanted.map((node) => tileOfNode(node, size)),
  );
  return wanted.map((node) => Buffer.from(nodeInTile(node, tiles.hashes(tileOfNode(node, size)))).toString('base64'));
}

type Page = {
  readonly books: Books;
  readonly tenantId: string;
  readonly head: LogHead;
  readonly filter: ExportFilter;
};

async function readPage(db: Scoped, page: Page, { start, end }: Range): Promise<readonly string[]> {
  const bundle = bundleOf(start, page.head.size);
  const entries = (await loadTiles(db, [bundle])).entries(bundle).slice(start % tileWidth, ((end - 1) % tileWidth) + 1);
  const leaves = entries.map((entry) => ({ text: Buffer.from(entry).toString('utf8'), leaf: parseLeaf(entry) }));
  const wanted = leaves.flatMap(({ leaf }) => (isLogLeaf(leaf) || !fits(page.filter, leaf) ? [] : [leaf.record]));
  const opened = await openRecords(db, page, wanted);
  const tombstones = await tombstonesOf(
    db,
    wanted.filter((id) => !opened.has(id)),
  );
  return leaves.map(({ text, leaf }) => {
    const record = isLogLeaf(leaf) ? '' : leaf.record;
    const found = opened.get(record);
    if (!found) return canonicalJson({ leaf: text, erasedBy: tombstones.get(record) });
    return canonicalJson({
      leaf: text,
      opening: found.opening.toString('base64url'),
      record: JSON.parse(found.recordText),
    });
  });
}

function fits(
  { from, until, kinds }: ExportFilter,
  { time, kind }: { readonly time: string; readonly kind: string },
): boolean {
  if (kinds?.length && !kinds.some((each) => each === kind)) return false;
  return (!from || time >= from) && (!until || time < until);
}

/** The records of these ids in clear; those that cannot be opened any more are not among them. */
export async function openRecords(
  db: Scoped,
  { books, tenantId }: Pick<Page, 'books' | 'tenantId'>,
  ids: readonly string[],
): Promise<ReadonlyMap<string, OpenedRecord>> {
  if (ids.length === 0) return new Map();
  const rows = await db.selectFrom('ledger_readable').select(sealedColumns).where('id', 'in', ids).execute();
  const open = await openRows(db, { tenantId, recordKeys: books.recordKeys }, rows);
  return new Map(open.map(({ record, opening, text }) => [record.id, { opening, recordText: text }]));
}
