import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { CatalogueView, ClaimsView } from '../../console-api/catalogue-contract.ts';
import type {
  CasesView,
  ContractView,
  MatrixQuery,
  MatrixView,
  PolicyVersionView,
  PolicyView,
  ReasonsView,
} from '../../console-api/policy-contract.ts';
import type { NoticesView, PacksView, PostureView } from '../../console-api/posture-contract.ts';
import { call } from './call.ts';

// What holds changes when somebody changes files: seldom, and then it should be seen without being asked for.
const slowMs = 30_000;

/** What may go to which plan. While another day or workspace is on its way, the last answer stays. */
export function matrixQuery(query: MatrixQuery) {
  return queryOptions({
    queryKey: ['matrix', query],
    queryFn: ({ signal }) => call<MatrixView>(`/api/matrix?${paramsOf(query)}`, { signal }),
    placeholderData: keepPreviousData,
    refetchInterval: slowMs,
  });
}

/** Where the same can be had as a table. */
export function matrixCsvAddress(query: MatrixQuery, language: 'en' | 'fr'): string {
  return `/api/matrix.csv?${paramsOf({ ...query, language })}`;
}

/** Where plans can be had as a table, by criterion and with sources. */
export function comparisonCsvAddress(on: string | undefined, language: 'en' | 'fr'): string {
  return `/api/comparison.csv?${paramsOf({ on, language })}`;
}

export function catalogueQuery(on: string | undefined) {
  return queryOptions({
    queryKey: ['catalogue', on],
    queryFn: ({ signal }) => call<CatalogueView>(`/api/catalogue?${paramsOf({ on })}`, { signal }),
    placeholderData: keepPreviousData,
  });
}

export function claimsQuery(on: string | undefined) {
  return queryOptions({
    queryKey: ['claims', on],
    queryFn: ({ signal }) => call<ClaimsView>(`/api/claims?${paramsOf({ on })}`, { signal }),
    placeholderData: keepPreviousData,
  });
}

export const policyQuery = queryOptions({
  queryKey: ['policy'],
  queryFn: ({ signal }) => call<PolicyView>('/api/policy', { signal }),
  refetchInterval: slowMs,
});

/** Runs the cases: asked for when somebody looks, and again when they say so. */
export const casesQuery = queryOptions({
  queryKey: ['policy', 'cases'],
  queryFn: ({ signal }) => call<CasesView>('/api/policy/cases', { signal }),
  refetchOnWindowFocus: false,
});

export const versionsQuery = queryOptions({
  queryKey: ['policy', 'versions'],
  queryFn: ({ signal }) => call<readonly PolicyVersionView[]>('/api/policy/versions', { signal }),
  refetchInterval: slowMs,
});

/** The words of the rules in force, by their ids. */
export const reasonsQuery = queryOptions({
  queryKey: ['reasons'],
  queryFn: ({ signal }) => call<ReasonsView>('/api/reasons', { signal }),
  staleTime: slowMs,
});

export const contractsQuery = queryOptions({
  queryKey: ['contracts'],
  queryFn: ({ signal }) => call<readonly ContractView[]>('/api/contracts', { signal }),
  refetchInterval: slowMs,
});

/** Costs the post some work, so it is asked for once a minute. */
export const postureQuery = queryOptions({
  queryKey: ['posture'],
  queryFn: ({ signal }) => call<PostureView>('/api/posture', { signal }),
  refetchInterval: 60_000,
});

/** While one is being made it is asked for every second. */
export const packsQuery = queryOptions({
  queryKey: ['packs'],
  queryFn: ({ signal }) => call<PacksView>('/api/packs', { signal }),
  refetchInterval: ({ state }) => (state.data?.isMaking ? 1_000 : slowMs),
});

export const noticesQuery = queryOptions({
  queryKey: ['notices'],
  queryFn: ({ signal }) => call<NoticesView>('/api/notices', { signal }),
});

function paramsOf(query: Readonly<Record<string, string | undefined>>): string {
  const given = Object.entries(query).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]));
  return new URLSearchParams(given).toString();
}
