import { canonicalJson, type Json, sha256Hex } from '../base/index.ts';
import { type Entry, entriesOf, entriesOn } from './entries.ts';
import { catalogueError } from './errors.ts';
import { type HostSymbols, hostsNamed } from './host-names.ts';
import { rulesForModel } from './model-names.ts';
import { parseCatalogue } from './parse-catalogue.ts';
import { type PlanPlace, type PlanTerms, planTermsOn } from './plan-terms.ts';
import type { CatalogueData, Claim } from './schema/catalogue.ts';
import type { Client } from './schema/client.ts';
import { type Dated, dayOf, holdsOn, type Source } from './schema/dated.ts';
import type { Fact } from './schema/fact.ts';
import type { Host, TenantHeader } from './schema/network.ts';

/** A host entry with the vendor whose file it stands in. */
export type KnownHost = Host & { readonly vendor: string };

/** What rules of their own say of a model. A model without a rule is under its plan's terms alone. */
export type ModelTerms = {
  readonly rules: readonly string[];
  /** Its retention is taken away by no ZDR agreement. */
  readonly zdrExcluded: boolean;
  /** Neither an opt-out from training nor ZDR counts for it. */
  readonly ignoresOptOut: boolean;
  /** Keys of the entries it rests on. */
  readonly restsOn: readonly string[];
};

/**
 * An open catalogue: what applied, by vendor and plan, on a day (in UTC) of the instant asked for. Nothing in it changes.
 */
export type Catalogue = {
  readonly version: string;
  /** SHA-256 of its canonical JSON, in hexadecimal: names this very catalogue. */
  readonly digest: string;
  readonly data: CatalogueData;
  /** @throws catalogue_plan_unknown */
  plan(vendorId: string, planId: string, on: Date): PlanTerms;
  /** Every plan somebody can hold that day. */
  plans(on: Date): readonly PlanTerms[];
  model(vendorId: string, modelName: string, on: Date): ModelTerms;
  hosts(on: Date): readonly KnownHost[];
  /** The entries for one host name, the most specific first; none for a host nobody has described. */
  hostsNamed(name: string, on: Date, symbols?: HostSymbols): readonly KnownHost[];
  tenantHeaders(on: Date): readonly (TenantHeader & { readonly vendor: string })[];
  clients(): readonly (Client & { readonly vendor: string })[];
  /** A client with the variables, settings, files and versions in force that day; undefined for one nobody described. */
  client(clientId: string, on: Date): (Client & { readonly vendor: string }) | undefined;
  claims(on: Date): readonly Claim[];
  fact(factId: string): Fact | undefined;
  /** Where an entry's value was read. */
  sourceOf(key: string): Source | undefined;
  entries(on?: Date): readonly Entry[];
};

/** @throws catalogue_invalid */
export function openCatalogue(data: unknown): Catalogue {
  const parsed = parseCatalogue(data);
  const places = placesOf(parsed);
  const facts = new Map(parsed.vendors.flatMap((vendor) => vendor.facts.map((fact) => [fact.id, fact] as const)));
  const all = entriesOf(parsed);
  const hosts = parsed.vendors.flatMap((vendor) => named(vendor.id, vendor.hosts));
  const clients = parsed.vendors.flatMap((vendor) => named(vendor.id, vendor.clients));
  const headers = parsed.vendors.flatMap((vendor) => named(vendor.id, vendor.tenantHeaders));
  return {
    version: parsed.version,
    digest: sha256Hex(canonicalJson(parsed as unknown as Json)),
    data: parsed,
    plan: (vendorId, planId, on) => {
      const place = places.get(`${vendorId}/${planId}`);
      if (!place) throw catalogueError('catalogue_plan_unknown', { vendor: vendorId, plan: planId });
      return planTermsOn(place, dayOf(on));
    },
    plans: (on) =>
      [...places.values()]
        .map((place) => planTermsOn(place, dayOf(on)))
        .filter(({ status }) => status === 'offered' || status === 'closed_to_new'),
    model: (vendorId, modelName, on) => modelTerms(parsed, { vendorId, modelName, on: dayOf(on) }),
    hosts: (on) => holding(hosts, on),
    hostsNamed: (name, on, symbols = {}) => hostsNamed(holding(hosts, on), name, symbols),
    tenantHeaders: (on) => holding(headers, on),
    clients: () => clients,
    client: (clientId, on) =>
      clientOn(
        clients.find(({ id }) => id === clientId),
        on,
      ),
    claims: (on) => holding(parsed.claims, on),
    fact: (factId) => facts.get(factId),
    sourceOf: (key) => {
      const found = all.find((entry) => entry.key === key || entry.key === `fact:${key}`);
      return found?.sources.find(({ id }) => id === found.value.source);
    },
    entries: (on) => (on === undefined ? all : entriesOn(parsed, dayOf(on))),
  };
}

function named<T extends object>(vendor: string, values: readonly T[]): readonly (T & { readonly vendor: string })[] {
  return values.map((value) => ({ ...value, vendor }));
}

function placesOf(data: CatalogueData): ReadonlyMap<string, PlanPlace> {
  return new Map(
    data.vendors.flatMap((vendor) =>
      vendor.products.flatMap((product) =>
        product.plans.map((plan) => [`${vendor.id}/${plan.id}`, { vendor, product, plan }] as const),
      ),
    ),
  );
}

function modelTerms(
  data: CatalogueData,
  { vendorId, modelName, on }: { vendorId: string; modelName: string; on: string },
): ModelTerms {
  const rules = data.vendors.find(({ id }) => id === vendorId)?.models.filter((rule) => holdsOn(rule, on)) ?? [];
  const found = rulesForModel(rules, modelName);
  return {
    rules: found.map(({ id }) => id),
    zdrExcluded: found.some(({ isZdrExcluded }) => isZdrExcluded),
    ignoresOptOut: found.some(({ ignoresOptOut }) => ignoresOptOut),
    restsOn: found.map(({ id }) => `model:${vendorId}/${id}`),
  };
}

function holding<T extends Pick<Dated, 'validFrom' | 'validTo'>>(values: readonly T[], on: Date): readonly T[] {
  const day = dayOf(on);
  return values.filter((value) => holdsOn(value, day));
}

function clientOn<T extends Client>(client: T | undefined, on: Date): T | undefined {
  if (client === undefined) return undefined;
  const { capabilities, files, variables, settings } = client;
  return {
    ...client,
    capabilities: holding(capabilities, on),
    files: holding(files, on),
    variables: holding(variables, on),
    settings: holding(settings, on),
  };
}
