import type { Books } from './keys/record-keys.ts';
import { openRows, sealedColumns } from './read-record.ts';
import type { LedgerRecord, RecordKind } from './records.ts';

type OfKind<K extends RecordKind> = Extract<LedgerRecord, { readonly kind: K }>;

/** The record of a kind that a tenant’s ledger had last; undefined where it has none. For kinds of class `administration`. */
export async function latestRecord<K extends RecordKind>(
  { store, recordKeys }: Books,
  tenantId: string,
  kind: K,
): Promise<OfKind<K> | undefined> {
  return store.inTenant(tenantId, async (db) => {
    const rows = await db
      .selectFrom('ledger_record')
      .select(sealedColumns)
      .where('kind', '=', kind)
      .where('class', '=', 'administration')
      .orderBy('recorded_at', 'desc')
      .orderBy('id', 'desc')
      .limit(1)
      .execute();
    const [row] = await openRows(db, { tenantId, recordKeys }, rows);
    return row && isOfKind(row.record, kind) ? row.record : undefined;
  });
}

function isOfKind<K extends RecordKind>(record: LedgerRecord, kind: K): record is OfKind<K> {
  return record.kind === kind;
}
