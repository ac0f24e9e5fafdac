import { queryOptions } from '@tanstack/react-query';
import type { MinimisationView } from '../../console-api/minimisation-contract.ts';
import { call } from './call.ts';

export const minimisationQuery = queryOptions({
  queryKey: ['minimisation'],
  queryFn: ({ signal }) => call<MinimisationView>('/api/minimisation', { signal, patienceMs: 60_000 }),
  staleTime: 60_000,
});
