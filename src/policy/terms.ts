import type { PlanTerms } from '../catalogue/index.ts';
import type { ModelFacts, PlanFacts } from './facts.ts';

/** Where facts about plans and models come from: the catalogue, or what a test says. */
export type TermsSource = {
  /** By `vendor/plan`; undefined for one that nobody described. */
  plan(id: string, at: string): PlanFacts | undefined;
  model(vendor: string, name: string, at: string): ModelFacts;
};

/** The facts of a plan from its terms. A plan that nobody can hold that day is unknown: no contract can rest on it. */
export function planFactsOf(terms: PlanTerms): PlanFacts {
  const isHeld = terms.status === 'offered' || terms.status === 'closed_to_new';
  return {
    vendor: terms.vendor,
    plan: terms.plan,
    audience: isHeld ? terms.audience : 'unknown',
    businessUse: terms.businessUse,
    training: trainingWords[terms.training],
    isZdrOffered: terms.zdr.offered,
    featuresOutsideZdr: terms.zdr.excludesFeatures,
    personalDataNeedsZdr: terms.restrictions.includes('personal_data_zdr_only'),
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

/**
 * The facts of all models that a request names, as those of one: the first one's name, and whatever stands against any. A
 * request that names none, or not as a name, has one of which nothing is known.
 */
export function strictestModel(models: readonly ModelFacts[]): ModelFacts {
  const [first] = models;
  const isUnnamed = first === undefined || first.name === '';
  return {
    name: first?.name ?? '',
    isOutsideZdr: isUnnamed || models.some(({ isOutsideZdr }) => isOutsideZdr),
    ignoresOptOut: models.some(({ ignoresOptOut }) => ignoresOptOut),
  };
}

// A word is one of the catalogue's: a new one does not compile until somebody has said what it means for a decision.
const trainingWords: Readonly<Record<PlanTerms['training'], PlanFacts['training']>> = {
  unknown: 'unknown',
  no: 'no',
  no_by_default: 'no',
  no_qualified: 'no',
  opt_in: 'no',
  per_product: 'unless_opted_out',
  user_setting: 'unless_opted_out',
  opt_out: 'unless_opted_out',
  yes: 'yes',
};
