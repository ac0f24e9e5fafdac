import { setImmediate } from 'node:timers/promises';
import type { PlanTerms } from '../catalogue/index.ts';
import { agreementsOn, buildMatrix, type MatrixRow, planFactsOf, type Policy } from '../policy/index.ts';
import type { ListedContract } from '../tenancy/index.ts';
import type { MatrixRowView } from './policy-contract.ts';

export type MatrixWish = {
  readonly policy: Policy;
  readonly plans: readonly PlanTerms[];
  readonly on: string;
  /** Empty for one that the policy does not name. */
  readonly workspace: string;
};

/** A plan and what may go to it. */
export type MatrixOfPlan = { readonly terms: PlanTerms; readonly rows: readonly MatrixRow[] };

/** Builds the matrix plan by plan. In between others have their turn: the gateway shares the process. */
export async function matrixOf({ policy, plans, on, workspace }: MatrixWish): Promise<readonly MatrixOfPlan[]> {
  const built: MatrixOfPlan[] = [];
  for (const terms of plans) {
    await setImmediate();
    const question = { plans: [planFactsOf(terms)], at: `${on}T00:00:00.000Z`, workspace };
    built.push({ terms, rows: buildMatrix(policy, question) });
  }
  return built;
}

/** The rows of a plan, each with the contracts for which it is the one that counts. */
export function rowViews(
  { terms, rows }: MatrixOfPlan,
  { policy, on }: Pick<MatrixWish, 'policy' | 'on'>,
  contracts: readonly ListedContract[],
): readonly MatrixRowView[] {
  const ofPlan = contracts.filter(({ vendor, plan }) => vendor === terms.vendor && plan === terms.plan);
  const hasAgreed = rows.some(({ isAgreed }) => isAgreed);
  return rows.map(({ plan, isAgreed, cells }) => ({
    vendor: terms.vendor,
    vendorName: terms.vendorName,
    product: terms.product,
    plan: terms.plan,
    planName: terms.name,
    audience: terms.audience,
    agreed: isAgreed ? wantedOf(plan) : [],
    contracts: ofPlan
      .filter(({ name }) => !hasAgreed || isAgreed === hasAll(policy, { name, on, wanted: wantedOf(plan) }))
      .map(({ name }) => name),
    cells,
  }));
}

// What a vendor agrees to on request for a plan.
function wantedOf({ isZdrOffered, training }: MatrixRow['plan']): MatrixRowView['agreed'] {
  return [
    ...(isZdrOffered ? (['zdr'] as const) : []),
    ...(training === 'unless_opted_out' ? (['no_training'] as const) : []),
  ];
}

type Wanted = { readonly name: string; readonly on: string; readonly wanted: MatrixRowView['agreed'] };

// A contract with a part of it counts as one without: the stricter of the two rows.
function hasAll({ configuration }: Policy, { name, on, wanted }: Wanted): boolean {
  const terms = Object.hasOwn(configuration.contracts, name) ? configuration.contracts[name] : undefined;
  const { hasZdr, hasTrainingOptOut } = agreementsOn(terms, on);
  return wanted.every((each) => (each === 'zdr' ? hasZdr : hasTrainingOptOut));
}
