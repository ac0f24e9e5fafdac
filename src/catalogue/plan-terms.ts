import type { Plan, Product, Vendor } from './schema/catalogue.ts';
import { type Criterion, type ValueOf, weightOf } from './schema/criteria.ts';
import { holdsOn } from './schema/dated.ts';
import type { Fact } from './schema/fact.ts';

/**
 * The terms of one plan on one day, and the facts they rest on.
 *
 * Where several facts speak of the same thing, the one that takes most from the customer counts; where they contradict
 * each other the criterion stands in `contested`, and all of them stand in `facts`. What no fact says is `unknown`.
 */
export type PlanTerms = {
  readonly vendor: string;
  readonly vendorName: string;
  readonly product: string;
  readonly plan: string;
  readonly name: string;
  readonly on: string;
  /** `ended`: nobody can hold it any more. `unrecorded`: nothing is known of it so early. */
  readonly status: 'offered' | 'closed_to_new' | 'ended' | 'unrecorded';
  readonly supersededBy: string | undefined;
  readonly endOfSupport: string | undefined;
  readonly audience: 'consumer' | 'commercial';
  readonly businessUse: ValueOf<'business_use'>;
  readonly training: ValueOf<'training'>;
  readonly trainingDespiteOptOut: readonly ValueOf<'training_despite_opt_out'>[];
  readonly zdr: {
    readonly offered: boolean;
    readonly how: ValueOf<'zdr'>;
    /** Families of models, by the ids of their rules. */
    readonly excludesModels: readonly string[];
    readonly excludesFeatures: readonly string[];
  };
  /** What the terms forbid to send, or tie to a condition. */
  readonly restrictions: readonly ValueOf<'use_restriction'>[];
  /** The keys of facts (and of the plan's own entry) that each answer rests on. */
  readonly restsOn: {
    readonly audience: readonly string[];
    readonly businessUse: readonly string[];
    readonly training: readonly string[];
    readonly zdr: readonly string[];
    readonly restrictions: readonly string[];
  };
  readonly contested: readonly Criterion[];
  /** Every fact in force that day. */
  readonly facts: readonly Fact[];
};

export type PlanPlace = { readonly vendor: Vendor; readonly product: Product; readonly plan: Plan };

const offers: ReadonlySet<string> = new Set(['default', 'available', 'by_agreement', 'on_request', 'follows_opt_out']);

export function planTermsOn({ vendor, product, plan }: PlanPlace, on: string): PlanTerms {
  const facts = vendor.facts.filter((fact) => fact.plans.includes(plan.id) && holdsOn(fact, on));
  const training = weightiest(facts, 'training');
  const despite = all(facts, 'training_despite_opt_out');
  const zdr = weightiest(facts, 'zdr');
  const exclusions = facts.filter((fact) => fact.criterion === 'zdr_exclusion');
  const restrictions = all(facts, 'use_restriction');
  const planKey = `plan:${vendor.id}/${plan.id}`;
  const business = businessUseOf(facts, plan, planKey);
  return {
    vendor: vendor.id,
    vendorName: vendor.name,
    product: product.id,
    plan: plan.id,
    name: plan.name,
    on,
    status: statusOn(plan, on),
    supersededBy: plan.supersededBy,
    endOfSupport: plan.endOfSupport,
    audience: plan.audience,
    businessUse: business.value,
    training: training.value,
    trainingDespiteOptOut: despite.values,
    zdr: {
      offered: offers.has(zdr.value),
      how: zdr.value,
      excludesModels: [...new Set(exclusions.flatMap(({ models }) => models ?? []))],
      excludesFeatures: [...new Set(exclusions.flatMap(({ features }) => features ?? []))],
    },
    restrictions: restrictions.values,
    restsOn: {
      audience: [planKey],
      businessUse: business.restsOn,
      training: [...training.restsOn, ...despite.restsOn],
      zdr: [...zdr.restsOn, ...exclusions.map(({ id }) => id)],
      restrictions: restrictions.restsOn,
    },
    contested: contestedIn(facts),
    facts,
  };
}

type Resting<Value> = { readonly value: Value; readonly restsOn: readonly string[] };

/** Every value of a criterion. */
function all<Name extends Criterion>(
  facts: readonly Fact[],
  criterion: Name,
): { readonly values: readonly ValueOf<Name>[]; readonly restsOn: readonly string[] } {
  const found = facts.filter((fact) => fact.criterion === criterion);
  return { values: [...new Set(found.map(valueOf<Name>))], restsOn: found.map(({ id }) => id) };
}

// Checked when the catalogue was opened: a fact's value is one of its criterion's.
function valueOf<Name extends Criterion>({ value }: Fact): ValueOf<Name> {
  return value as ValueOf<Name>;
}

// A fact about one feature alone does not speak for the plan.
function weightiest<Name extends Criterion>(
  facts: readonly Fact[],
  criterion: Name,
): Resting<ValueOf<Name> | 'unknown'> {
  const speaking = facts.filter((fact) => fact.criterion === criterion && fact.feature === undefined);
  const [first, ...others] = speaking.toSorted(
    (one, other) => weightOf(criterion, other.value) - weightOf(criterion, one.value),
  );
  if (!first) return { value: 'unknown', restsOn: [] };
  const contradicting = others.filter((fact) => fact.value !== first.value && first.conflictsWith?.includes(fact.id));
  const agreeing = others.filter((fact) => fact.value === first.value);
  return { value: valueOf<Name>(first), restsOn: [first, ...agreeing, ...contradicting].map(({ id }) => id) };
}

function businessUseOf(facts: readonly Fact[], plan: Plan, planKey: string): Resting<ValueOf<'business_use'>> {
  const stated = weightiest(facts, 'business_use');
  if (stated.restsOn.length > 0) return stated;
  // Commercial terms are written for businesses; of consumer terms that say nothing, nothing is known.
  return { value: plan.audience === 'commercial' ? 'allowed' : 'unknown', restsOn: [planKey] };
}

function statusOn({ validFrom, validTo, endOfSupport, closedToNewOn }: Plan, on: string): PlanTerms['status'] {
  if (on < validFrom) return 'unrecorded';
  if ((validTo !== undefined && validTo <= on) || (endOfSupport !== undefined && endOfSupport <= on)) return 'ended';
  return closedToNewOn !== undefined && closedToNewOn <= on ? 'closed_to_new' : 'offered';
}

function contestedIn(facts: readonly Fact[]): readonly Criterion[] {
  const ids = new Set(facts.map(({ id }) => id));
  const found = facts.filter(({ conflictsWith = [] }) => conflictsWith.some((id) => ids.has(id)));
  return [...new Set(found.map(({ criterion }) => criterion))];
}
