import type { ModelFacts, PlanFacts } from './facts.ts';

/** What is needed of the catalogue's terms of a plan on a day. */
export type PlanTermsRead = {
  readonly vendor: string;
  readonly plan: string;
  readonly status: string;
  readonly audience: 'consumer' | 'commercial';
  readonly businessUse: 'allowed' | 'forbidden' | 'unknown';
  readonly training: string;
  readonly zdr: { readonly offered: boolean; readonly excludesFeatures: readonly string[] };
  readonly facts: readonly { readonly criterion: string; readonly value: string }[];
};

/** Where facts about plans and models come from: the catalogue, or what a test says. */
export type TermsSource = {
  /** By `vendor/plan`; undefined for one that nobody described. */
  plan(id: string, at: string): PlanFacts | undefined;
  model(vendor: string, name: string, at: string): ModelFacts;
};

/** The facts of a plan from its terms. A plan that nobody can hold that day is unknown: no contract can rest on it. */
export function planFactsOf(terms: PlanTermsRead): PlanFacts {
  const isHeld = terms.status === 'offered' || terms.status === 'closed_to_new';
  return {
    vendor: terms.vendor,
    plan: terms.plan,
    audience: isHeld ? terms.audience : 'unknown',
    businessUse: terms.businessUse,
    training: trainingOf(terms.training),
    isZdrOffered: terms.zdr.offered,
    featuresOutsideZdr: terms.zdr.excludesFeatures,
    personalDataNeedsZdr: terms.facts.some(
      ({ criterion, value }) => criterion === 'use_restriction' && value === 'personal_data_zdr_only',
    ),
  };
}

/** The facts for a plan that no catalogue describes. */
export function unknownPlan(vendor: string, plan: string): PlanFacts {
  return {
    vendor,
    plan,
    audience: 'unknown',
    businessUse: 'unknown',
    training: 'unknown',
    isZdrOffered: false,
    featuresOutsideZdr: [],
    personalDataNeedsZdr: false,
  };
}

const trainingWords: Readonly<Record<string, PlanFacts['training']>> = {
  no: 'no',
  no_by_default: 'no',
  no_qualified: 'no',
  opt_in: 'no',
  per_product: 'unless_opted_out',
  user_setting: 'unless_opted_out',
  opt_out: 'unless_opted_out',
  yes: 'yes',
};

function trainingOf(value: string): PlanFacts['training'] {
  return Object.hasOwn(trainingWords, value) ? (trainingWords[value] ?? 'unknown') : 'unknown';
}
