import { audienceNames, effectNames, type FlowQuery } from '../../console-api/egress-contract.ts';
import { withoutGaps } from './without-gaps.ts';

/** What of the list of connections stands in the address: its filters. */
export type FlowSearch = FlowQuery;

const word = /^[a-z0-9]+(?:[-._][a-z0-9]+)*$/;

/** Reads an address that may have been typed or cut: what is no filter is passed over. */
export function readFlowSearch(search: Readonly<Record<string, unknown>>): FlowSearch {
  const { vendor, purpose, audience, effect } = search;
  return withoutGaps({
    vendor: typeof vendor === 'string' && word.test(vendor) ? vendor : undefined,
    purpose: typeof purpose === 'string' && word.test(purpose) ? purpose : undefined,
    audience: audienceNames.find((name) => name === audience),
    effect: effectNames.find((name) => name === effect),
  });
}

/** The search with some members changed; `undefined` takes one away. */
export function changeFlowSearch(
  search: FlowSearch,
  change: { readonly [Key in keyof FlowSearch]?: FlowSearch[Key] | undefined },
): FlowSearch {
  return withoutGaps({ ...search, ...change });
}
