import type { Books } from './keys/record-keys.ts';
import { openRows, sealedColumns } from './read-record.ts';
import type { LedgerRecord, RecordKind } from './records.ts';

type OfKind<K extends RecordKind> = Extract<LedgerRecord, { readonly kind: K }>;

/** The last records of a kind of class `administration` or `accountability`, the newest first; at most `limit`. */
export async function latestRecords<K extends RecordKind>(
  { store, recordKeys }: Books,
  tenantId: string,
  { kind, limit }: { readonly kind: K; readonly limit: number },
): Promise<readonly OfKind<K>[]> {
  return store.inTenant(tenantId, async (db) => {
    const rows = await db
      .selectFrom('ledger_readable')
      .select(sealedColumns)
      .where('kind', '=', kind)
      .where('class', 'in', ['administration', 'accountability'])
      .orderBy('recorded_at', 'desc')
      .orderBy('id', 'desc')
      .limit(limit)
      .execute();
    const opened = await openRows(db, { tenantId, recordKeys }, rows);
    return opened.flatMap(({ record }) => (isOfKind(record, kind) ? [record] : []));
  });
}

function isOfKind<K extends RecordKind>(record: LedgerRecord, kind: K): record is OfKind<K> {
  return record.kind === kind;
}
