import type { ChangedDecision, DecisionComparer, Moment, PlanTerms } from '../catalogue/index.ts';
import { buildMatrix } from './matrix.ts';
import type { Policy } from './policy.ts';
import { planFactsOf } from './terms.ts';

type Decided = { readonly verdicts: ReadonlyMap<string, string>; readonly restsOn: readonly string[] };

/**
 * Tells which cells of the policy's matrix another catalogue turns, for the seam that `catalogue import` has: `before` and
 * `after` are verdicts with their reasons, `what` is the plan, the label and what the part holds.
 */
export function decisionComparer(policy: Policy): DecisionComparer {
  return (before, after) => {
    const [old, now] = [termsOf(before), termsOf(after)];
    return [...new Set([...old.keys(), ...now.keys()])].flatMap((plan) => {
      const [was, is] = [old.get(plan), now.get(plan)];
      // Most plans are what they were; only the others are worth the matrix.
      if (was && is && JSON.stringify(planFactsOf(was)) === JSON.stringify(planFactsOf(is))) return [];
      return changed(was && decidedFor(policy, was, before.on), is && decidedFor(policy, is, after.on));
    });
  };
}

function termsOf({ catalogue, on }: Moment): ReadonlyMap<string, PlanTerms> {
  return new Map(catalogue.plans(on).map((terms) => [`${terms.vendor}/${terms.plan}`, terms]));
}

function decidedFor(policy: Policy, terms: PlanTerms, on: Date): Decided {
  const question = { plans: [planFactsOf(terms)], at: on.toISOString(), workspace: 'default' };
  const verdicts = buildMatrix(policy, question).flatMap(({ plan, isAgreed, cells }) =>
    cells.map(({ label, content, verdict, reasons }): readonly [string, string] => [
      `${plan.vendor}/${plan.plan}${isAgreed ? '+' : ''} ${label} ${content}`,
      `${verdict} (${reasons.join(', ')})`,
    ]),
  );
  return { verdicts: new Map(verdicts), restsOn: [...new Set(Object.values(terms.restsOn).flat())] };
}

function changed(old: Decided | undefined, now: Decided | undefined): readonly ChangedDecision[] {
  const cells = new Set([...(old?.verdicts.keys() ?? []), ...(now?.verdicts.keys() ?? [])]);
  return [...cells].flatMap((what) => {
    const [before, after] = [old?.verdicts.get(what), now?.verdicts.get(what)];
    return before === after ? [] : [{ what, before, after, restsOn: (now ?? old)?.restsOn ?? [] }];
  });
}
