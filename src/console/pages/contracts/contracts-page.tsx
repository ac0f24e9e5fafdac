import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ContractView } from '../../../console-api/policy-contract.ts';
import { contractsQuery } from '../../api/terms-queries.ts';
import { useWords } from '../../language/use-words.ts';
import { CommandLine } from '../../pieces/command-line.tsx';
import { FaultNotice } from '../../pieces/fault-notice.tsx';
import { Loading } from '../../pieces/loading.tsx';
import { Notice } from '../../pieces/notice.tsx';
import { useTitle } from '../../pieces/use-title.ts';
import { Contract, type Stopped } from './contract.tsx';
import { ResumeDialog } from './resume-dialog.tsx';
import './contracts.css';

/** The plans that are really held, and what was agreed for each. */
export function ContractsPage() {
  const { say } = useWords();
  const [resumed, setResumed] = useState<Stopped | undefined>(undefined);
  const { data, error, refetch } = useQuery(contractsQuery);
  useTitle(say('contracts.title'));
  return (
    <>
      <div className="page-head">
        <div>
          <h1>{say('contracts.title')}</h1>
          <p>{say('contracts.lead')}</p>
        </div>
      </div>
      {!data && error ? <FaultNotice fault={error} onTryAgain={() => void refetch()} /> : null}
      {!data && !error ? <Loading /> : null}
      {data ? <Listed contracts={data} onResume={setResumed} /> : null}
      {resumed === undefined ? null : <ResumeDialog stopped={resumed} onClose={() => setResumed(undefined)} />}
    </>
  );
}

type ListedProps = { readonly contracts: readonly ContractView[]; readonly onResume: (stopped: Stopped) => void };

function Listed({ contracts, onResume }: ListedProps) {
  const { say } = useWords();
  if (contracts.length > 0)
    return contracts.map((contract) => <Contract key={contract.name} contract={contract} onResume={onResume} />);
  return (
    <Notice title={say('contracts.none')}>
      <p>{say('contracts.noneHow')}</p>
      <CommandLine
        words="contract add --organization ID"
        input={` < ${say('setup.contractFile')}`}
        what={say('setup.contractCommand')}
      />
    </Notice>
  );
}
