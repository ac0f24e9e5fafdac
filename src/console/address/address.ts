import { type FlowSearch, readFlowSearch } from './flow-search.ts';
import { type LedgerSearch, readLedgerSearch } from './ledger-search.ts';
import { type ListSearch, readSearch } from './list-search.ts';
import { readTermsSearch, type TermsSearch } from './terms-search.ts';

export const policyViews = ['rules', 'cases', 'compare', 'versions'] as const;
export type PolicyViewName = (typeof policyViews)[number];

export const catalogueViews = ['vendors', 'comparison', 'claims'] as const;
export type CatalogueViewName = (typeof catalogueViews)[number];

export const ledgerViews = ['records', 'heads'] as const;
export type LedgerViewName = (typeof ledgerViews)[number];

export const retentionViews = ['classes', 'due', 'holds', 'captures', 'certificates'] as const;
export type RetentionViewName = (typeof retentionViews)[number];

export const fleetViews = ['devices', 'controls', 'rollout', 'probes'] as const;
export type FleetViewName = (typeof fleetViews)[number];

export const egressViews = ['flows', 'ways', 'shadow', 'around'] as const;
export type EgressViewName = (typeof egressViews)[number];

/** Where in the console one is. */
export type Address =
  | { readonly page: 'sign-in' }
  | { readonly page: 'exchanges'; readonly search: ListSearch }
  /** `list` is the filtered list from which the exchange was opened: not in the path, but remembered by the history. */
  | { readonly page: 'exchange'; readonly exchangeId: string; readonly list: ListSearch }
  | { readonly page: 'matrix'; readonly search: TermsSearch }
  | { readonly page: 'policy'; readonly view: PolicyViewName }
  | { readonly page: 'catalogue'; readonly view: CatalogueViewName; readonly search: TermsSearch }
  | { readonly page: 'ledger'; readonly view: LedgerViewName; readonly search: LedgerSearch }
  /** `name` is a record's id, or a place in the log. */
  | { readonly page: 'record'; readonly name: string }
  | { readonly page: 'retention'; readonly view: RetentionViewName }
  | { readonly page: 'egress'; readonly view: EgressViewName; readonly search: FlowSearch }
  | { readonly page: 'fleet'; readonly view: FleetViewName }
  | { readonly page: 'device'; readonly deviceId: string }
  | { readonly page: 'trainings' }
  | { readonly page: 'training'; readonly module: string }
  | { readonly page: 'team' }
  | { readonly page: 'contracts' }
  | { readonly page: 'posture' }
  | { readonly page: 'evaluation' }
  | { readonly page: 'minimisation' }
  | { readonly page: 'keys' }
  | { readonly page: 'approvals' }
  | { readonly page: 'vendor' }
  | { readonly page: 'requests' }
  | { readonly page: 'missing' };

export const start: Address = { page: 'exchanges', search: {} };

/** Reads an address from the browser's: path, query, and what the history remembers of it. */
export function readAddress(path: string, query: string, remembered: unknown): Address {
  const [first = '', second, ...rest] = path.split('/').filter((segment) => segment !== '');
  if (rest.length > 0) return { page: 'missing' };
  if (first === 'exchanges' && second !== undefined)
    return { page: 'exchange', exchangeId: decoded(second), list: listOf(remembered) };
  if (first === 'policy' || first === 'catalogue' || first === 'retention') return readView(first, second, query);
  if (first === 'trainings' && second !== undefined) return { page: 'training', module: decoded(second) };
  if (first === 'ledger') return readLedger(second, query);
  if (first === 'fleet') return readFleet(second);
  if (first === 'egress') return readEgress(second, query);
  if (second !== undefined) return { page: 'missing' };
  if (first === '' || first === 'exchanges') return { page: 'exchanges', search: readSearch(entriesOf(query)) };
  if (first === 'matrix') return { page: 'matrix', search: readTermsSearch(entriesOf(query)) };
  if (first === 'keys' || first === 'contracts' || first === 'posture') return { page: first };
  if (first === 'evaluation' || first === 'minimisation') return { page: first };
  if (first === 'approvals' || first === 'sign-in' || first === 'vendor' || first === 'requests')
    return { page: first };
  if (first === 'trainings' || first === 'team') return { page: first };
  return { page: 'missing' };
}

// What is no view of the fleet is one of its devices.
function readFleet(name: string | undefined): Address {
  const view = viewNamed(fleetViews, name);
  return view === undefined ? { page: 'device', deviceId: decoded(name ?? '') } : { page: 'fleet', view };
}

function readEgress(name: string | undefined, query: string): Address {
  const view = viewNamed(egressViews, name);
  return view === undefined
    ? { page: 'missing' }
    : { page: 'egress', view, search: view === 'flows' ? readFlowSearch(entriesOf(query)) : {} };
}

function readLedger(name: string | undefined, query: string): Address {
  const view = viewNamed(ledgerViews, name);
  if (view !== undefined) return { page: 'ledger', view, search: readLedgerSearch(entriesOf(query)) };
  return { page: 'record', name: decoded(name ?? '') };
}

// Pages of several views: the first of them has no name in the path.
function readView(page: 'policy' | 'catalogue' | 'retention', name: string | undefined, query: string): Address {
  if (page === 'policy') {
    const view = viewNamed(policyViews, name);
    return view === undefined ? { page: 'missing' } : { page, view };
  }
  if (page === 'retention') {
    const view = viewNamed(retentionViews, name);
    return view === undefined ? { page: 'missing' } : { page, view };
  }
  const view = viewNamed(catalogueViews, name);
  return view === undefined ? { page: 'missing' } : { page, view, search: readTermsSearch(entriesOf(query)) };
}

function viewNamed<Name extends string>(names: readonly Name[], name: string | undefined): Name | undefined {
  return name === undefined ? names[0] : names.slice(1).find((view) => view === name);
}

/** Writes an address as path and query. */
export function writeAddress(address: Address): string {
  switch (address.page) {
    case 'exchanges':
    case 'matrix':
      return withQuery(`/${address.page}`, address.search);
    case 'exchange':
      return `/exchanges/${encodeURIComponent(address.exchangeId)}`;
    case 'policy':
      return pathOfView(address.page, policyViews, address.view);
    case 'catalogue':
      return withQuery(pathOfView(address.page, catalogueViews, address.view), address.search);
    case 'ledger':
      return withQuery(pathOfView(address.page, ledgerViews, address.view), address.search);
    case 'egress':
      return withQuery(pathOfView(address.page, egressViews, address.view), address.search);
    case 'retention':
      return pathOfView(address.page, retentionViews, address.view);
    case 'fleet':
      return pathOfView(address.page, fleetViews, address.view);
    case 'device':
      return `/fleet/${encodeURIComponent(address.deviceId)}`;
    case 'training':
      return `/trainings/${encodeURIComponent(address.module)}`;
    case 'record':
      return `/ledger/${encodeURIComponent(address.name)}`;
    case 'contracts':
    case 'posture':
    case 'evaluation':
    case 'minimisation':
    case 'keys':
    case 'approvals':
    case 'vendor':
    case 'requests':
    case 'trainings':
    case 'team':
    case 'sign-in':
      return `/${address.page}`;
    case 'missing':
      return '/';
  }
}

function pathOfView(page: string, views: readonly string[], view: string): string {
  return view === views[0] ? `/${page}` : `/${page}/${view}`;
}

function withQuery(path: string, search: Readonly<Record<string, string>>): string {
  const query = new URLSearchParams(search).toString();
  return query === '' ? path : `${path}?${query}`;
}

function entriesOf(query: string): Readonly<Record<string, string>> {
  return Object.fromEntries(new URLSearchParams(query));
}

function listOf(remembered: unknown): ListSearch {
  const list = typeof remembered === 'object' && remembered !== null && 'list' in remembered ? remembered.list : {};
  return typeof list === 'object' && list !== null ? readSearch({ ...list }) : {};
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment; // A broken escape names nothing; the API will say so.
  }
}
