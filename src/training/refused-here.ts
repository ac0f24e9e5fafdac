import { type Books, type Exchange, listExchanges } from '../ledger/index.ts';

/** Numbers of fewer persons than this are not told: somebody could be made out in them. */
export const leastPersons = 5;

const periodDays = 90;
// The newest; older ones of the period would change the numbers little.
const mostRead = 2_000;

export type Tally = { readonly name: string; readonly exchanges: number };

/** What was refused of late, as it may be told: kinds and reasons, never a value, a name or a path. */
export type RefusedHere = {
  readonly from: string;
  readonly until: string;
  /** How many exchanges were refused, and of how many persons; null where those are too few to be told. */
  readonly refused: { readonly exchanges: number; readonly persons: number } | null;
  readonly kinds: readonly Tally[];
  readonly reasons: readonly Tally[];
  /** The classes of what was found, for questions about them. */
  readonly topics: readonly string[];
};

/** Sums up what was refused in the last 90 days. Each number comes from five persons or more, or it is not there. */
export async function refusedHere(books: Books, tenantId: string, now: Date): Promise<RefusedHere> {
  const from = new Date(now.getTime() - periodDays * 86_400_000).toISOString();
  const exchanges = await listExchanges(books, tenantId, { verdict: 'block', from, limit: mostRead });
  const days = { from: from.slice(0, 10), until: now.toISOString().slice(0, 10) };
  const persons = new Set(exchanges.map(({ began }) => began.sender.personId));
  if (persons.size < leastPersons) return { ...days, refused: null, kinds: [], reasons: [], topics: [] };
  const topics = tallied(exchanges, (exchange) => findingsOf(exchange).map((finding) => finding.class));
  return {
    ...days,
    refused: { exchanges: exchanges.length, persons: persons.size },
    kinds: tallied(exchanges, (exchange) => findingsOf(exchange).map(({ kind }) => kind)),
    reasons: tallied(exchanges, ({ began }) => began.reasons),
    topics: topics.map(({ name }) => name),
  };
}

function findingsOf({ began }: Exchange) {
  return began.kind === 'exchange_declared' ? began.parts.flatMap(({ findings = [] }) => findings) : [];
}

// The most frequent first; what comes from few persons is left out, however often it came.
function tallied(exchanges: readonly Exchange[], namesOf: (exchange: Exchange) => readonly string[]): readonly Tally[] {
  const seen = new Map<string, { exchanges: number; readonly persons: Set<string> }>();
  for (const exchange of exchanges) {
    for (const name of new Set(namesOf(exchange))) {
      const tally = seen.get(name) ?? { exchanges: 0, persons: new Set() };
      tally.exchanges += 1;
      tally.persons.add(exchange.began.sender.personId);
      seen.set(name, tally);
    }
  }
  return [...seen]
    .filter(([, { persons }]) => persons.size >= leastPersons)
    .map(([name, tally]) => ({ name, exchanges: tally.exchanges }))
    .toSorted((one, other) => other.exchanges - one.exchanges || (one.name < other.name ? -1 : 1));
}
