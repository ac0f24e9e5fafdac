import {
  type Catalogue,
  criteria,
  type Criterion,
  type Fact,
  type PlanTerms,
  type Source,
} from '../../catalogue/index.ts';
import { evaluationError } from '../errors.ts';

/** What the white paper compares by. */
const paperCriteria = [
  'training',
  'retention',
  'ownership',
  'indemnity',
  'zdr',
] as const satisfies readonly Criterion[];

/** What its table leaves out and a choice turns on. */
const ownCriteria = [
  'business_use',
  'training_despite_opt_out',
  'retention_exception',
  'deletion',
  'feedback',
  'human_review',
  'isolation',
  'region',
  'sub_processors',
  'indemnity_by_customer',
] as const satisfies readonly Criterion[];

/** By what plans are compared, the paper's five first. */
export const comparedCriteria: readonly Criterion[] = [...paperCriteria, ...ownCriteria];

/** How much each criterion counts; one that is not named counts nothing. */
export type Weights = Readonly<Partial<Record<Criterion, number>>>;

/** What is known of one criterion of a plan on a day. */
export type Cell = {
  readonly criterion: Criterion;
  /** The value that takes most from the customer, of all that are in force for the whole of the service. */
  readonly value: string;
  readonly days: number | null;
  /**
   * From 1, the value of the criterion that takes least, to 0, the one that takes most, by their order alone: how far apart
   * two values are nobody has measured. Null where nothing is known.
   */
  readonly score: number | null;
  readonly isContested: boolean;
  readonly isOverdue: boolean;
  /** The facts it is read from, those about parts of the service too. */
  readonly facts: readonly { readonly id: string; readonly source: Source | undefined; readonly confidence: string }[];
};

export type ComparedPlan = {
  readonly vendor: string;
  readonly vendorName: string;
  readonly plan: string;
  readonly name: string;
  readonly audience: PlanTerms['audience'];
  readonly cells: readonly Cell[];
  /** Of the weights, how much the plan earns: what is unknown earns nothing. Between 0 and 1. */
  readonly score: number;
  /** Of the weights, how much something is known of. */
  readonly known: number;
};

export type ComparisonWish = {
  readonly catalogue: Catalogue;
  readonly on: Date;
  readonly today: Date;
  readonly weights: Weights;
};

/** The plans that somebody can hold that day, those that earn most first. */
export function comparePlans(wish: ComparisonWish): readonly ComparedPlan[] {
  const compared = wish.catalogue.plans(wish.on).map((terms): ComparedPlan => {
    const cells = comparedCriteria.map((criterion) => cellOf(terms, criterion, wish));
    const { vendor, vendorName, plan, name, audience } = terms;
    return { vendor, vendorName, plan, name, audience, cells, ...scoreOf(cells, wish.weights) };
  });
  return compared.toSorted((one, other) => other.score - one.score);
}

/** The paper's five alike, where nobody says how much each counts. */
export const usualWeights: Weights = Object.fromEntries(paperCriteria.map((criterion) => [criterion, 1]));

/**
 * Weights as somebody wrote them, `training=3`. Without any, the usual ones.
 * @throws evaluation_weight_invalid
 */
export function parseWeights(given: readonly string[]): Weights {
  if (given.length === 0) return usualWeights;
  return Object.fromEntries(
    given.map((text) => {
      const [name, weight, ...more] = text.split('=');
      const criterion = comparedCriteria.find((each) => each === name);
      if (criterion === undefined || more.length > 0 || !/^\d{1,3}(\.\d{1,3})?$/.test(weight ?? ''))
        throw evaluationError('evaluation_weight_invalid', { weight: text, criteria: comparedCriteria.join(', ') });
      return [criterion, Number(weight)];
    }),
  );
}

function cellOf(terms: PlanTerms, criterion: Criterion, { catalogue, today }: ComparisonWish): Cell {
  const facts = terms.facts.filter((fact) => fact.criterion === criterion);
  const order: readonly string[] = criteria[criterion];
  // A fact about one feature alone does not speak for the plan.
  const whole = facts.filter(({ feature }) => feature === undefined);
  const worst = whole.toSorted((one, other) => order.indexOf(other.value) - order.indexOf(one.value))[0];
  // Whom the terms are written for says who may use them, where they do not say it.
  const value = worst?.value ?? (criterion === 'business_use' ? terms.businessUse : 'unknown');
  return {
    criterion,
    value,
    days: worst?.days ?? null,
    score: scoreOfValue(order, value),
    isContested: terms.contested.includes(criterion),
    isOverdue: facts.some((fact) => isOverdue(fact, today)),
    facts: facts.map(({ id, confidence }) => ({ id, source: catalogue.sourceOf(id), confidence })),
  };
}

function isOverdue({ reviewBy }: Fact, today: Date): boolean {
  return reviewBy < today.toISOString().slice(0, 10);
}

// The first of the order is `unknown`.
function scoreOfValue(order: readonly string[], value: string): number | null {
  const place = order.indexOf(value);
  if (place <= 0) return null;
  return order.length <= 2 ? 1 : 1 - (place - 1) / (order.length - 2);
}

function scoreOf(cells: readonly Cell[], weights: Weights): Pick<ComparedPlan, 'score' | 'known'> {
  const weighed = cells.map(({ criterion, score }) => ({ weight: weights[criterion] ?? 0, score }));
  const all = weighed.reduce((sum, { weight }) => sum + weight, 0);
  if (all === 0) return { score: 0, known: 0 };
  const earned = weighed.reduce((sum, { weight, score }) => sum + weight * (score ?? 0), 0);
  const known = weighed.reduce((sum, { weight, score }) => sum + (score === null ? 0 : weight), 0);
  return { score: earned / all, known: known / all };
}
