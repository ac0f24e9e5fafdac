import { appendWithin, openedRecordsOf, type LedgerRecord } from '../ledger/index.ts';
import { checkedStatement, type Retention } from './retention.ts';

export type AccessRequest = { readonly tenantId: string; readonly personId: string };

/**
 * Yields every record that octroi holds on a person, the oldest first, those of deleted conversations included. Memory
 * stays flat.
 */
export async function* personRecords(
  { store, recordKeys }: Retention,
  { tenantId, personId }: AccessRequest,
): AsyncGenerator<LedgerRecord> {
  yield* openedRecordsOf({ store, recordKeys }, tenantId, personId);
}

/** Records that a person was given what octroi holds on them. @throws retention_statement_invalid */
export async function recordAccess(
  retention: Retention,
  request: AccessRequest & { readonly records: number; readonly by: string },
): Promise<void> {
  const { tenantId, personId, records } = request;
  const { by } = checkedStatement({ reason: '–', by: request.by });
  const record = { id: retention.newId(), tenantId, recordedAt: retention.now().toISOString(), personId, records, by };
  await retention.store.inTenant(tenantId, (db) =>
    appendWithin(db, retention.recordKeys, { kind: 'access_answered', ...record }),
  );
}
