import type { Books } from './keys/record-keys.ts';
import { type ExportFilter, recordsIn } from './page-records.ts';

/**
 * The records that fit with those of deleted conversations, until they are erased: to count by. That a conversation was
 * deleted here takes nothing back from where it went. What is told of these names neither a conversation nor a person.
 */
export function countedRecords(books: Books, tenantId: string, filter: ExportFilter): AsyncGenerator<string> {
  return recordsIn('ledger_record', { books, tenantId, filter });
}
