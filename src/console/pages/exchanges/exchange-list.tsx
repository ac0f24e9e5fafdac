import { useRef, useState } from 'react';
import type { ExchangePage, ExchangeSummary } from '../../../console-api/contract.ts';
import { useWords } from '../../language/use-words.ts';
import { ExchangeRow } from './exchange-row.tsx';
import { Link } from '../../address/link.tsx';
import { isFiltered, type ListSearch } from '../../address/list-search.ts';
import { useReading } from './use-reading.ts';
import { rowKey, useSteadyPage } from './use-steady-page.ts';
import { roles } from '../../pieces/table-roles.ts';

type ExchangeListProps = { readonly search: ListSearch; readonly fresh: ExchangePage };

/** One page of exchanges by day, as a ledger has them, and the way to older ones. */
export function ExchangeList({ search, fresh }: ExchangeListProps) {
  const words = useWords();
  const list = useRef<HTMLTableElement>(null);
  const { page, heldCount, release } = useSteadyPage(fresh, useReading(list));
  // Whatever stood here at first is not news; what joins it later is shown to have come.
  const [first] = useState(() => new Set(page.exchanges.map(rowKey)));
  const show = (): void => {
    release();
    window.scrollTo({ top: 0 });
  };
  return (
    <>
      <output className="held">
        {heldCount > 0 ? (
          <button type="button" onClick={show}>
            <span aria-hidden="true">↑ </span>
            {words.count('exchanges.held', heldCount)}
          </button>
        ) : null}
      </output>
      <table ref={list} className="exchanges" {...roles.table} aria-label={words.say('exchanges.list')}>
        <ColumnHeads />
        {byDay(page.exchanges).map(([day, exchanges]) => (
          <tbody key={day} {...roles.group}>
            <tr {...roles.row} className="day">
              <th {...roles.groupHead} colSpan={5}>
                {words.day(exchanges[0]?.at ?? '')}
              </th>
            </tr>
            {exchanges.map((exchange) => (
              <ExchangeRow
                key={rowKey(exchange)}
                exchange={exchange}
                search={search}
                isNews={!first.has(rowKey(exchange))}
              />
            ))}
          </tbody>
        ))}
      </table>
      <Paging search={search} next={page.next} />
    </>
  );
}

const columns = ['column.time', 'column.who', 'column.left', 'column.bytes', 'column.model', 'column.result'] as const;

function ColumnHeads() {
  const { say } = useWords();
  return (
    <thead {...roles.group}>
      <tr {...roles.row}>
        {columns.map((column) => (
          <th key={column} {...roles.columnHead} className={column.replace('.', '-')}>
            {say(column)}
          </th>
        ))}
      </tr>
    </thead>
  );
}

function Paging({ search, next }: { readonly search: ListSearch; readonly next: string | null }) {
  const { say } = useWords();
  const { before, ...newest } = search;
  return (
    <nav className="paging" aria-label={say('exchanges.paging')}>
      {before === undefined ? null : (
        <Link to={{ page: 'exchanges', search: newest }} className="button">
          {say('exchanges.newest')}
        </Link>
      )}
      {next === null ? (
        <p>{say(isFiltered(search) ? 'exchanges.endFiltered' : 'exchanges.end')}</p>
      ) : (
        <Link to={{ page: 'exchanges', search: { ...newest, before: next } }} className="button">
          {say('exchanges.older')}
        </Link>
      )}
    </nav>
  );
}

// By the days of this browser's zone. The day's name as a key would make all rows anew with each change of language.
function byDay(exchanges: readonly ExchangeSummary[]) {
  return [...Map.groupBy(exchanges, ({ at }) => new Date(at).toDateString())];
}
