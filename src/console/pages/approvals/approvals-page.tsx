import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ApprovalView } from '../../../console-api/access-contract.ts';
import { approvalsQuery } from '../../api/queries.ts';
import { useWords } from '../../language/use-words.ts';
import { FaultNotice } from '../../pieces/fault-notice.tsx';
import { Loading } from '../../pieces/loading.tsx';
import { Notice } from '../../pieces/notice.tsx';
import { useTitle } from '../../pieces/use-title.ts';
import { Approval } from './approval.tsx';
import { ConfirmDialog } from './confirm-dialog.tsx';
import { NameDialog } from './name-dialog.tsx';
import './approvals.css';

/** What is done with a request that was chosen. */
export type Chosen = { readonly act: 'confirm' | 'decline' | 'name'; readonly approval: ApprovalView };

/** Acts that take two persons: what waits for the second, and what came of the others. */
export function ApprovalsPage() {
  const { say } = useWords();
  const [chosen, setChosen] = useState<Chosen | undefined>(undefined);
  const { data, error, refetch } = useQuery(approvalsQuery);
  useTitle(say('approvals.title'));
  const close = (): void => setChosen(undefined);
  return (
    <>
      <div className="page-head">
        <div>
          <h1>{say('approvals.title')}</h1>
          <p>{say('approvals.lead')}</p>
        </div>
      </div>
      {!data && error ? <FaultNotice fault={error} onTryAgain={() => void refetch()} /> : null}
      {!data && !error ? <Loading /> : null}
      {data ? <Listed approvals={data} onChoose={setChosen} /> : null}
      {chosen?.act === 'name' ? <NameDialog approval={chosen.approval} onClose={close} /> : null}
      {chosen && chosen.act !== 'name' ? (
        <ConfirmDialog approval={chosen.approval} isConfirmed={chosen.act === 'confirm'} onClose={close} />
      ) : null}
    </>
  );
}

type ListedProps = {
  readonly approvals: readonly ApprovalView[];
  readonly onChoose: (chosen: Chosen) => void;
};

function Listed({ approvals, onChoose }: ListedProps) {
  const { say } = useWords();
  if (approvals.length === 0)
    return (
      <Notice title={say('approvals.none')}>
        <p>{say('approvals.noneHow')}</p>
      </Notice>
    );
  return (
    <ul className="approvals" aria-label={say('approvals.title')}>
      {approvals.map((approval) => (
        <Approval key={approval.id} approval={approval} onChoose={onChoose} />
      ))}
    </ul>
  );
}
