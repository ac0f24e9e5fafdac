import type { ExchangeQuery, PartKindName, VerdictName } from '../../console-api/contract.ts';
import { kindNames } from '../language/kind-texts.ts';
import { withoutGaps } from './without-gaps.ts';

export const spans = { hour: 3_600_000, day: 86_400_000, week: 7 * 86_400_000, month: 30 * 86_400_000 } as const;

export type Span = keyof typeof spans;

/** What of the list stands in the address: the filters, and the cursor of an older page. Instants are ISO 8601 in UTC. */
export type ListSearch = {
  readonly person?: string;
  readonly workspace?: string;
  readonly kind?: PartKindName;
  readonly verdict?: VerdictName;
  /** The last hour, day, week or month; it moves with the clock. `between` leaves the time to `from` and `until`. */
  readonly span?: Span | 'between';
  readonly from?: string;
  readonly until?: string;
  readonly before?: string;
};

const verdicts: readonly VerdictName[] = ['allow', 'redact', 'block'];
const spanNames: readonly (Span | 'between')[] = ['hour', 'day', 'week', 'month', 'between'];

/** Reads an address that may have been typed or cut: what is no filter is passed over. */
export function readSearch(search: Readonly<Record<string, unknown>>): ListSearch {
  const from = textOf(search['from'], instant);
  const until = textOf(search['until'], instant);
  const hasBounds = from !== undefined || until !== undefined;
  const span = spanNames.find((name) => name === search['span']) ?? (hasBounds ? 'between' : undefined);
  return withoutGaps({
    person: textOf(search['person'], uuid),
    workspace: textOf(search['workspace'], uuid),
    kind: kindNames.find((kind) => kind === search['kind']),
    verdict: verdicts.find((verdict) => verdict === search['verdict']),
    span,
    ...(span === 'between' ? { from, until } : {}),
    before: textOf(search['before'], cursor),
  });
}

/** The search with some members changed; `undefined` takes one away. A changed filter begins at the newest page. */
export function changeSearch(
  search: ListSearch,
  change: { readonly [Key in keyof ListSearch]?: ListSearch[Key] | undefined },
): ListSearch {
  return withoutGaps({ ...search, before: undefined, ...change });
}

export function isFiltered(search: ListSearch): boolean {
  return Object.keys(search).some((name) => name !== 'before');
}

/** What to ask the API for at an instant, in ms since 1970. */
export function queryOf(search: ListSearch, nowMs: number): ExchangeQuery {
  const { span, from, until, ...rest } = search;
  if (span === undefined) return rest;
  if (span === 'between') return withoutGaps({ ...rest, from, until });
  return { ...rest, from: new Date(nowMs - spans[span]).toISOString() };
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const instant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?Z$/;
const cursor = /^\d{4}-\d{2}-\d{2}T[\d:.]+Z_[0-9a-f-]{36}$/;

function textOf(value: unknown, form: RegExp): string | undefined {
  return typeof value === 'string' && form.test(value) ? value : undefined;
}
