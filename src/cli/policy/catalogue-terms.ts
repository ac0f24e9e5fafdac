import type { Catalogue } from '../../catalogue/index.ts';
import { type ModelFacts, type PlanFacts, planFactsOf, type TermsSource } from '../../policy/index.ts';
import { loadCatalogue } from '../catalogue/installed-catalogue.ts';
import type { Invocation } from '../command.ts';
import { settingsOf } from '../options.ts';

export type CatalogueTerms = TermsSource & {
  /** Every plan that somebody can hold at that instant. */
  plans(at: string): readonly PlanFacts[];
};

/** The terms of plans and models as the catalogue in force has them. @throws what `loadCatalogue` throws */
export async function termsInForce(invocation: Invocation): Promise<CatalogueTerms> {
  return termsOf(await loadCatalogue(await settingsOf(invocation)));
}

const maxAsked = 1_000;

/** The terms that a catalogue has. */
export function termsOf(catalogue: Catalogue): CatalogueTerms {
  const known = new Set(
    catalogue.data.vendors.flatMap((vendor) =>
      vendor.products.flatMap((product) => product.plans.map((plan) => `${vendor.id}/${plan.id}`)),
    ),
  );
  // Terms change by the day; requests ask by the thousand.
  const asked = new Map<string, PlanFacts>();
  const askedModels = new Map<string, ModelFacts>();
  return {
    plan: (id, at) => {
      if (!known.has(id)) return undefined;
      const key = `${at.slice(0, 10)} ${id}`;
      const answered = asked.get(key);
      if (answered) return answered;
      if (asked.size > maxAsked) asked.clear();
      const slash = id.indexOf('/');
      const facts = planFactsOf(catalogue.plan(id.slice(0, slash), id.slice(slash + 1), new Date(at)));
      asked.set(key, facts);
      return facts;
    },
    model: (vendor, name, at) => {
      const key = `${at.slice(0, 10)} ${vendor} ${name}`;
      const answered = askedModels.get(key);
      if (answered) return answered;
      if (askedModels.size > maxAsked) askedModels.clear();
      const { zdrExcluded, ignoresOptOut } = catalogue.model(vendor, name, new Date(at));
      const facts = { name, isOutsideZdr: zdrExcluded, ignoresOptOut };
      askedModels.set(key, facts);
      return facts;
    },
    plans: (at) => catalogue.plans(new Date(at)).map(planFactsOf),
  };
}
