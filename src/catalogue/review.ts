import type { Catalogue } from './open-catalogue.ts';
import { dayOf } from './schema/dated.ts';

/** An entry whose source somebody should have read again by now. */
export type OverdueReview = { readonly key: string; readonly reviewBy: string; readonly url: string };

export type Review = {
  readonly on: string;
  readonly entries: number;
  readonly sources: number;
  readonly overdue: readonly OverdueReview[];
  /** Entries in force by confidence. */
  readonly confidence: Readonly<Record<'high' | 'medium' | 'low', number>>;
  /** Pairs of facts in force that contradict each other. */
  readonly contradictions: readonly (readonly [string, string])[];
  /** The day the next review is due; undefined where none is to come. */
  readonly nextReviewBy: string | undefined;
};

/**
 * What stands in the catalogue that day, and what is overdue. That each value has its source is checked when a
 * catalogue is opened: one without does not open.
 */
export function reviewCatalogue(catalogue: Catalogue, on: Date): Review {
  const day = dayOf(on);
  const entries = catalogue.entries(on);
  const count = (confidence: string): number => entries.filter(({ value }) => value.confidence === confidence).length;
  const due = entries.filter(({ value }) => value.reviewBy < day);
  const inForce = new Set(entries.map(({ key }) => key));
  const contradictions = catalogue.data.vendors.flatMap(({ facts }) =>
    facts.flatMap(({ id, conflictsWith = [] }) =>
      conflictsWith
        .filter((other) => id < other && inForce.has(`fact:${id}`) && inForce.has(`fact:${other}`))
        .map((other) => [id, other] as const),
    ),
  );
  return {
    on: day,
    entries: entries.length,
    sources: new Set(entries.map(({ value, sources }) => sources.find(({ id }) => id === value.source)?.url)).size,
    overdue: due.map(({ key, value }) => ({ key, reviewBy: value.reviewBy, url: catalogue.sourceOf(key)?.url ?? '' })),
    confidence: { high: count('high'), medium: count('medium'), low: count('low') },
    contradictions,
    nextReviewBy: entries
      .map(({ value }) => value.reviewBy)
      .filter((by) => by >= day)
      .toSorted()[0],
  };
}
