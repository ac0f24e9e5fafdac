import { erasedLedgerTables } from '../ledger/erasure.ts';
import { takeDeadRowsAway } from './dead-rows.ts';
import { erase, type Erased } from './erase.ts';
import { retentionError } from './errors.ts';
import { confirming } from './plan.ts';
import type { Retention, Statement } from './retention.ts';
import type { Selection } from './selection.ts';

export type Order = Statement & {
  readonly tenantId: string;
  readonly selection: Extract<Selection, { readonly kind: 'person' | 'conversation' }>;
  /** The digest of the plan that was looked at. */
  readonly digest: string;
};

export type Ordered = Erased & {
  readonly tombstoneId: string;
  /** Whether the database has taken the dead rows away already; else it does so in its own time. */
  readonly isClean: boolean;
};

/**
 * Erases a person or a conversation at once, on somebody's order, all or nothing.
 * @throws retention_plan_other when it is not what was looked at, retention_nothing_there, and what `erase` throws
 */
export async function eraseOnOrder(retention: Retention, order: Order): Promise<Ordered> {
  const { selection, digest } = order;
  const ground = selection.kind === 'person' ? 'person_erased' : 'conversation_deleted';
  const erased = await erase(retention, { ...order, ground, confirm: confirming(retention, selection, digest) });
  const { tombstoneId } = erased ?? {};
  if (!erased || tombstoneId === undefined) throw retentionError('retention_nothing_there');
  const small = selection.kind === 'person' ? ['ledger_subject_key', ...retention.personRows.tables] : [];
  const isClean = await takeDeadRowsAway(retention.store, { tables: erasedLedgerTables, rewritten: small });
  return { ...erased, tombstoneId, isClean };
}
