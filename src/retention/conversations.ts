import { hideConversation } from '../ledger/erasure.ts';
import { appendWithin } from '../ledger/index.ts';
import { retentionError } from './errors.ts';
import { checkedStatement, lockRetention, type Retention, type Statement } from './retention.ts';

export type ConversationDeletion = Statement & { readonly tenantId: string; readonly session: string };

export type DeletedConversation = {
  readonly records: number;
  /** By when the sweep has erased it, unless a hold keeps it. */
  readonly eraseBy: string;
};

const dayMs = 86_400_000;

/**
 * Deletes a conversation: from the commit on no list, API, export or feed shows what was recorded of it by then, and within
 * the policy's days the sweep erases it. What its client sends afterwards under the same id is a conversation of its own.
 * @throws retention_conversation_unknown, retention_statement_invalid
 */
export async function deleteConversation(
  retention: Retention,
  deletion: ConversationDeletion,
): Promise<DeletedConversation> {
  const { tenantId, session } = deletion;
  const { reason, by } = checkedStatement(deletion);
  const now = retention.now();
  const eraseBy = new Date(now.getTime() + retention.lifetimes().deletedConversationDays * dayMs).toISOString();
  return retention.store.inTenant(tenantId, async (db) => {
    await lockRetention(db, tenantId);
    const records = await hideConversation(db, session, now);
    if (records === 0) throw retentionError('retention_conversation_unknown', { session: session.slice(0, 80) });
    const record = {
      id: retention.newId(),
      tenantId,
      recordedAt: now.toISOString(),
      session,
      records,
      reason,
      by,
      eraseBy,
    };
    await appendWithin(db, retention.recordKeys, { kind: 'conversation_deleted', ...record });
    return { records, eraseBy };
  });
}
