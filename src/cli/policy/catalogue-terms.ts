import { type Catalogue, openCatalogue, shippedData } from '../../catalogue/index.ts';
import { planFactsOf, type PlanFacts, type TermsSource } from '../../policy/index.ts';

/** The terms of plans and models as the catalogue has them. */
export function shippedTerms(): TermsSource & { plans(at: string): readonly PlanFacts[] } {
  return termsOf(openCatalogue(shippedData));
}

function termsOf(catalogue: Catalogue): ReturnType<typeof shippedTerms> {
  const known = new Set(
    catalogue.data.vendors.flatMap((vendor) =>
      vendor.products.flatMap((product) => product.plans.map((plan) => `${vendor.id}/${plan.id}`)),
    ),
  );
  return {
    plan: (id, at) => {
      if (!known.has(id)) return undefined;
      const slash = id.indexOf('/');
      return planFactsOf(catalogue.plan(id.slice(0, slash), id.slice(slash + 1), new Date(at)));
    },
    model: (vendor, name, at) => {
      const { zdrExcluded, ignoresOptOut } = catalogue.model(vendor, name, new Date(at));
      return { name, isOutsideZdr: zdrExcluded, ignoresOptOut };
    },
    plans: (at) => catalogue.plans(new Date(at)).map(planFactsOf),
  };
}
