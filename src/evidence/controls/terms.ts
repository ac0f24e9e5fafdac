import { type Catalogue, reviewCatalogue } from '../../catalogue/index.ts';
import type { TermsWatched } from '../../ledger/index.ts';
import { type Control, controlOf, type Evidence } from '../control.ts';

type Watched = { readonly catalogue: Catalogue; readonly now: Date; readonly watched: TermsWatched | undefined };

/** Whether the catalogue was compared of late with archives that somebody still keeps. */
export function termsWatch({ catalogue, now, watched }: Watched): Control {
  if (!watched) return controlOf('terms-watch', [{ state: 'unknown', code: 'watch_never', args: {} }]);
  const { recordedAt: ranAt, holdsUntil, fault, catalogueVersion, archives } = watched;
  const late: readonly Evidence[] =
    new Date(holdsUntil) < now
      ? [{ state: 'unknown', code: 'watch_late', args: { ranAt, dueAt: holdsUntil } }]
      : [{ state: 'met', code: 'watch_fresh', args: { ranAt } }];
  const evidence: readonly Evidence[] = [
    ...(fault === undefined ? late : [{ state: 'unknown', code: 'watch_failed', args: { ranAt, fault } } as const]),
    ...otherCatalogue(catalogue, catalogueVersion),
    ...archives.flatMap(({ collection, headAt, isOld }): readonly Evidence[] =>
      isOld ? [{ state: 'unknown', code: 'archive_old', args: { collection, headAt } }] : [],
    ),
  ];
  return controlOf('terms-watch', evidence, holdsUntil);
}

function otherCatalogue({ version }: Catalogue, watched: string): readonly Evidence[] {
  return version === watched ? [] : [{ state: 'unknown', code: 'watch_other', args: { watched, version } }];
}

/** Whether the terms still have the passages that the facts in force rest on. `watched` is the last comparison that was made. */
export function termsStand({ catalogue, now, watched }: Watched): Control {
  if (!watched) return controlOf('terms-stand', [{ state: 'unknown', code: 'watch_never', args: {} }]);
  const { alarms, facts, holdsUntil, catalogueVersion } = watched;
  const { stands = 0, unclear = 0, unwatched = 0 } = facts;
  const evidence: readonly Evidence[] = [
    ...alarms.map(({ fact, state }): Evidence => ({ state: 'not_met', code: `fact_${state}`, args: { fact } })),
    ...counted('unknown', 'facts_unclear', unclear),
    ...counted('unknown', 'facts_unwatched', unwatched),
    ...counted('met', 'facts_stand', stands),
    ...(new Date(holdsUntil) < now
      ? [{ state: 'unknown', code: 'watch_late', args: { ranAt: watched.recordedAt, dueAt: holdsUntil } } as const]
      : []),
    ...otherCatalogue(catalogue, catalogueVersion),
  ];
  return controlOf('terms-stand', evidence, holdsUntil);
}

function counted(state: Evidence['state'], code: Evidence['code'], count: number): readonly Evidence[] {
  return count > 0 ? [{ state, code, args: { count } }] : [];
}

/** Whether every value of the catalogue was read again by its day. One that was not may hold, and nobody knows. */
export function catalogueReview({ catalogue, now }: Pick<Watched, 'catalogue' | 'now'>): Control {
  const { overdue, nextReviewBy } = reviewCatalogue(catalogue, now);
  const { version } = catalogue;
  const evidence: Evidence =
    overdue.length > 0
      ? { state: 'unknown', code: 'values_overdue', args: { count: overdue.length, version } }
      : { state: 'met', code: 'values_reviewed', args: { version } };
  return controlOf('catalogue-review', [evidence], nextReviewBy ?? null);
}
