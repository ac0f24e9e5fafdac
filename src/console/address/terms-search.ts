import type { AudienceName, ClaimVerdictName } from '../../console-api/catalogue-contract.ts';
import { withoutGaps } from './without-gaps.ts';

export const claimVerdicts: readonly ClaimVerdictName[] = ['false', 'superseded', 'holds_in_part', 'unproven', 'holds'];

/** What of the pages about plans and their terms stands in the address. `on` is a day in UTC, today when absent. */
export type TermsSearch = {
  readonly on?: string;
  readonly vendor?: string;
  readonly audience?: AudienceName;
  /** For the matrix: the workspace that sends. */
  readonly workspace?: string;
  /** For the comparison: the criteria of the white paper when absent, or those that octroi adds. */
  readonly criteria?: 'more';
  /** For the claims. */
  readonly verdict?: ClaimVerdictName;
};

const audiences: readonly AudienceName[] = ['consumer', 'commercial'];

/** Reads an address that may have been typed or cut: what is no filter is passed over. */
export function readTermsSearch(search: Readonly<Record<string, unknown>>): TermsSearch {
  const { on, vendor, workspace, criteria } = search;
  return withoutGaps({
    on: typeof on === 'string' && isDay(on) ? on : undefined,
    vendor: typeof vendor === 'string' && /^[a-z0-9]+(?:[-.][a-z0-9]+)*$/.test(vendor) ? vendor : undefined,
    audience: audiences.find((audience) => audience === search['audience']),
    workspace: typeof workspace === 'string' && workspace !== '' && workspace.length <= 120 ? workspace : undefined,
    criteria: criteria === 'more' ? criteria : undefined,
    verdict: claimVerdicts.find((verdict) => verdict === search['verdict']),
  });
}

export type TermsChange = { readonly [Key in keyof TermsSearch]?: TermsSearch[Key] | undefined };

/** The search with some members changed; `undefined` takes one away. */
export function changeTermsSearch(search: TermsSearch, change: TermsChange): TermsSearch {
  return withoutGaps({ ...search, ...change });
}

/** Whether it is a day of the calendar, `2026-11-23`. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const at = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text);
}
