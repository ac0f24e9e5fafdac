import type { CatalogueView, FactView, VendorView } from '../../../console-api/catalogue-contract.ts';
import type { TermsSearch } from '../../address/terms-search.ts';

/** The vendors, products and plans that the filters leave; products without a plan are left out. */
export function vendorsShown(
  { vendors }: CatalogueView,
  { vendor, audience }: Pick<TermsSearch, 'vendor' | 'audience'>,
): readonly VendorView[] {
  return vendors
    .filter(({ id }) => vendor === undefined || id === vendor)
    .map((its) => ({
      ...its,
      products: its.products
        .map((product) => ({
          ...product,
          plans: product.plans.filter((plan) => audience === undefined || plan.audience === audience),
        }))
        .filter(({ plans }) => plans.length > 0),
    }))
    .filter(({ products }) => products.length > 0);
}

/** The facts of these ids, in their order. */
export function factsOf({ facts }: VendorView, ids: readonly string[]): readonly FactView[] {
  const byId = new Map(facts.map((fact) => [fact.id, fact]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

/** Facts of which each says something else than another one: told together, each once. */
export function contradictionsAmong(facts: readonly FactView[]): readonly (readonly FactView[])[] {
  const left = new Map(facts.map((fact) => [fact.id, fact]));
  const groups: FactView[][] = [];
  for (const fact of facts) {
    const group = takeConnected(fact, left);
    if (group.length > 1) groups.push(group);
  }
  return groups;
}

function takeConnected(fact: FactView, left: Map<string, FactView>): FactView[] {
  if (!left.delete(fact.id)) return [];
  const others = fact.conflictsWith.flatMap((id) => left.get(id) ?? []);
  return [fact, ...others.flatMap((other) => takeConnected(other, left))];
}
