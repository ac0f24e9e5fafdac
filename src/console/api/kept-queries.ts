import { queryOptions } from '@tanstack/react-query';
import type {
  CaptureView,
  CertificateView,
  HoldView,
  PlanView,
  RequestView,
  RetentionView,
} from '../../console-api/retention-contract.ts';
import type { VendorView } from '../../console-api/vendor-contract.ts';
import { call } from './call.ts';

// These read much of the ledger, and change once in a while.
const slow = { staleTime: 15_000, refetchOnWindowFocus: false } as const;

export const retentionQuery = queryOptions({
  queryKey: ['retention'],
  queryFn: ({ signal }) => call<RetentionView>('/api/retention', { signal, patienceMs: 60_000 }),
  ...slow,
});

export const planQuery = queryOptions({
  queryKey: ['retention-plan'],
  queryFn: ({ signal }) => call<PlanView>('/api/retention/plan', { signal, patienceMs: 60_000 }),
  ...slow,
});

export const holdsQuery = queryOptions({
  queryKey: ['holds'],
  queryFn: ({ signal }) => call<readonly HoldView[]>('/api/holds', { signal }),
});

export const capturesQuery = queryOptions({
  queryKey: ['captures'],
  queryFn: ({ signal }) => call<readonly CaptureView[]>('/api/captures', { signal }),
});

export const certificatesQuery = queryOptions({
  queryKey: ['certificates'],
  queryFn: ({ signal }) => call<readonly CertificateView[]>('/api/certificates', { signal }),
});

export const requestsQuery = queryOptions({
  queryKey: ['requests'],
  queryFn: ({ signal }) => call<readonly RequestView[]>('/api/requests', { signal }),
});

export function vendorQuery(on: string | undefined) {
  return queryOptions({
    queryKey: ['vendor', on ?? ''],
    queryFn: ({ signal }) =>
      call<VendorView>(`/api/vendor${on === undefined ? '' : `?on=${on}`}`, { signal, patienceMs: 60_000 }),
    ...slow,
  });
}

/** What an erasure would do. Asked for each time anew: its digest is confirmed right after. */
export function erasurePlan(wanted: { readonly person?: string; readonly conversation?: string }): Promise<PlanView> {
  return call<PlanView>(`/api/erasures/plan?${new URLSearchParams(wanted)}`, { patienceMs: 60_000 });
}
