import type { Books } from './keys/record-keys.ts';
import { type ExportFilter, recordsIn } from './page-records.ts';

/** Yields the canonical JSON of every record that fits, the oldest first. Memory stays flat however many there are. */
export function exportRecords(books: Books, tenantId: string, filter: ExportFilter): AsyncGenerator<string> {
  return recordsIn('ledger_readable', { books, tenantId, filter });
}
