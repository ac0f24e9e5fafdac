import { useState } from 'react';
import type { ExchangePage, ExchangeSummary } from '../../../console-api/contract.ts';

export type SteadyPage = {
  readonly page: ExchangePage;
  /** How many newer exchanges wait until the reader looks up. */
  readonly heldCount: number;
  readonly release: () => void;
};

/**
 * Keeps the rows under a reader's eyes where they are.
 *
 * While `isReading`, rows stay in their places and only their outcomes change; what is newer is held and counted. When
 * the reader is back at the top, or asks for them, the newest page takes the place of the one held.
 */
export function useSteadyPage(fresh: ExchangePage, isReading: boolean): SteadyPage {
  const [shown, setShown] = useState(fresh);
  if (!isReading && shown !== fresh) setShown(fresh);
  if (!isReading || shown === fresh) return { page: fresh, heldCount: 0, release: () => {} };
  const latest = new Map(fresh.exchanges.map((exchange) => [rowKey(exchange), exchange]));
  const known = new Set(shown.exchanges.map(rowKey));
  const firstShown = shown.exchanges[0]?.at ?? '';
  return {
    page: { ...shown, exchanges: shown.exchanges.map((exchange) => latest.get(rowKey(exchange)) ?? exchange) },
    // Rows that moved up onto the page because of a narrower time are older, and not news.
    heldCount: fresh.exchanges.filter((exchange) => !known.has(rowKey(exchange)) && exchange.at >= firstShown).length,
    release: () => setShown(fresh),
  };
}

/** What tells rows apart: one exchange may have been declared and then refused, which are two lines of the ledger. */
export function rowKey({ id, verdict }: ExchangeSummary): string {
  return `${id} ${verdict}`;
}
