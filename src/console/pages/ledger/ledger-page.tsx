import type { LedgerViewName } from '../../address/address.ts';
import type { LedgerSearch } from '../../address/ledger-search.ts';
import { useWords } from '../../language/use-words.ts';
import { useTitle } from '../../pieces/use-title.ts';
import { Views } from '../../pieces/views.tsx';
import { Heads } from './heads.tsx';
import { Records } from './records.tsx';
import './ledger.css';

type LedgerPageProps = { readonly view: LedgerViewName; readonly search: LedgerSearch };

/** The ledger itself: its records, and the signed heads of its log. */
export function LedgerPage({ view, search }: LedgerPageProps) {
  const { say } = useWords();
  useTitle(say('ledger.title'));
  return (
    <>
      <div className="page-head">
        <div>
          <h1>{say('ledger.title')}</h1>
          <p>{say('ledger.lead')}</p>
        </div>
      </div>
      <Views
        label={say('ledger.views')}
        views={[
          {
            name: 'records',
            text: say('ledger.records'),
            to: { page: 'ledger', view: 'records', search },
            isCurrent: view === 'records',
          },
          {
            name: 'heads',
            text: say('ledger.heads'),
            to: { page: 'ledger', view: 'heads', search: {} },
            isCurrent: view === 'heads',
          },
        ]}
      />
      {view === 'records' ? <Records search={search} /> : <Heads />}
    </>
  );
}
