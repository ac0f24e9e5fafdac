import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { FaultNotice } from './fault-notice.tsx';
import { Loading } from './loading.tsx';

type AskedProps<Data> = { readonly query: UseQueryResult<Data>; readonly children: (data: Data) => ReactNode };

/** What was asked of octroi, once it answers; until then that it is asked, or why it does not. */
export function Asked<Data>({ query: { data, error, refetch }, children }: AskedProps<Data>) {
  if (data === undefined) return error ? <FaultNotice fault={error} onTryAgain={() => void refetch()} /> : <Loading />;
  return children(data);
}
