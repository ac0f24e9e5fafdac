import { type Actor, appendWithin } from '../../ledger/index.ts';
import type { FileBooks } from '../files/inventory.ts';
import type { VendorAccess } from '../files/vendor-files.ts';
import { type ChatDeletion, deleteVendorChat } from './vendor-chats.ts';

export type DeletedChat = {
  readonly tenantId: string;
  readonly contractId: string;
  readonly chatId: string;
  readonly actor: Actor;
};

/**
 * Has the vendor delete a chat for good and records its confirmation. The vendor answers 503 while it cannot confirm;
 * the caller then tries again.
 * @throws retention_vendor_unreachable, retention_vendor_refused, retention_vendor_unreadable
 */
export async function deleteChat(
  books: FileBooks,
  access: VendorAccess,
  { tenantId, contractId, chatId, actor }: DeletedChat,
): Promise<ChatDeletion['answer']> {
  const { answer, requestId } = await deleteVendorChat(access, chatId);
  await books.store.inTenant(tenantId, (db) =>
    appendWithin(db, books.recordKeys, {
      kind: 'chat_deleted',
      id: books.newId(),
      tenantId,
      recordedAt: books.now().toISOString(),
      contractId,
      chatId,
      answer,
      ...(requestId === undefined ? {} : { requestId }),
      actor,
    }),
  );
  return answer;
}
