import { useMutation, useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import type { DiffForm, DiffView, PolicyView } from '../../../console-api/policy-contract.ts';
import { spans } from '../../address/list-search.ts';
import { call } from '../../api/call.ts';
import { policyQuery } from '../../api/terms-queries.ts';
import { useWords } from '../../language/use-words.ts';
import { Choice } from '../../pieces/choice.tsx';
import { FaultNotice } from '../../pieces/fault-notice.tsx';
import { Loading } from '../../pieces/loading.tsx';
import { Prose } from '../../pieces/prose.tsx';
import { Differences } from './differences.tsx';
import { type ProposedFile, ProposedFiles } from './proposed-files.tsx';

type Period = 'day' | 'week' | 'month';

/** Another policy, tried on what the ledger has. Nothing comes into force by it. */
export function Compare() {
  const { data, error, refetch } = useQuery({ ...policyQuery, refetchInterval: false });
  if (!data) return error ? <FaultNotice fault={error} onTryAgain={() => void refetch()} /> : <Loading />;
  return <Proposal policy={data} />;
}

// What one begins with: the files in force, to change something in them.
function beginning({ files }: PolicyView): readonly ProposedFile[] {
  const own = files.filter(({ name }) => !/\.test\.ya?ml$/.test(name));
  const given = own.length > 0 ? own : [{ name: 'octroi.yaml', text: '' }];
  return given.map(({ name, text }, id) => ({ id, name, text }));
}

function Proposal({ policy }: { readonly policy: PolicyView }) {
  const words = useWords();
  const { say } = words;
  const [files, setFiles] = useState(() => beginning(policy));
  const [period, setPeriod] = useState<Period | undefined>('month');
  const comparing = useMutation({
    mutationFn: (body: DiffForm) => call<DiffView>('/api/policy/diff', { method: 'POST', body, patienceMs: 120_000 }),
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const from = period === undefined ? {} : { from: new Date(Date.now() - spans[period]).toISOString() };
    comparing.mutate({ files: files.map(({ name, text }) => ({ name: name.trim(), text })), ...from });
  };
  return (
    <>
      <form onSubmit={submit} className="proposal">
        <p>{say('compare.lead')}</p>
        <ProposedFiles files={files} onChange={setFiles} />
        <div className="proposal-acts">
          <Choice
            label={say('compare.period')}
            any={say('compare.all')}
            value={period}
            options={[
              { value: 'day', text: say('filter.day') },
              { value: 'week', text: say('filter.week') },
              { value: 'month', text: say('filter.month') },
            ]}
            onChange={setPeriod}
          />
          <button type="submit" className="primary" disabled={comparing.isPending}>
            {say(comparing.isPending ? 'compare.running' : 'compare.start')}
          </button>
        </div>
      </form>
      {comparing.error ? (
        <p className="form-fault" role="alert">
          <Prose text={Object.values(words.fault(comparing.error)).join(' ')} />
        </p>
      ) : null}
      {comparing.data ? <Differences diff={comparing.data} /> : null}
    </>
  );
}
