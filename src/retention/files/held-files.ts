import type { HeldFile } from '../mirror/build-mirror.ts';
import type { InventoryFile } from './inventory.ts';

/** The files as the mirror counts them: until deleted, or until the vendor deletes them by itself. */
export function heldFiles(files: readonly InventoryFile[], on: string): readonly HeldFile[] {
  return files
    .filter(
      ({ uploadedAt, endedAt }) => uploadedAt.slice(0, 10) <= on && (endedAt === null || endedAt.slice(0, 10) > on),
    )
    .map(({ contractId, label, bytes, expiresAt }) => ({
      contractId,
      copy: {
        class: 'file',
        isPossible: false,
        due: expiresAt === null ? { kind: 'until_deleted' } : { kind: 'on', on: expiresAt.slice(0, 10) },
        restsOn: ['vendor_file'],
      },
      sent: { label, bytes },
    }));
}
