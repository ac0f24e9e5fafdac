import { type Actor, appendWithin } from '../../ledger/index.ts';
import type { Scoped } from '../../store/index.ts';
import { end, type FileBooks, listFiles } from './inventory.ts';
import { type ListedFile, listVendorFiles, type VendorAccess } from './vendor-files.ts';

export type Reconciling = {
  readonly tenantId: string;
  readonly contractId: string;
  readonly actor: Actor | 'schedule';
};

/** What came of comparing the inventory with the vendor's list. The ids are the vendor's. */
export type Reconciled = {
  readonly contractId: string;
  readonly listed: number;
  readonly gone: readonly string[];
  readonly foreign: readonly string[];
};

/**
 * Compares both ways: what the vendor no longer has is marked as gone, and what it has that did not pass here comes into
 * the inventory as nobody's. Recorded each time, also when nothing differs.
 * @throws retention_vendor_unreachable, retention_vendor_refused, retention_vendor_unreadable
 */
export async function reconcile(
  books: FileBooks,
  access: VendorAccess,
  { tenantId, contractId, actor }: Reconciling,
): Promise<Reconciled> {
  const now = books.now();
  const listed = await listVendorFiles(access);
  const known = await listFiles(books, tenantId, { contractId, withEnded: true });
  const there = new Set(listed.map(({ id }) => id));
  const ours = new Set(known.map(({ vendorFileId }) => vendorFileId));
  const gone = known
    // What came while the vendor was asked need not be in its list.
    .filter(
      ({ endedAt, vendorFileId, seenAt }) =>
        endedAt === null && !there.has(vendorFileId) && Date.parse(seenAt) < now.getTime(),
    )
    .map(({ vendorFileId }) => vendorFileId);
  const foreign = listed.filter(({ id }) => !ours.has(id));
  const found = { contractId, listed: listed.length, gone, foreign: foreign.map(({ id }) => id) };
  await books.store.inTenant(tenantId, async (db) => {
    await end(db, { contractId, vendorFileIds: gone, as: 'gone', now });
    await addForeign(db, { tenantId, contractId, newId: books.newId, now }, foreign);
    await markSeen(db, contractId, { ids: [...there], now });
    const common = { id: books.newId(), tenantId, recordedAt: now.toISOString(), actor };
    await appendWithin(db, books.recordKeys, { kind: 'files_reconciled', ...common, ...found });
  });
  return found;
}

type Adding = Pick<FileBooks, 'newId'> & { readonly tenantId: string; readonly contractId: string; readonly now: Date };

async function addForeign(
  db: Scoped,
  { tenantId, contractId, newId, now }: Adding,
  foreign: readonly ListedFile[],
): Promise<void> {
  for (const { id, bytes, createdAt, expiresAt, mediaType } of foreign) {
    await db
      .insertInto('vendor_file')
      .values({
        tenant_id: tenantId,
        id: newId(),
        contract_id: contractId,
        vendor_file_id: id,
        workspace_id: null,
        person_id: null,
        record_id: null,
        label: null,
        media_type: mediaType ?? null,
        bytes,
        uploaded_at: new Date(createdAt),
        expires_at: expiresAt === undefined ? null : new Date(expiresAt),
        seen_at: now,
        ended_at: null,
        ended_as: null,
      })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }
}

// Also those that were taken for gone: the vendor has them after all.
async function markSeen(
  db: Scoped,
  contractId: string,
  { ids, now }: { ids: readonly string[]; now: Date },
): Promise<void> {
  if (ids.length === 0) return;
  await db
    .updateTable('vendor_file')
    .set({ seen_at: now, ended_at: null, ended_as: null })
    .where('contract_id', '=', contractId)
    .where('vendor_file_id', 'in', ids)
    .execute();
}
