import {
  type Catalogue,
  type Claim,
  criteria,
  type Criterion,
  type Dated,
  type Fact,
  type PlanTerms,
  reviewCatalogue,
  type Source,
  type Vendor,
} from '../catalogue/index.ts';
import type {
  CatalogueView,
  ClaimsView,
  ClaimView,
  DatedView,
  FactView,
  PlanView,
  ProductView,
  SourceView,
  VendorView,
} from './catalogue-contract.ts';

/** One catalogue, the day that is looked at, and the day it is. Days in UTC. */
export type Moment = { readonly catalogue: Catalogue; readonly on: string; readonly today: string };

/** Every plan that was known on a day, with its terms. */
export function catalogueView({ catalogue, on, today }: Moment): CatalogueView {
  const reviewed = reviewCatalogue(catalogue, startOf(today));
  return {
    version: catalogue.version,
    digest: catalogue.digest,
    on,
    overdue: reviewed.overdue.length,
    nextReviewBy: reviewed.nextReviewBy ?? null,
    contradictions: reviewCatalogue(catalogue, startOf(on)).contradictions.length,
    vendors: catalogue.data.vendors
      .map((vendor) => vendorView({ catalogue, on, today }, vendor))
      .filter(({ products }) => products.length > 0),
  };
}

/** What the evidence says of the white paper's statements, as judged by a day. */
export function claimsView(moment: Moment): ClaimsView {
  const { catalogue, on } = moment;
  return {
    version: catalogue.version,
    on,
    claims: catalogue.claims(startOf(on)).map((claim) => claimView(moment, claim)),
  };
}

/** The instant at which a day in UTC begins. */
export function startOf(day: string): Date {
  return new Date(`${day}T00:00:00Z`);
}

function vendorView(moment: Moment, vendor: Vendor): VendorView {
  const { catalogue, on } = moment;
  const terms = new Map(
    vendor.products.flatMap(({ plans }) =>
      plans.map(({ id }) => [id, catalogue.plan(vendor.id, id, startOf(on))] as const),
    ),
  );
  const inForce = new Map([...terms.values()].flatMap(({ facts }) => facts.map((fact) => [fact.id, fact] as const)));
  return {
    id: vendor.id,
    name: vendor.name,
    products: vendor.products
      .map((product): ProductView => {
        const plans = product.plans.flatMap((plan) => {
          const its = terms.get(plan.id);
          return its === undefined || its.status === 'unrecorded'
            ? []
            : [planView(its, plan.reviewBy < moment.today && !isOver(plan, moment.today))];
        });
        const { supersededBy = null, endOfSupport = null, note = null } = product;
        return { id: product.id, name: product.name, supersededBy, endOfSupport, note, plans };
      })
      .filter(({ plans }) => plans.length > 0),
    facts: [...inForce.values()].map((fact) => factView(moment, fact, inForce)),
  };
}

function planView(terms: PlanTerms, isOverdue: boolean): PlanView {
  const order = Object.keys(criteria);
  const rank = ({ criterion }: { readonly criterion: Criterion }): number => order.indexOf(criterion);
  return {
    id: terms.plan,
    name: terms.name,
    audience: terms.audience,
    status: terms.status,
    supersededBy: terms.supersededBy ?? null,
    endOfSupport: terms.endOfSupport ?? null,
    businessUse: terms.businessUse,
    isOverdue,
    contested: terms.contested,
    facts: terms.facts.toSorted((one, other) => rank(one) - rank(other)).map(({ id }) => id),
  };
}

function factView(moment: Moment, fact: Fact, inForce: ReadonlyMap<string, Fact>): FactView {
  const { id, criterion, value, days = null, feature = null, features = [], models = [], note = null } = fact;
  return {
    id,
    criterion,
    value,
    days,
    feature,
    features,
    models,
    note,
    // Said by one of the two only, it is still a contradiction of both.
    conflictsWith: [...inForce.values()]
      .filter((other) => other.conflictsWith?.includes(id) || fact.conflictsWith?.includes(other.id))
      .map((other) => other.id),
    passages: (fact.anchors ?? []).map(({ passage, collection, service, terms, recordedAt, region }) => ({
      passage,
      collection,
      service,
      terms,
      recordedAt,
      region,
    })),
    ...datedView(moment, id, fact),
  };
}

function claimView(moment: Moment, claim: Claim): ClaimView {
  const { id, topic, statement, verdict, evidence } = claim;
  const { catalogue } = moment;
  const facts = claim.facts.flatMap((factId) => {
    const fact = catalogue.fact(factId);
    const vendor = catalogue.data.vendors.find(({ facts: its }) => its.some((one) => one.id === factId));
    if (!fact || !vendor) return [];
    const { plans, criterion, value, days = null, confidence } = fact;
    const source = sourceView(catalogue.sourceOf(factId));
    return [{ id: factId, vendor: vendor.name, plans, criterion, value, days, source, confidence }];
  });
  return { id, topic, statement, verdict, evidence, facts, ...datedView(moment, `claim:${id}`, claim) };
}

function datedView({ catalogue, today }: Moment, key: string, dated: Dated): DatedView {
  const { confidence, validFrom, startIsUnknown = false, validTo = null, reviewBy } = dated;
  return {
    source: sourceView(catalogue.sourceOf(key)),
    confidence,
    validFrom,
    startIsUnknown,
    validTo,
    reviewBy,
    isOverdue: reviewBy < today && !isOver(dated, today),
  };
}

// What no longer holds needs no further reading of its source.
function isOver({ validTo }: Pick<Dated, 'validTo'>, today: string): boolean {
  return validTo !== undefined && validTo <= today;
}

function sourceView(source: Source | undefined): SourceView | null {
  if (source === undefined) return null;
  const { url, datedOn, dating, readOn, via = null } = source;
  return { url, datedOn, dating, readOn, via };
}
