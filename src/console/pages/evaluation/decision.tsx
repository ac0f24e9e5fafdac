import type { ReopeningView, StandingView } from '../../../console-api/evaluation-contract.ts';
import { Link } from '../../address/link.tsx';
import { useEvaluationWords } from '../../language/use-evaluation-words.ts';
import { useWords } from '../../language/use-words.ts';
import { Moment } from '../../pieces/moment.tsx';
import { Mark, Stamp } from '../../pieces/stamp.tsx';
import { Figures } from './figures.tsx';

/** One decision: whether it still holds and why not, what was chosen, by whom and on what. */
export function Decision({ standing }: { readonly standing: StandingView }) {
  const { say } = useWords();
  const words = useEvaluationWords();
  const { evaluation, state, reasons, figures, currency, unpriced } = standing;
  return (
    <article className="decision" data-state={state}>
      <div className="decision-head">
        <h3>{evaluation}</h3>
        <Stamp tone={state === 'decided' ? 'plain' : 'refused'}>{words.state(state)}</Stamp>
      </div>
      {reasons.length === 0 ? null : (
        <ul className="decision-reasons">
          {gathered(reasons).map((reason) => (
            <li key={JSON.stringify(reason)}>
              <Mark tone="refused" />
              <span>{words.reason(reason)}</span>
            </li>
          ))}
        </ul>
      )}
      <Told standing={standing} />
      <details>
        <summary>{say('evaluation.figures')}</summary>
        <Figures figures={figures} currency={currency} unpriced={unpriced} name={evaluation} />
      </details>
    </article>
  );
}

// A newer catalogue may change many facts in the same way: that is one reason.
function gathered(reasons: readonly ReopeningView[]): readonly ReopeningView[] {
  const groups = Map.groupBy(reasons, (reason) => ('fact' in reason ? reason.code : JSON.stringify(reason)));
  return [...groups.values()].flatMap(([first, ...more]) => {
    if (first === undefined) return [];
    return [more.length === 0 ? first : { ...first, fact: [first, ...more].map((each) => each['fact']).join(', ') }];
  });
}

function Told({ standing }: { readonly standing: StandingView }) {
  const { say } = useWords();
  const words = useEvaluationWords();
  const { plan, decidedAt, expiresOn, decider, choice, residualRisk, dpoOpinion, dpoReasons, recordId } = standing;
  const lines = [
    ['plan', plan],
    ['choice', <Choices key="choice" choice={choice} />],
    ['residual', residualRisk],
    ['dpo', `${words.opinion(dpoOpinion)}. ${dpoReasons}`],
    ['by', decider],
    ['decided', <Moment key="decided" at={decidedAt} as="date" />],
    ['holds', say('evaluation.until', { day: words.day(expiresOn) })],
    [
      'rests',
      <span key="rests">
        {say('evaluation.restsOn', {
          catalogue: standing.catalogueVersion,
          digest: standing.inputsDigest.slice(0, 16),
        })}{' '}
        · <Link to={{ page: 'record', name: recordId }}>{say('evaluation.record')}</Link>
      </span>,
    ],
  ] as const;
  return (
    <dl className="decision-told">
      {lines.map(([name, text]) => (
        <div key={name}>
          <dt>{say(`evaluation.${name}`)}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  );
}

function Choices({ choice }: Pick<StandingView, 'choice'>) {
  const { option } = useEvaluationWords();
  return (
    <ul className="decision-choices">
      {Object.entries(choice).map(([label, name]) => (
        <li key={label}>
          <strong>{label}</strong> {option(name)}
        </li>
      ))}
    </ul>
  );
}
