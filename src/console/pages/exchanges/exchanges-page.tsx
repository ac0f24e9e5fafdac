import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { useState } from 'react';
import type { ExchangePage } from '../../../console-api/contract.ts';
import { exchangesQuery, setupQuery } from '../../api/queries.ts';
import { useWords } from '../../language/use-words.ts';
import { FaultNotice } from '../../pieces/fault-notice.tsx';
import { Loading } from '../../pieces/loading.tsx';
import { Notice } from '../../pieces/notice.tsx';
import { useTitle } from '../../pieces/use-title.ts';
import { ExchangeList } from './exchange-list.tsx';
import { Filters } from './filters.tsx';
import { FirstSteps } from './first-steps.tsx';
import { isFiltered, type ListSearch, queryOf } from '../../address/list-search.ts';
import { LiveControl } from './live-control.tsx';
import './exchanges.css';

/** The list of what left, live. */
export function ExchangesPage({ search }: { readonly search: ListSearch }) {
  const words = useWords();
  const [isPaused, setPaused] = useState(false);
  const { data: setup } = useQuery(setupQuery);
  const exchanges = useQuery(exchangesQuery(search, (nowMs) => queryOf(search, nowMs), !isPaused));
  useTitle(words.say('exchanges.title'));
  if (setup && !setup.hasExchange && exchanges.data?.exchanges.length === 0) return <FirstSteps setup={setup} />;
  return (
    <>
      <div className="page-head">
        <div>
          <h1>{words.say('exchanges.title')}</h1>
          <p>{words.say(search.before === undefined ? 'exchanges.lead' : 'exchanges.isOlder')}</p>
        </div>
        <LiveControl
          isPaused={isPaused}
          isLost={exchanges.isError}
          onChange={setPaused}
          updatedAt={exchanges.dataUpdatedAt}
        />
      </div>
      <Filters search={search} />
      <Listed search={search} exchanges={exchanges} />
    </>
  );
}

type ListedProps = {
  readonly search: ListSearch;
  readonly exchanges: Pick<UseQueryResult<ExchangePage>, 'data' | 'error' | 'refetch'>;
};

function Listed({ search, exchanges }: ListedProps) {
  const { say } = useWords();
  const { data, error, refetch } = exchanges;
  if (!data) return error ? <FaultNotice fault={error} onTryAgain={() => void refetch()} /> : <Loading />;
  if (data.exchanges.length === 0)
    return (
      <Notice title={say(isFiltered(search) ? 'exchanges.nothing' : 'exchanges.end')}>
        {isFiltered(search) ? <p>{say('exchanges.nothingHow')}</p> : null}
      </Notice>
    );
  // What is held for a reader belongs to one search; another starts afresh.
  return <ExchangeList key={JSON.stringify(search)} search={search} fresh={data} />;
}
