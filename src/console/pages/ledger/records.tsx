import { useQuery } from '@tanstack/react-query';
import type { RecordLineView, RecordPage } from '../../../console-api/ledger-contract.ts';
import { type LedgerSearch, ledgerQueryOf } from '../../address/ledger-search.ts';
import { Link } from '../../address/link.tsx';
import { recordsQuery } from '../../api/ledger-queries.ts';
import { useWords } from '../../language/use-words.ts';
import { FaultNotice } from '../../pieces/fault-notice.tsx';
import { Loading } from '../../pieces/loading.tsx';
import { Moment } from '../../pieces/moment.tsx';
import { Notice } from '../../pieces/notice.tsx';
import { Stamp } from '../../pieces/stamp.tsx';
import { roles } from '../../pieces/table-roles.ts';
import { RecordFilters } from './record-filters.tsx';

/** Every record, the newest first: exchanges, and who changed what. */
export function Records({ search }: { readonly search: LedgerSearch }) {
  const { data, error, refetch } = useQuery(recordsQuery(ledgerQueryOf(search)));
  return (
    <>
      <RecordFilters search={search} kinds={data?.kinds ?? []} />
      {!data && error ? <FaultNotice fault={error} onTryAgain={() => void refetch()} /> : null}
      {!data && !error ? <Loading /> : null}
      {data ? <Listed page={data} search={search} /> : null}
    </>
  );
}

function Listed({ page, search }: { readonly page: RecordPage; readonly search: LedgerSearch }) {
  const { say } = useWords();
  if (page.records.length === 0) return <Notice title={say('ledger.nothing')} />;
  return (
    <>
      <table className="records" {...roles.table} aria-label={say('ledger.list')}>
        <thead {...roles.group}>
          <tr {...roles.row}>
            {columns.map((column) => (
              <th key={column} {...roles.columnHead}>
                {say(column)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody {...roles.group}>
          {page.records.map((line) => (
            <RecordRow key={line.id} line={line} />
          ))}
        </tbody>
      </table>
      <Paging search={search} next={page.next} />
    </>
  );
}

const columns = ['ledger.place', 'ledger.at', 'ledger.what', 'ledger.who', 'ledger.class'] as const;

function RecordRow({ line }: { readonly line: RecordLineView }) {
  const { say, recordKind, retentionClass } = useWords();
  const who = [line.person, line.workspace].filter((name) => name !== null).join(' · ');
  return (
    <tr {...roles.row}>
      <th {...roles.rowHead} className="record-place">
        <code>{line.seq ?? say('ledger.waits')}</code>
      </th>
      <td {...roles.cell} className="record-at">
        <Moment at={line.at} />
      </td>
      <td {...roles.cell} className="record-what">
        <Link to={{ page: 'record', name: line.id }}>{recordKind(line.kind)}</Link>
        {line.isErased ? <Stamp tone="ended">{say('ledger.erased')}</Stamp> : null}
      </td>
      <td {...roles.cell} className="record-who">
        {who}
      </td>
      <td {...roles.cell} className="record-class">
        <span className="cell-name">{say('ledger.class')} </span>
        {retentionClass(line.class)}
      </td>
    </tr>
  );
}

function Paging({ search, next }: { readonly search: LedgerSearch; readonly next: string | null }) {
  const { say } = useWords();
  const { before, ...newest } = search;
  return (
    <nav className="paging" aria-label={say('ledger.paging')}>
      {before === undefined ? null : (
        <Link to={{ page: 'ledger', view: 'records', search: newest }} className="button">
          {say('ledger.newest')}
        </Link>
      )}
      {next === null ? (
        <p>{say('ledger.end')}</p>
      ) : (
        <Link to={{ page: 'ledger', view: 'records', search: { ...newest, before: next } }} className="button">
          {say('ledger.older')}
        </Link>
      )}
    </nav>
  );
}
