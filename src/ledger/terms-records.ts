import type { Common } from './records.ts';

/** What became of a passage that a fact rests on: where it was last, where it was lost, and what stands there now. */
export type LostPassage = {
  readonly collection: string;
  readonly service: string;
  readonly terms: string;
  readonly lastGoodAt: string;
  readonly lostAt: string;
  readonly changed: readonly { readonly before: string; readonly after?: string }[];
  /** How many other paragraphs changed with it. */
  readonly otherChanges: number;
};

/** A fact of the catalogue that the terms of today do not bear out, with what rests on it. */
export type TermsAlarm = {
  readonly fact: string;
  readonly state: 'stale' | 'returned';
  readonly lost: readonly LostPassage[];
  readonly answers: readonly string[];
  readonly claims: readonly string[];
  /** As `policy vendor/plan`. */
  readonly decisions: readonly string[];
};

/** The catalogue was compared with archives of the vendors’ terms, or could not be. */
export type TermsWatched = Common & {
  readonly kind: 'terms_watched';
  readonly catalogueVersion: string;
  /** After this instant, nobody can say that it still holds. */
  readonly holdsUntil: string;
  /** Why the archives could not be read; nothing was compared then. */
  readonly fault?: string;
  readonly archives: readonly { readonly collection: string; readonly headAt: string; readonly isOld: boolean }[];
  /** How many facts are in each state of the watch. */
  readonly facts: Readonly<Record<string, number>>;
  readonly alarms: readonly TermsAlarm[];
};
