import { type LedgerRecord, recordKinds } from './records.ts';

/** Names a stored record. The ledger alone writes the table, so its kind is all that is checked. */
export function readRecord(body: string): LedgerRecord {
  const record = JSON.parse(body) as LedgerRecord;
  if (!recordKinds.includes(record.kind)) throw new Error(`readRecord: no such kind: ${String(record.kind)}`);
  return record;
}
