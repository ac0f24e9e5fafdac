import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { sessionQuery } from './queries.ts';
import { isAway, isSignedOut } from './fault.ts';

/**
 * Makes the keeper of what the API has said.
 *
 * Nothing is tried again call by call: the session's polling finds out when octroi is back, and then everything on the
 * screen is asked for anew (frame/frame.tsx).
 */
export function makeQueryClient(): QueryClient {
  const look = (fault: unknown): void => {
    if (isSignedOut(fault) || isAway(fault)) void client.invalidateQueries({ queryKey: sessionQuery.queryKey });
  };
  const client: QueryClient = new QueryClient({
    queryCache: new QueryCache({
      onError: (fault, { queryKey }) => {
        if (queryKey[0] !== sessionQuery.queryKey[0]) look(fault);
      },
    }),
    mutationCache: new MutationCache({ onError: look }),
    defaultOptions: {
      // Always: the browser's idea of being online says nothing about a server on this machine or in this house.
      queries: { retry: false, networkMode: 'always', staleTime: 1_000 },
      mutations: { retry: false, networkMode: 'always' },
    },
  });
  return client;
}
