import { isDay } from './terms-search.ts';
import { withoutGaps } from './without-gaps.ts';

/** What of the ledger's list stands in the address: the filters, and the cursor of an older page. */
export type LedgerSearch = {
  readonly kind?: string;
  readonly person?: string;
  readonly workspace?: string;
  /** The last day that is shown, in UTC; today when absent. */
  readonly until?: string;
  readonly before?: string;
};

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const cursor = /^\d{4}-\d{2}-\d{2}T[\d:.]+Z_[0-9a-f-]{36}$/;

/** Reads an address that may have been typed or cut: what is no filter is passed over. */
export function readLedgerSearch(search: Readonly<Record<string, unknown>>): LedgerSearch {
  const { until } = search;
  return withoutGaps({
    kind: textOf(search['kind'], /^[a-z_]{1,60}$/),
    person: textOf(search['person'], uuid),
    workspace: textOf(search['workspace'], uuid),
    until: typeof until === 'string' && isDay(until) ? until : undefined,
    before: textOf(search['before'], cursor),
  });
}

/** The search with some members changed; `undefined` takes one away. A changed filter begins at the newest page. */
export function changeLedgerSearch(
  search: LedgerSearch,
  change: { readonly [Key in keyof LedgerSearch]?: LedgerSearch[Key] | undefined },
): LedgerSearch {
  return withoutGaps({ ...search, before: undefined, ...change });
}

/** What to ask the API for: a day ends where the next begins. */
export function ledgerQueryOf({ until, ...rest }: LedgerSearch): Readonly<Record<string, string>> {
  if (until === undefined) return rest;
  return { ...rest, until: new Date(Date.parse(`${until}T00:00:00Z`) + 86_400_000).toISOString() };
}

function textOf(value: unknown, form: RegExp): string | undefined {
  return typeof value === 'string' && form.test(value) ? value : undefined;
}
