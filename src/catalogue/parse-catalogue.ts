import { entriesOf } from './entries.ts';
import { catalogueError } from './errors.ts';
import { type CatalogueData, catalogueShape, type Vendor } from './schema/catalogue.ts';
import type { Fact } from './schema/fact.ts';

/**
 * Names what came from outside as a catalogue, after checking its shape and that everything it refers to is there.
 * @throws catalogue_invalid with every fault, each with its place
 */
export function parseCatalogue(data: unknown): CatalogueData {
  const parsed = catalogueShape.safeParse(data);
  if (!parsed.success)
    throw invalid(parsed.error.issues.map((issue) => `${issue.path.join('.') || 'catalogue'}: ${issue.message}`));
  const catalogue = parsed.data as CatalogueData;
  const faults = faultsOf(catalogue);
  if (faults.length > 0) throw invalid(faults);
  return catalogue;
}

function invalid(faults: readonly string[]): Error {
  return catalogueError('catalogue_invalid', { faults: faults.map((fault) => `\n  ${fault}`).join('') });
}

function faultsOf(data: CatalogueData): readonly string[] {
  const entries = entriesOf(data);
  const facts = data.vendors.flatMap((vendor) => vendor.facts);
  return [
    ...twice(data.vendors.map(({ id }) => `vendor:${id}`)),
    ...twice(entries.map(({ key }) => key)),
    ...data.vendors.flatMap(({ id, sources }) => twice(sources.map((source) => `source:${id}/${source.id}`))),
    ...entries.flatMap(({ key, value, sources }) => [
      ...(sources.some(({ id }) => id === value.source) ? [] : [`${key}: no source ${value.source}`]),
      ...(value.validTo !== undefined && value.validTo <= value.validFrom ? [`${key}: ends before it begins`] : []),
    ]),
    ...data.vendors.flatMap(vendorFaults),
    ...facts.flatMap((fact) => factFaults(fact, facts)),
    ...data.claims.flatMap((claim) =>
      claim.facts.filter((id) => !facts.some((fact) => fact.id === id)).map((id) => `claim:${claim.id}: no fact ${id}`),
    ),
  ];
}

function twice(keys: readonly string[]): readonly string[] {
  return keys.filter((key, index) => keys.indexOf(key) !== index).map((key) => `${key}: stands there twice`);
}

function vendorFaults(vendor: Vendor): readonly string[] {
  const plans = vendor.products.flatMap((product) => product.plans);
  const planIds = new Set(plans.map(({ id }) => id));
  const productIds = new Set(vendor.products.map(({ id }) => id));
  const modelIds = new Set(vendor.models.map(({ id }) => id));
  const missing = (key: string, ids: readonly string[] | undefined, known: ReadonlySet<string>): readonly string[] =>
    (ids ?? []).filter((id) => !known.has(id)).map((id) => `${key}: there is no ${id} in ${vendor.id}`);
  return [
    ...vendor.facts.flatMap((fact) => [
      ...missing(`fact:${fact.id}`, fact.plans, planIds),
      ...missing(`fact:${fact.id}`, fact.models, modelIds),
    ]),
    ...plans.flatMap((plan) => missing(`plan:${vendor.id}/${plan.id}`, listed(plan.supersededBy), planIds)),
    ...vendor.products.flatMap((product) =>
      missing(`product:${vendor.id}/${product.id}`, listed(product.supersededBy), productIds),
    ),
    ...vendor.hosts.flatMap((host) => missing(`host:${vendor.id}/${host.pattern}`, host.plans, planIds)),
    ...vendor.tenantHeaders.flatMap((header) => missing(`tenant-header:${header.id}`, header.plans, planIds)),
    ...vendor.clients.flatMap((client) => missing(`client:${client.id}`, client.plans, planIds)),
  ];
}

function listed(id: string | undefined): readonly string[] {
  return id === undefined ? [] : [id];
}

function factFaults(fact: Fact, facts: readonly Fact[]): readonly string[] {
  const key = `fact:${fact.id}`;
  const needsDays = /(^|_)days(_|$)/.test(fact.value) && fact.days === undefined;
  const needsList =
    fact.criterion === 'zdr_exclusion' &&
    fact.value !== 'unknown' &&
    fact[fact.value as 'features' | 'models'] === undefined;
  const oneSided = (fact.conflictsWith ?? []).filter(
    (id) => !facts.some((other) => other.id === id && other.conflictsWith?.includes(fact.id)),
  );
  return [
    ...(needsDays ? [`${key}: how many days?`] : []),
    ...(needsList ? [`${key}: which ${fact.value}?`] : []),
    ...oneSided.map((id) => `${key}: ${id} does not name it as contradicting`),
  ];
}
