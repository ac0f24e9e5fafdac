import { useQuery } from '@tanstack/react-query';
import type { CaseView, OutcomeView } from '../../../console-api/policy-contract.ts';
import { casesQuery } from '../../api/terms-queries.ts';
import { useWords } from '../../language/use-words.ts';
import { FaultNotice } from '../../pieces/fault-notice.tsx';
import { Loading } from '../../pieces/loading.tsx';
import { Notice } from '../../pieces/notice.tsx';
import { Prose } from '../../pieces/prose.tsx';
import { Stamp } from '../../pieces/stamp.tsx';
import { roles } from '../../pieces/table-roles.ts';
import { Verdict } from '../../pieces/verdict.tsx';

/** The cases that stand beside the policy, run by the one in force. */
export function Cases() {
  const { say } = useWords();
  const { data, error, refetch, isFetching } = useQuery(casesQuery);
  if (!data) return error ? <FaultNotice fault={error} onTryAgain={() => void refetch()} /> : <Loading />;
  if (data.cases.length === 0)
    return (
      <Notice title={say('cases.none')}>
        <p>
          <Prose text={say('cases.noneHow')} />
        </p>
      </Notice>
    );
  const isAllMet = data.cases.every(({ isMet }) => isMet);
  const order = data.cases.toSorted((one, other) => Number(one.isMet) - Number(other.isMet));
  return (
    <>
      <div className="cases-head">
        <output>
          <Stamp tone={isAllMet ? 'plain' : 'refused'}>{say(isAllMet ? 'cases.allMet' : 'cases.unmet')}</Stamp>
        </output>
        <button type="button" disabled={isFetching} onClick={() => void refetch()}>
          {say(isFetching ? 'cases.running' : 'cases.run')}
        </button>
      </div>
      <CaseTable cases={order} />
    </>
  );
}

function CaseTable({ cases }: { readonly cases: readonly CaseView[] }) {
  const { say } = useWords();
  return (
    <table className="cases" {...roles.table} aria-label={say('cases.table')}>
      <thead {...roles.group}>
        <tr {...roles.row}>
          <th {...roles.columnHead}>{say('cases.case')}</th>
          <th {...roles.columnHead}>{say('cases.expected')}</th>
          <th {...roles.columnHead}>{say('cases.decided')}</th>
          <th {...roles.columnHead}>{say('cases.result')}</th>
        </tr>
      </thead>
      <tbody {...roles.group}>
        {cases.map((one) => (
          <tr key={`${one.file}:${one.line}`} {...roles.row}>
            <th {...roles.rowHead}>
              {one.name}
              <small>{say('policy.from', { file: one.file, line: one.line })}</small>
            </th>
            <td {...roles.cell}>
              <span className="cell-name">{say('cases.expected')} </span>
              <Decided verdict={one.expected.verdict} reasons={one.expected.reasons} />
            </td>
            <td {...roles.cell}>
              <span className="cell-name">{say('cases.decided')} </span>
              <Decided {...one.decided} />
            </td>
            <td {...roles.cell}>
              <Stamp tone={one.isMet ? 'plain' : 'refused'}>{say(one.isMet ? 'cases.met' : 'cases.notMet')}</Stamp>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

type DecidedProps = Pick<OutcomeView, 'verdict'> & { readonly reasons: readonly string[] | null };

function Decided({ verdict, reasons }: DecidedProps) {
  const { say } = useWords();
  return (
    <>
      <Verdict verdict={verdict} />{' '}
      {reasons === null ? <small>{say('cases.anyReason')}</small> : <code>{reasons.join(', ')}</code>}
    </>
  );
}
