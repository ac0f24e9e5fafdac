import { anyUuid } from '../../base/index.ts';
import type { Scoped } from '../../store/index.ts';
import { ledgerError } from '../errors.ts';
import type { Books } from '../keys/record-keys.ts';
import { openRows, sealedColumns, tombstonesOf } from '../read-record.ts';
import { isLogLeaf, parseLeaf } from '../tree/leaf.ts';
import { planInclusion } from '../tree/prove.ts';
import { formatTlogProof } from '../tree/tlog-proof.ts';
import { formatProofExtra } from '../verify/verify-proof.ts';
import { headOf, leafAt } from './prove.ts';
import { proveFromTiles } from './tiles.ts';

/** The entries of a stretch of time: the first place and how many there are from it on; -1 and 0 where there is none. */
export type LogStretch = { readonly first: number; readonly of: number };

/** Draws places of a stretch under the head they are to be proven under. */
export type Draw = (checkpoint: string, stretch: LogStretch) => readonly number[];

/** A head, the stretch it has of a time, and the proofs of what was drawn: all of one instant. */
export type ProvenSample = {
  readonly origin: string;
  readonly checkpoint: string;
  readonly stretch: LogStretch;
  readonly proofs: readonly { readonly entry: number; readonly proof: string }[];
};

export type SampleQuestion = { readonly from: Date; readonly until: Date; readonly draw: Draw };

/**
 * Proves entries recorded from one instant to before another, as `draw` chooses them by the newest head.
 * @throws ledger_size_unknown when the log has not begun
 */
export async function proveSample(
  { store, recordKeys }: Books,
  tenantId: string,
  { from, until, draw }: SampleQuestion,
): Promise<ProvenSample> {
  return store.inTenant(tenantId, async (db) => {
    const head = await headOf(db);
    if (!head) throw ledgerError('ledger_size_unknown', { size: 0 });
    const { origin, size, checkpoint } = head;
    const stretch = await stretchOf(db, { from, until, size });
    const proofs: { entry: number; proof: string }[] = [];
    for (const entry of draw(checkpoint, stretch)) {
      const hashes = await proveFromTiles(db, size, planInclusion(entry, size));
      const leafText = await leafAt(db, entry, size);
      const extra = formatProofExtra({ leafText, ...(await openedAt(db, { tenantId, recordKeys }, leafText)) });
      proofs.push({ entry, proof: formatTlogProof({ index: entry, hashes, checkpoint, extra }) });
    }
    return { origin, checkpoint, stretch, proofs };
  });
}

type Stretch = { readonly from: Date; readonly until: Date; readonly size: number };

// What was logged later than it was recorded lies a little further on: the stretch holds all of the time, and perhaps more.
async function stretchOf(db: Scoped, { from, until, size }: Stretch): Promise<LogStretch> {
  const row = await db
    .selectFrom('ledger_position as position')
    .innerJoin('ledger_record as record', (join) =>
      join.onRef('record.tenant_id', '=', 'position.tenant_id').onRef('record.id', '=', 'position.record_id'),
    )
    .select(({ fn }) => [fn.min('position.seq').as('first'), fn.max('position.seq').as('last')])
    .where('record.recorded_at', '>=', from)
    .where('record.recorded_at', '<', until)
    .where('position.seq', '<', String(size))
    .executeTakeFirst();
  if (row?.first === null || row?.first === undefined) return { first: -1, of: 0 };
  return { first: Number(row.first), of: Number(row.last) - Number(row.first) + 1 };
}

type Opening = Pick<Books, 'recordKeys'> & { readonly tenantId: string };

async function openedAt(db: Scoped, { tenantId, recordKeys }: Opening, leafText: string) {
  const leaf = parseLeaf(Buffer.from(leafText));
  if (isLogLeaf(leaf)) return { opened: undefined };
  const id = anyUuid(leaf.record);
  const rows = await db.selectFrom('ledger_readable').select(sealedColumns).where('id', '=', id).execute();
  const [open] = await openRows(db, { tenantId, recordKeys }, rows);
  if (open) return { opened: { opening: open.opening, recordText: open.text } };
  const erasedBy = (await tombstonesOf(db, [id])).get(id);
  return { opened: undefined, ...(erasedBy === undefined ? {} : { erasedBy }) };
}
