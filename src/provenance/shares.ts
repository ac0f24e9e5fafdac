import type { Attributed, Manner } from './attribute.ts';

/** How many lines came to be in each manner. */
export type Shares = { readonly lines: number; readonly by: Readonly<Record<Manner, number>> };

/** What one exchange has among lines. */
export type ExchangeShare = {
  readonly exchangeId: string;
  readonly verbatim: number;
  readonly edited: number;
  readonly unsure: number;
  readonly commits: readonly string[];
  readonly paths: readonly string[];
};

export function sharesOf(attributed: readonly Attributed[]): Shares {
  const by = { verbatim: 0, edited: 0, unsure: 0, other: 0, bare: 0 };
  for (const { lines } of attributed) for (const { manner } of lines) by[manner] += 1;
  return { lines: Object.values(by).reduce((sum, count) => sum + count, 0), by };
}

type Counting = {
  verbatim: number;
  edited: number;
  unsure: number;
  readonly commits: Set<string>;
  readonly paths: Set<string>;
};

/** The exchanges that lines came from, the one with the most first. */
export function exchangeShares(attributed: readonly Attributed[]): readonly ExchangeShare[] {
  const counts = new Map<string, Counting>();
  for (const { commit, path, lines } of attributed)
    for (const { manner, exchangeId } of lines) {
      if (exchangeId === null || manner === 'other' || manner === 'bare') continue;
      const count = counts.get(exchangeId) ?? {
        verbatim: 0,
        edited: 0,
        unsure: 0,
        commits: new Set(),
        paths: new Set(),
      };
      count[manner] += 1;
      if (commit !== null) count.commits.add(commit);
      count.paths.add(path);
      counts.set(exchangeId, count);
    }
  return [...counts]
    .map(([exchangeId, { commits, paths, ...count }]) => ({
      exchangeId,
      ...count,
      commits: [...commits],
      paths: [...paths].toSorted(),
    }))
    .toSorted(
      (one, other) =>
        other.verbatim + other.edited - one.verbatim - one.edited || (one.exchangeId < other.exchangeId ? -1 : 1),
    );
}
