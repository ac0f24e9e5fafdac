import type { Catalogue } from '../catalogue/index.ts';
import { factsRead } from './cedar/unknown-words.ts';
import type { Policy } from './policy.ts';

const answerNames = ['audience', 'businessUse', 'training', 'zdr', 'restrictions'] as const;

// What policies read of each answer of a plan's terms.
const readOf: Readonly<Record<(typeof answerNames)[number], readonly string[]>> = {
  audience: ['context.plan.audience'],
  businessUse: ['context.plan.businessUse'],
  training: ['context.plan.training', 'context.model.ignoresOptOut'],
  zdr: [
    'context.plan.isZdrOffered',
    'context.isZdrInForce',
    'context.featuresOutsideZdr',
    'context.model.isOutsideZdr',
  ],
  restrictions: ['context.plan.personalDataNeedsZdr'],
};

/**
 * Tells which decisions rest on facts of the catalogue, as `policy vendor/plan`: each policy that reads an answer, for each
 * plan whose answer that day rests on one of the facts.
 */
export function decisionsRestingOn(
  policy: Policy,
  catalogue: Catalogue,
  on: Date,
): (factIds: readonly string[]) => readonly string[] {
  const readers = policy.policies.map(({ id, json }) => ({ id, read: factsRead(json.conditions) }));
  const plans = catalogue.plans(on);
  return (factIds) =>
    plans.flatMap((terms) => {
      const answers = answerNames.flatMap((answer) =>
        terms.restsOn[answer].some((fact) => factIds.includes(fact)) ? readOf[answer] : [],
      );
      return readers.flatMap(({ id, read }) =>
        answers.some((answer) => read.has(answer)) ? [`${id} ${terms.vendor}/${terms.plan}`] : [],
      );
    });
}
