import type { CatalogueData, Vendor } from './schema/catalogue.ts';
import type { Client } from './schema/client.ts';
import { type Dated, holdsOn, type Source } from './schema/dated.ts';

/**
 * One dated value of the catalogue under a key of its own: `fact:anth-com-training`, `plan:anthropic/pro`,
 * `variable:claude-code/DISABLE_TELEMETRY`. What is checked, compared and listed goes through these.
 */
export type Entry = {
  readonly key: string;
  readonly value: Dated & object;
  /** The sources its `source` may name. */
  readonly sources: readonly Source[];
};

export function entriesOf(data: CatalogueData): readonly Entry[] {
  return [
    ...data.vendors.flatMap(entriesOfVendor),
    ...data.claims.map((claim) => ({ key: `claim:${claim.id}`, value: claim, sources: data.claimSources })),
  ];
}

/** Those that hold on a day. */
export function entriesOn(data: CatalogueData, on: string): readonly Entry[] {
  return entriesOf(data).filter(({ value }) => holdsOn(value, on));
}

function entriesOfVendor(vendor: Vendor): readonly Entry[] {
  const { id, sources } = vendor;
  const entry = (key: string, value: Dated & object): Entry => ({ key, value, sources });
  return [
    ...vendor.products.flatMap(({ plans, ...product }) => [
      entry(`product:${id}/${product.id}`, product),
      ...plans.map((plan) => entry(`plan:${id}/${plan.id}`, plan)),
    ]),
    ...vendor.facts.map((fact) => entry(`fact:${fact.id}`, fact)),
    ...vendor.models.map((model) => entry(`model:${id}/${model.id}`, model)),
    ...vendor.hosts.flatMap(({ paths = [], ...host }) => [
      entry(`host:${id}/${host.pattern}`, host),
      ...paths.map((path) => entry(`path:${host.pattern} ${path.method} ${path.path}`, path)),
    ]),
    ...vendor.tenantHeaders.map((header) => entry(`tenant-header:${header.id}`, header)),
    ...vendor.clients.flatMap((client) => entriesOfClient(client, entry)),
  ];
}

function entriesOfClient(
  { id, measured, gateway, documented, probes = [], ...client }: Client,
  entry: (key: string, value: Dated & object) => Entry,
): readonly Entry[] {
  const named = (kind: string, name: string, value: Dated & object): Entry => entry(`${kind}:${id}/${name}`, value);
  return [
    ...(measured ? [entry(`measured:${id}`, measured)] : []),
    ...(gateway ? [entry(`gateway:${id}`, gateway)] : []),
    ...client.capabilities.map((one) => named('capability', one.name, one)),
    ...client.files.map((one) => named('file', one.path, one)),
    ...client.variables.map((one) => named('variable', one.name, one)),
    ...client.settings.map((one) => named('setting', one.key, one)),
    ...probes.map((one) => named('probe', one.version, one)),
    ...(documented?.variables ? [named('documented', 'variables', documented.variables)] : []),
    ...(documented?.settings ? [named('documented', 'settings', documented.settings)] : []),
  ];
}
