import { queryOptions } from '@tanstack/react-query';
import type {
  AboutView,
  ExchangePage,
  ExchangeQuery,
  ExchangeView,
  KeyView,
  NamesView,
  SessionView,
  SetupView,
} from '../../console-api/contract.ts';
import type { ApprovalView, SignInWaysView } from '../../console-api/access-contract.ts';
import { call } from './call.ts';

// How often each thing is asked for while the page is in sight. What is live is asked for often; the rest seldom.
const liveMs = 2_000;
const setupMs = 5_000;
const slowMs = 15_000;

/** Who is signed in. Its polling is also how the console learns that octroi is away, back, or has signed it out. */
export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: ({ signal }) => call<SessionView>('/api/session', { signal }),
  refetchInterval: ({ state }) => (state.error === null ? slowMs : liveMs),
});

/** How the command line is called where the post runs: it changes only with the post itself. */
export const aboutQuery = queryOptions({
  queryKey: ['about'],
  queryFn: ({ signal }) => call<AboutView>('/api/about', { signal }),
  staleTime: Number.POSITIVE_INFINITY,
});

/** By what else than a link one may sign in. */
export const waysQuery = queryOptions({
  queryKey: ['sign-in'],
  queryFn: ({ signal }) => call<SignInWaysView>('/api/sign-in', { signal }),
  staleTime: Number.POSITIVE_INFINITY,
});

/** Others confirm meanwhile, so it is asked for often. */
export const approvalsQuery = queryOptions({
  queryKey: ['approvals'],
  queryFn: ({ signal }) => call<readonly ApprovalView[]>('/api/approvals', { signal }),
  refetchInterval: setupMs,
});

export const setupQuery = queryOptions({
  queryKey: ['setup'],
  queryFn: ({ signal }) => call<SetupView>('/api/setup', { signal }),
  refetchInterval: setupMs,
});

export const namesQuery = queryOptions({
  queryKey: ['names'],
  queryFn: ({ signal }) => call<NamesView>('/api/names', { signal }),
  refetchInterval: slowMs,
});

export const keysQuery = queryOptions({
  queryKey: ['keys'],
  queryFn: ({ signal }) => call<readonly KeyView[]>('/api/keys', { signal }),
  refetchInterval: slowMs,
});

/**
 * One page of the list. `query` is made anew for each call: "the last hour" ends now.
 * An older page asks as well while it is live, since what is under way there comes to its end.
 */
export function exchangesQuery(key: unknown, query: (nowMs: number) => ExchangeQuery, isLive: boolean) {
  return queryOptions({
    queryKey: ['exchanges', key],
    queryFn: ({ signal }) => call<ExchangePage>(`/api/exchanges?${new URLSearchParams(query(Date.now()))}`, { signal }),
    refetchInterval: isLive ? liveMs : false,
    refetchOnWindowFocus: isLive,
  });
}

/** One exchange; asked for again only while its end is not known. */
export function exchangeQuery(id: string) {
  return queryOptions({
    queryKey: ['exchange', id],
    queryFn: ({ signal }) => call<ExchangeView>(`/api/exchanges/${encodeURIComponent(id)}`, { signal }),
    refetchInterval: ({ state }) => (state.data?.outcome === 'open' ? liveMs : false),
  });
}
