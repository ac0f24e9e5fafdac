import type { Actor } from '../../ledger/index.ts';
import { vendorError } from '../vendor-errors.ts';
import { type FileBooks, type InventoryFile, listFiles, recordDeletion } from './inventory.ts';
import { deleteVendorFile, type VendorAccess } from './vendor-files.ts';

/** Opens the access to a contract's vendor; undefined where there is no such contract. */
export type AccessOf = (contractId: string) => Promise<VendorAccess | undefined>;

export type FileDeletion = { readonly tenantId: string; readonly vendorFileId: string; readonly actor: Actor };

/**
 * Has the vendor delete a file of the inventory and writes its confirmation down. What the vendor no longer has counts as
 * gone. The caller retries: a second deletion of the same file is answered `not_there` and recorded as such.
 * @throws retention_file_unknown, retention_vendor_unreachable, retention_vendor_refused, retention_vendor_unreadable
 */
export async function deleteFile(
  books: FileBooks,
  accessOf: AccessOf,
  { tenantId, vendorFileId, actor }: FileDeletion,
): Promise<'deleted' | 'not_there'> {
  const [file] = await listFiles(books, tenantId, { vendorFileId, withEnded: true });
  const access = file && (await accessOf(file.contractId));
  if (!file || !access) throw vendorError('retention_file_unknown', { file: vendorFileId.slice(0, 80) });
  const { answer, requestId } = await deleteVendorFile(access, vendorFileId);
  await recordDeletion(books, {
    tenantId,
    contractId: file.contractId,
    vendorFileId,
    answer,
    requestId,
    by: { actor },
  });
  return answer;
}

/** The files that nobody has looked at for long: held for more days than `afterDays`, and not about to expire. */
export function overdueFiles(
  files: readonly InventoryFile[],
  { afterDays, now }: { readonly afterDays: number; readonly now: Date },
): readonly InventoryFile[] {
  const before = now.getTime() - afterDays * 86_400_000;
  return files.filter(({ uploadedAt, endedAt }) => endedAt === null && Date.parse(uploadedAt) < before);
}
