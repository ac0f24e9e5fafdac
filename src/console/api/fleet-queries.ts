import { queryOptions } from '@tanstack/react-query';
import type { DevicePageView, FleetPageView, ProbedClientView, RolloutView } from '../../console-api/fleet-contract.ts';
import { call } from './call.ts';

// Workstations report once an hour; what is read for a page is much of the ledger.
const slow = { staleTime: 15_000, refetchInterval: 60_000 } as const;

export const fleetQuery = queryOptions({
  queryKey: ['fleet'],
  queryFn: ({ signal }) => call<FleetPageView>('/api/fleet', { signal, patienceMs: 60_000 }),
  ...slow,
});

export function deviceQuery(id: string) {
  return queryOptions({
    queryKey: ['fleet', id],
    queryFn: ({ signal }) => call<DevicePageView>(`/api/fleet/devices/${encodeURIComponent(id)}`, { signal }),
    ...slow,
  });
}

/** In the language of the moment: what a file cannot enforce is said in it. */
export function rolloutQuery(language: 'en' | 'fr') {
  return queryOptions({
    queryKey: ['rollout', language],
    queryFn: ({ signal }) => call<readonly RolloutView[]>('/api/rollout', { signal, patienceMs: 60_000 }),
    staleTime: 60_000,
  });
}

export const probesQuery = queryOptions({
  queryKey: ['probes'],
  queryFn: ({ signal }) => call<readonly ProbedClientView[]>('/api/probes', { signal }),
  staleTime: 60_000,
});
