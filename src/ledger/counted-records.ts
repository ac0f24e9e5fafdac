import type { Books } from './keys/record-keys.ts';
import { OctroiError } from '../base/index.ts';
import type { Scoped } from '../store/index.ts';
import { type ExportFilter, recordsIn, sealedRow } from './page-records.ts';
import { type OpenRow, openRows, type SealedRow, sealedColumns } from './read-record.ts';

/**
 * The records that fit with those of deleted conversations, until they are erased: to count by. That a conversation was
 * deleted here takes nothing back from where it went. What is told of these names neither a conversation nor a person.
 */
export function countedRecords(books: Books, tenantId: string, filter: ExportFilter): AsyncGenerator<string> {
  return recordsIn('ledger_record', { books, tenantId, filter });
}

const chunkRecords = 500;
const countedKinds = ['exchange_declared', 'exchange_finished', 'exchange_abandoned'] as const;

type Counting = Pick<Books, 'recordKeys'> & { readonly tenantId: string };

/**
 * The exchanges among these records, in their order, inside a transaction: before they are erased. What does not open is
 * passed over: a row that somebody changed must not keep others from being erased, nor itself.
 */
export async function* countedOf(db: Scoped, counting: Counting, ids: readonly string[]): AsyncGenerator<string> {
  for (let at = 0; at < ids.length; at += chunkRecords) {
    const chunk = ids.slice(at, at + chunkRecords);
    const found = db.selectFrom('ledger_record').select(sealedColumns).where('id', 'in', chunk);
    const rows = (await found.where('kind', 'in', countedKinds).execute()).flatMap(sealedRow);
    const place = new Map(chunk.map((id, index) => [id, index]));
    const ordered = rows.toSorted((one, other) => (place.get(one.id) ?? 0) - (place.get(other.id) ?? 0));
    for (const { text } of await openThose(db, counting, ordered)) yield text;
  }
}

async function openThose(db: Scoped, counting: Counting, rows: readonly SealedRow[]): Promise<readonly OpenRow[]> {
  try {
    return await openRows(db, counting, rows);
  } catch (fault) {
    if (!(fault instanceof OctroiError) || fault.code !== 'ledger_unseal_failed') throw fault;
    if (rows.length <= 1) return [];
  }
  const half = Math.ceil(rows.length / 2);
  const first = await openThose(db, counting, rows.slice(0, half));
  return [...first, ...(await openThose(db, counting, rows.slice(half)))];
}
