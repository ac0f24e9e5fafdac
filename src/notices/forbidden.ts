import type { TextBlock, TextItem } from '../base/index.ts';
import type { Fact, PlanTerms } from '../catalogue/index.ts';
import { audienceItem, factItem } from './claims.ts';
import { listOf, type Writing } from './writing.ts';

const told: ReadonlySet<string> = new Set(['training', 'training_despite_opt_out', 'business_use']);

/** Every product for private persons that somebody can hold that day, and what its terms say that speaks against it. */
export function forbiddenPlans(writing: Writing): readonly TextBlock[] {
  const { catalogue, on } = writing.material;
  const plans = catalogue.plans(on).filter(({ audience }) => audience === 'consumer');
  if (plans.length === 0) return [writing.paragraph('charter.forbidden.none')];
  return [...Map.groupBy(plans, ({ vendorName }) => vendorName)]
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .flatMap(([vendor, each]): readonly TextBlock[] => [
      { kind: 'paragraph', text: vendor },
      ...listOf(itemsOf(writing, each)),
    ]);
}

// One fact often speaks of several plans; a plan that none speaks of is told by whom it is written for.
function itemsOf(writing: Writing, plans: readonly PlanTerms[]): readonly TextItem[] {
  const facts = new Map<string, Fact>();
  for (const fact of plans.flatMap((terms) => terms.facts))
    if (told.has(fact.criterion) && fact.feature === undefined) facts.set(fact.id, fact);
  return [
    ...plans.map((terms) => audienceItem(writing, terms)),
    ...[...facts.values()].map((fact) =>
      factItem(
        writing,
        plans.filter((terms) => terms.facts.some(({ id }) => id === fact.id)),
        fact,
      ),
    ),
  ];
}
