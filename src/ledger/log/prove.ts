import { anyUuid } from '../../base/index.ts';
import type { Scoped, Store } from '../../store/index.ts';
import { ledgerError } from '../errors.ts';
import type { Books } from '../keys/record-keys.ts';
import { openRows, sealedColumns, tombstonesOf } from '../read-record.ts';
import { parseCheckpoint } from '../tree/checkpoint.ts';
import { parseNote } from '../tree/note.ts';
import { planConsistency, planInclusion } from '../tree/prove.ts';
import { bundleOf } from '../tree/tile-path.ts';
import { formatTlogProof } from '../tree/tlog-proof.ts';
import type { OpenedRecord } from '../verify/opened-record.ts';
import { formatConsistency } from '../verify/verify-checkpoints.ts';
import { formatProofExtra } from '../verify/verify-proof.ts';
import { loadTiles, proveFromTiles } from './tiles.ts';

/** The signed head of a log. */
export type LogHead = { readonly origin: string; readonly size: number; readonly checkpoint: string };

/** The newest head, or undefined when the log has not begun. */
export async function logHead(store: Store, tenantId: string): Promise<LogHead | undefined> {
  return store.inTenant(tenantId, headOf);
}

export async function headOf(db: Scoped): Promise<LogHead | undefined> {
  const row = await db.selectFrom('ledger_log').select(['origin', 'size', 'checkpoint']).executeTakeFirst();
  return row && { ...row, size: Number(row.size) };
}

/**
 * The proof of one record as a `.tlog-proof` file: its leaf, the way to a signed head (one that witnesses have cosigned
 * where there is such), and the record in clear where it can still be opened.
 * @throws ledger_record_unknown also for a record that is not a second old and waits to be logged
 */
export async function proveRecord({ store, recordKeys }: Books, tenantId: string, recordId: string): Promise<string> {
  return store.inTenant(tenantId, async (db) => {
    const position = await db
      .selectFrom('ledger_position')
      .select('seq')
      .where('record_id', '=', anyUuid(recordId))
      .executeTakeFirst();
    if (!position) throw ledgerError('ledger_record_unknown', { recordId });
    const index = Number(position.seq);
    const checkpoint = await headOver(db, index);
    const { size } = parseCheckpoint(parseNote(checkpoint).text);
    const hashes = await proveFromTiles(db, size, planInclusion(index, size));
    const leafText = await leafAt(db, index, size);
    const rows = await db.selectFrom('ledger_readable').select(sealedColumns).where('id', '=', recordId).execute();
    const [open] = await openRows(db, { tenantId, recordKeys }, rows);
    const opened: OpenedRecord | undefined = open && { opening: open.opening, recordText: open.text };
    const erasedBy = opened ? undefined : (await tombstonesOf(db, [recordId])).get(recordId);
    const extra = formatProofExtra({ leafText, opened, ...(erasedBy === undefined ? {} : { erasedBy }) });
    return formatTlogProof({ index, hashes, checkpoint, extra });
  });
}

/**
 * What proves that the log has grown from `oldSize` leaves to what it is: the old size, hashes, the newest head.
 * @throws ledger_size_unknown when the log never had that size
 */
export async function proveConsistency(store: Store, tenantId: string, oldSize: number): Promise<string> {
  return store.inTenant(tenantId, async (db) => {
    const head = await headOf(db);
    if (!head || oldSize < 1 || oldSize > head.size) throw ledgerError('ledger_size_unknown', { size: oldSize });
    const hashes = await proveFromTiles(db, head.size, planConsistency(oldSize, head.size));
    return formatConsistency(oldSize, hashes, head.checkpoint);
  });
}

async function headOver(db: Scoped, index: number): Promise<string> {
  const cosigned = await db
    .selectFrom('ledger_checkpoint')
    .select('note')
    .where('is_cosigned', '=', true)
    .where('size', '>', String(index))
    .orderBy('size', 'desc')
    .orderBy('signed_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  const note = cosigned?.note ?? (await headOf(db))?.checkpoint;
  if (!note) throw new Error('headOver: a position without a log');
  return note;
}

/** The text of the leaf at a place, in a log of so many leaves. */
export async function leafAt(db: Scoped, index: number, size: number): Promise<string> {
  const bundle = bundleOf(index, size);
  const entries = (await loadTiles(db, [bundle])).entries(bundle);
  return Buffer.from(entries[index % 256] ?? []).toString('utf8');
}
