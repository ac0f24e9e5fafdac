import type { FileDesk } from '../../gateway/index.ts';
import { type FileBooks, listFiles, recordDeletion, recordUpload } from '../../retention/index.ts';

/** The gateway's desk over the inventory of files. */
export function fileDesk(books: FileBooks): FileDesk {
  return {
    list: ({ tenantId, workspaceId, contractId }, vendorFileId) =>
      listFiles(books, tenantId, { workspaceId, contractId, ...(vendorFileId === undefined ? {} : { vendorFileId }) }),
    uploaded: (upload) => recordUpload(books, upload),
    deleted: ({ sender, ...deletion }) =>
      recordDeletion(books, { ...deletion, contractId: sender.contractId, by: { sender } }),
  };
}
