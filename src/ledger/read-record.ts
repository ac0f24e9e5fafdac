import type { Scoped } from '../store/index.ts';
import type { RecordKeys } from './keys/record-keys.ts';
import { openRecord } from './keys/seal-record.ts';
import { type LedgerRecord, recordKinds } from './records.ts';

/** What must be read of a row to open its record. */
export const sealedColumns = ['id', 'subject_key_id', 'wrapped_key', 'payload'] as const;

export type SealedRow = {
  readonly id: string;
  readonly subject_key_id: string;
  readonly wrapped_key: Buffer;
  readonly payload: Buffer;
};

/** A record in clear; its opening shows that the log's leaf is of this very text. */
export type OpenRow = { readonly record: LedgerRecord; readonly text: string; readonly opening: Buffer };

type Opening = { readonly tenantId: string; readonly recordKeys: RecordKeys };

/**
 * Opens rows in their order. Those whose person's key was destroyed are not among them.
 * @throws ledger_unseal_failed when a row was changed
 */
export async function openRows(
  db: Scoped,
  { tenantId, recordKeys }: Opening,
  rows: readonly SealedRow[],
): Promise<readonly OpenRow[]> {
  const keys = await recordKeys.byIds(db, tenantId, [...new Set(rows.map((row) => row.subject_key_id))]);
  return rows.flatMap((row) => {
    const key = keys.get(row.subject_key_id);
    if (!key) return [];
    const name = { tenantId, id: row.id };
    const { text, opening } = openRecord(key, name, { wrappedKey: row.wrapped_key, payload: row.payload });
    return [{ record: readRecord(text), text, opening }];
  });
}

/** Which tombstones speak of these records; those that were not erased are not among them. */
export async function tombstonesOf(db: Scoped, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await db.selectFrom('ledger_record').select(['id', 'erased_by']).where('id', 'in', ids).execute();
  return new Map(rows.flatMap(({ id, erased_by: tombstone }) => (tombstone === null ? [] : [[id, tombstone]])));
}

// The ledger alone writes the table, and its seal shows that nobody else has: its kind is all that is checked.
function readRecord(text: string): LedgerRecord {
  const record = JSON.parse(text) as LedgerRecord;
  if (!recordKinds.includes(record.kind)) throw new Error(`readRecord: no such kind: ${String(record.kind)}`);
  return record;
}
