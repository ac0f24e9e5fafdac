import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { requestsQuery } from '../../api/kept-queries.ts';
import { useWords } from '../../language/use-words.ts';
import { Asked } from '../../pieces/asked.tsx';
import { Moment } from '../../pieces/moment.tsx';
import { Notice } from '../../pieces/notice.tsx';
import { Sheet } from '../../pieces/sheet.tsx';
import { useTitle } from '../../pieces/use-title.ts';
import { useMay } from '../../session/use-may.ts';
import { AccessDialog } from './access-dialog.tsx';
import { ConversationDialog } from './conversation-dialog.tsx';
import { ErasureDialog } from './erasure-dialog.tsx';

type Open = 'access' | 'erasure' | 'conversation' | undefined;

/** What persons ask for: to be told what is held on them, and to have it erased; and what was done. */
export function RequestsPage() {
  const { say } = useWords();
  const [open, setOpen] = useState<Open>(undefined);
  const [mayTell, mayErase] = [useMay('requests'), useMay('erasure')];
  const close = (): void => setOpen(undefined);
  useTitle(say('requests.title'));
  return (
    <>
      <div className="page-head">
        <div>
          <h1>{say('requests.title')}</h1>
          <p>{say('requests.lead')}</p>
        </div>
      </div>
      <div className="sheet-acts">
        {mayTell ? (
          <button type="button" onClick={() => setOpen('access')}>
            {say('requests.access')}
          </button>
        ) : null}
        {mayErase ? (
          <>
            <button type="button" onClick={() => setOpen('erasure')}>
              {say('requests.erasePerson')}
            </button>
            <button type="button" onClick={() => setOpen('conversation')}>
              {say('requests.deleteConversation')}
            </button>
          </>
        ) : null}
      </div>
      <Past />
      {open === 'access' ? <AccessDialog onClose={close} /> : null}
      {open === 'erasure' ? <ErasureDialog onClose={close} /> : null}
      {open === 'conversation' ? <ConversationDialog onClose={close} /> : null}
    </>
  );
}

function Past() {
  const { say, number } = useWords();
  const columns = ['what', 'at', 'person', 'records', 'by'] as const;
  return (
    <Asked query={useQuery(requestsQuery)}>
      {(requests) =>
        requests.length === 0 ? (
          <Notice title={say('requests.none')} />
        ) : (
          <Sheet
            label={say('requests.title')}
            columns={columns.map((column) => say(`requests.column.${column}`))}
            rows={requests.map(({ id, kind, at, person, records, by }) => ({
              key: id,
              cells: [
                say(`requests.kind.${kind}`),
                <Moment key="at" at={at} />,
                person?.name ?? '–',
                number(records),
                by,
              ],
            }))}
          />
        )
      }
    </Asked>
  );
}
