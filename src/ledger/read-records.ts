import { anyUuid } from '../base/index.ts';
import type { Books } from './keys/record-keys.ts';
import { openRows, sealedColumns } from './read-record.ts';
import type { LedgerRecord } from './records.ts';

/** Opens records by their ids. Those that are not there, or whose person was erased, are not among them. */
export async function readRecords(
  { store, recordKeys }: Books,
  tenantId: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, LedgerRecord>> {
  if (ids.length === 0) return new Map();
  const opened = await store.inTenant(tenantId, async (db) => {
    const rows = await db
      .selectFrom('ledger_readable')
      .select([...sealedColumns])
      .where('id', 'in', ids.map(anyUuid))
      .execute();
    return openRows(db, { tenantId, recordKeys }, rows);
  });
  return new Map(opened.map(({ record }) => [record.id, record] as const));
}
