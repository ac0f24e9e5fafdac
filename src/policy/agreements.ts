import type { ContractTerms } from './files/configuration.ts';

/** What of a contract holds on a day. */
export type Agreements = {
  readonly isInForce: boolean;
  readonly hasZdr: boolean;
  readonly hasTrainingOptOut: boolean;
  readonly isReviewOverdue: boolean;
};

/**
 * What of a contract holds on a day in UTC (`2026-11-23`). Without a word of it in the policy a contract is in force, and
 * nothing special was agreed in it. What was agreed counts until the day somebody was to look at it again: after that
 * nobody can say that it still holds.
 */
export function agreementsOn(terms: ContractTerms | undefined, day: string): Agreements {
  const isReviewOverdue = terms?.reviewOn !== undefined && terms.reviewOn < day;
  const holds = (agreed: { readonly since: string } | undefined): boolean =>
    agreed !== undefined && agreed.since <= day && !isReviewOverdue;
  return {
    isInForce: (terms?.startsOn ?? day) <= day && day <= (terms?.endsOn ?? day),
    hasZdr: holds(terms?.zdr),
    hasTrainingOptOut: holds(terms?.trainingOptOut),
    isReviewOverdue,
  };
}
