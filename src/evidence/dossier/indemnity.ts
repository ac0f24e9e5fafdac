import type { Fact } from '../../catalogue/index.ts';

/** What is seen of a passage, as far as the ledger and the work tree tell. */
export type PassageSeen = {
  /** Lines as the model wrote them, changed since, and those that came from elsewhere into the same file and commit. */
  readonly verbatim: number;
  readonly edited: number;
  readonly other: number;
  readonly planProof: string;
  readonly isCommercial: boolean | undefined;
};

export type Because =
  | 'no_indemnity'
  | 'by_conditions'
  | 'records_here'
  | 'consumer_plan'
  | 'plan_proven'
  | 'plan_unproven'
  | 'combined'
  | 'use_unseen'
  | 'edited'
  | 'unchanged_by_marks'
  | 'not_seen';

/** A term of the vendor's clause, and whether what it asks for is the case. `unknown` wherever nothing here can tell. */
export type TermState = {
  readonly fact: string;
  readonly criterion: string;
  readonly value: string;
  readonly state: 'met' | 'not_met' | 'unknown';
  /** Why, as a key of the texts. */
  readonly because: Because;
  readonly source: string;
  readonly validFrom: string | null;
  readonly reviewBy: string | null;
};

const criteria: ReadonlySet<string> = new Set([
  'indemnity',
  'indemnity_condition',
  'indemnity_exclusion',
  'indemnity_cap',
  'indemnity_by_customer',
]);

/** The terms on indemnity among the facts that applied that day, each held against what is seen of the passage. */
export function indemnityTerms(facts: readonly Fact[], seen: PassageSeen): readonly TermState[] {
  return facts
    .filter(({ criterion }) => criteria.has(criterion))
    .map((fact) => ({
      fact: fact.id,
      criterion: fact.criterion,
      value: fact.value,
      ...stateOf(fact, seen),
      source: fact.source,
      validFrom: fact.validFrom ?? null,
      reviewBy: fact.reviewBy ?? null,
    }));
}

// An exclusion is met where what it excludes is not the case: nothing here can show that but for changes and company.
function stateOf({ criterion, value }: Fact, seen: PassageSeen): Pick<TermState, 'state' | 'because'> {
  if (criterion === 'indemnity') return ofIndemnity(value);
  if (criterion === 'indemnity_condition' && value === 'paid_use') return ofPaidUse(seen);
  if (criterion === 'indemnity_condition' && value === 'records_kept') return { state: 'met', because: 'records_here' };
  if (criterion === 'indemnity_exclusion' && value === 'modification') return ofChange(seen);
  if (criterion === 'indemnity_exclusion' && value === 'combination') return ofCompany(seen);
  if (criterion === 'indemnity_exclusion' && value === 'modified_or_combined')
    return seen.edited > 0 ? ofChange(seen) : ofCompany(seen);
  return { state: 'unknown', because: 'not_seen' };
}

function ofIndemnity(value: string): Pick<TermState, 'state' | 'because'> {
  if (value === 'none') return { state: 'not_met', because: 'no_indemnity' };
  return { state: 'unknown', because: 'by_conditions' };
}

function ofPaidUse({ planProof, isCommercial }: PassageSeen): Pick<TermState, 'state' | 'because'> {
  if (isCommercial === false) return { state: 'not_met', because: 'consumer_plan' };
  if (planProof === 'proven') return { state: 'met', because: 'plan_proven' };
  return { state: 'unknown', because: 'plan_unproven' };
}

function ofCompany({ other }: PassageSeen): Pick<TermState, 'state' | 'because'> {
  return other > 0 ? { state: 'not_met', because: 'combined' } : { state: 'unknown', because: 'use_unseen' };
}

function ofChange({ edited, verbatim }: PassageSeen): Pick<TermState, 'state' | 'because'> {
  if (edited > 0) return { state: 'not_met', because: 'edited' };
  return { state: 'unknown', because: verbatim > 0 ? 'unchanged_by_marks' : 'not_seen' };
}
