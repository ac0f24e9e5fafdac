import type { Books } from '../keys/record-keys.ts';
import { exportRecords } from '../export-records.ts';
import type { ExchangeFinished } from '../records.ts';

/**
 * Yields the ends of exchanges within a time, the oldest first, a page at a time. Those that were erased are not among
 * them.
 */
export async function* endsOfExchanges(
  books: Books,
  tenantId: string,
  within: { readonly from?: string | undefined; readonly until?: string | undefined },
): AsyncGenerator<ExchangeFinished> {
  const filter = { ...within, kinds: ['exchange_finished'] as const };
  // The ledger wrote it and its seal was checked on opening.
  for await (const text of exportRecords(books, tenantId, filter)) yield JSON.parse(text) as ExchangeFinished;
}
