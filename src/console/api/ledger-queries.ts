import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { HeadView, KeptHeadView, RecordPage, RecordView } from '../../console-api/ledger-contract.ts';
import { call } from './call.ts';

const slowMs = 10_000;

/** One page of the records. While another filter is on its way, the last answer stays. */
export function recordsQuery(query: Readonly<Record<string, string>>) {
  return queryOptions({
    queryKey: ['ledger', 'records', query],
    queryFn: ({ signal }) => call<RecordPage>(`/api/ledger/records?${new URLSearchParams(query)}`, { signal }),
    placeholderData: keepPreviousData,
    refetchInterval: 'before' in query ? false : slowMs,
  });
}

/** One record; asked for again only while it waits to be logged. */
export function recordQuery(name: string) {
  return queryOptions({
    queryKey: ['ledger', 'record', name],
    queryFn: ({ signal }) => call<RecordView>(`/api/ledger/records/${encodeURIComponent(name)}`, { signal }),
    refetchInterval: ({ state }) => (state.data?.leaf === null ? 1_000 : false),
  });
}

export const headQuery = queryOptions({
  queryKey: ['ledger', 'head'],
  queryFn: ({ signal }) => call<HeadView>('/api/ledger/head', { signal }),
  refetchInterval: slowMs,
});

export const headsQuery = queryOptions({
  queryKey: ['ledger', 'heads'],
  queryFn: ({ signal }) => call<readonly KeptHeadView[]>('/api/ledger/heads', { signal }),
  refetchInterval: slowMs,
});

/** Where the files of the ledger are had. */
export const ledgerFiles = {
  proof: (id: string) => `/api/ledger/records/${encodeURIComponent(id)}/proof`,
  consistency: (size: number) => `/api/ledger/consistency?from=${size}`,
  timeStamp: ({ size, signedAt }: Pick<KeptHeadView, 'size' | 'signedAt'>) =>
    `/api/ledger/heads/time-stamp?${new URLSearchParams({ size: String(size), signedAt })}`,
};
