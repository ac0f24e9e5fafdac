import type { PlanTerms } from '../catalogue/index.ts';
import { agreementsOn, entryOf } from '../policy/index.ts';
import type { NoticeContract, NoticeMaterial } from './material.ts';
import type { Writing } from './writing.ts';

/** A contract with what the catalogue says of its plan on the day; without terms where the catalogue has no such plan. */
export type KnownContract = NoticeContract & { readonly terms: PlanTerms | undefined; readonly isInForce: boolean };

/** The contracts of the policy, and those of the post beside them, each name once. */
export function contractsOf({ policy, held = [], catalogue, on }: NoticeMaterial): readonly KnownContract[] {
  const written = Object.entries(policy.configuration.contracts).map(([name, { plan }]): NoticeContract => {
    const slash = plan.indexOf('/');
    return { name, vendor: plan.slice(0, slash), plan: plan.slice(slash + 1) };
  });
  const names = new Set(written.map(({ name }) => name));
  const all = [...written, ...held.filter(({ name }) => !names.has(name))];
  const [plans, day] = [catalogue.plans(on), on.toISOString().slice(0, 10)];
  return all
    .toSorted((one, other) => (one.name < other.name ? -1 : 1))
    .map((each) => ({
      ...each,
      terms: plans.find((terms) => isPlanOf(each, terms)),
      isInForce: agreementsOn(entryOf(policy.configuration.contracts, each.name), day).isInForce,
    }));
}

function isPlanOf(contract: NoticeContract, terms: PlanTerms): boolean {
  return contract.vendor === terms.vendor && contract.plan === terms.plan;
}

/** The contracts that differ in their plan: their terms are told once. */
export function plansOf(contracts: readonly KnownContract[]): readonly KnownContract[] {
  return [...new Map(contracts.map((each) => [`${each.vendor}/${each.plan}`, each])).values()];
}

/** A contract in a sentence, with what was agreed in it. */
export function contractLine(writing: Writing, contract: KnownContract): string {
  const terms = entryOf(writing.material.policy.configuration.contracts, contract.name);
  const { isReviewOverdue } = agreementsOn(terms, writing.day);
  const plan = contract.terms
    ? `${contract.terms.name} (${contract.vendor}/${contract.plan})`
    : `${contract.vendor}/${contract.plan}`;
  const said = [
    writing.say('charter.contract', { name: contract.name, plan }),
    ...(contract.isInForce ? [] : [writing.say('charter.contract.over')]),
    ...(terms?.endsOn ? [writing.say('charter.contract.ends', { on: terms.endsOn })] : []),
    ...(terms?.zdr ? [writing.say('charter.contract.zdr', terms.zdr)] : []),
    ...(terms?.trainingOptOut ? [writing.say('charter.contract.optOut', terms.trainingOptOut)] : []),
    ...(isReviewOverdue ? [writing.say('charter.contract.review', { on: terms?.reviewOn ?? '' })] : []),
    ...(terms?.owner ? [writing.say('charter.contract.owner', { owner: terms.owner })] : []),
  ];
  return said.join(', ');
}
