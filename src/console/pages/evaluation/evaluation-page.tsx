import { useQuery } from '@tanstack/react-query';
import type { EvaluationsView } from '../../../console-api/evaluation-contract.ts';
import { evaluationsQuery } from '../../api/evaluation-queries.ts';
import { useWords } from '../../language/use-words.ts';
import { Asked } from '../../pieces/asked.tsx';
import { Notice } from '../../pieces/notice.tsx';
import { Mark } from '../../pieces/stamp.tsx';
import { useTitle } from '../../pieces/use-title.ts';
import { Decision } from './decision.tsx';
import { Evaluate } from './evaluate.tsx';
import './evaluation.css';

/** What was decided about zero retention, whether it still holds, and what a file of estimates comes to. */
export function EvaluationPage() {
  const { say } = useWords();
  useTitle(say('evaluation.title'));
  return (
    <>
      <div className="page-head">
        <div>
          <h1>{say('evaluation.title')}</h1>
          <p>{say('evaluation.lead')}</p>
        </div>
      </div>
      <section className="evaluation-part">
        <h2>{say('evaluation.decisions')}</h2>
        <Asked query={useQuery(evaluationsQuery)}>{(found) => <Decisions found={found} />}</Asked>
      </section>
      <Evaluate />
    </>
  );
}

function Decisions({ found: { standings, undecided } }: { readonly found: EvaluationsView }) {
  const { say } = useWords();
  return (
    <>
      {undecided.map((plan) => (
        <p key={plan} className="evaluation-undecided">
          <Mark tone="warn" />
          <span>{say('evaluation.undecided', { plan })}</span>
        </p>
      ))}
      {standings.length === 0 ? (
        <Notice title={say('evaluation.none')}>
          <p>{say('evaluation.noneSays')}</p>
        </Notice>
      ) : null}
      {standings.map((standing) => (
        <Decision key={standing.recordId} standing={standing} />
      ))}
    </>
  );
}
