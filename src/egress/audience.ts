import type { KnownHost, PlanTerms } from '../catalogue/index.ts';

export type Audience = 'consumer' | 'commercial';

/** For whom a host is: for whom all its plans in force are. Undefined where plans of both kinds use it, or none is named. */
export function audienceOf(
  { vendor, purpose, plans = [] }: Pick<KnownHost, 'vendor' | 'purpose' | 'plans'>,
  inForce: readonly PlanTerms[],
): Audience | undefined {
  if (purpose === 'consumer-web') return 'consumer';
  const held = inForce.filter((terms) => terms.vendor === vendor && plans.includes(terms.plan));
  const [only, ...others] = new Set(held.map(({ audience }) => audience));
  return others.length === 0 ? only : undefined;
}
