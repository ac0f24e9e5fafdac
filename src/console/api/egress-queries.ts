import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { AroundView, FlowQuery, FlowsView, ShadowView, WaysView } from '../../console-api/egress-contract.ts';
import { call } from './call.ts';

const liveMs = 3_000;
// What is compared is much of the ledger.
const slow = { staleTime: 15_000, refetchInterval: 60_000 } as const;

/** The last connections, as they come. While another filter is on its way, the last answer stays. */
export function flowsQuery(query: FlowQuery) {
  return queryOptions({
    queryKey: ['egress', 'flows', query],
    queryFn: ({ signal }) => call<FlowsView>(`/api/egress/flows?${new URLSearchParams({ ...query })}`, { signal }),
    placeholderData: keepPreviousData,
    refetchInterval: liveMs,
  });
}

export const waysQuery = queryOptions({
  queryKey: ['egress', 'ways'],
  queryFn: ({ signal }) => call<WaysView>('/api/egress/ways', { signal, patienceMs: 60_000 }),
  ...slow,
});

export const shadowQuery = queryOptions({
  queryKey: ['egress', 'shadow'],
  queryFn: ({ signal }) => call<ShadowView>('/api/egress/shadow', { signal, patienceMs: 60_000 }),
  ...slow,
});

export const aroundQuery = queryOptions({
  queryKey: ['egress', 'around'],
  queryFn: ({ signal }) => call<AroundView>('/api/egress/around', { signal, patienceMs: 60_000 }),
  ...slow,
});
