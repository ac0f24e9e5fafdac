import type { AlarmView } from '../../../console-api/posture-contract.ts';
import { usePostureWords } from '../../language/use-posture-words.ts';
import { useWords } from '../../language/use-words.ts';

/** A fact whose passage is gone: its paragraphs side by side, and what rests on it. The terms are in their own language. */
export function Alarm({ alarm }: { readonly alarm: AlarmView }) {
  const { say } = useWords();
  const { evidence } = usePostureWords();
  const { fact, state, lost, decisions, answers, claims } = alarm;
  const resting = [
    [say('posture.decisions'), decisions],
    [say('posture.answers'), answers],
    [say('posture.claims'), claims],
  ] as const;
  return (
    <article className="stale-fact">
      <h3>{evidence({ code: `fact_${state}`, args: { fact } })}</h3>
      {lost.map((passage) => (
        <Lost key={`${passage.collection} ${passage.service} ${passage.terms}`} passage={passage} />
      ))}
      {resting.map(([name, all]) => (all.length === 0 ? null : <Resting key={name} name={name} all={all} />))}
      {resting.every(([, all]) => all.length === 0) ? <p>{say('posture.nothingRests')}</p> : null}
    </article>
  );
}

function Lost({ passage }: { readonly passage: AlarmView['lost'][number] }) {
  const { say, count, date } = useWords();
  const { service, terms, lastGoodAt, lostAt, changed, otherChanges } = passage;
  const days = { lastGood: date(lastGoodAt), lost: date(lostAt) };
  return (
    <>
      <p>{say('posture.lost', { service, terms, ...days })}</p>
      {changed.map(({ before, after }) => (
        <dl key={before} className="paragraphs">
          <div>
            <dt>{say('posture.before')}</dt>
            <dd lang="en" translate="no">
              {before}
            </dd>
          </div>
          <div>
            <dt>{say('posture.after')}</dt>
            {after === undefined ? (
              <dd>{say('posture.nothingLeft')}</dd>
            ) : (
              <dd lang="en" translate="no">
                {after}
              </dd>
            )}
          </div>
        </dl>
      ))}
      {otherChanges > 0 ? <p className="posture-says">{count('posture.otherChanges', otherChanges)}</p> : null}
    </>
  );
}

function Resting({ name, all }: { readonly name: string; readonly all: readonly string[] }) {
  return (
    <div className="resting">
      <h4>{name}</h4>
      <ul>
        {all.map((each) => (
          <li key={each}>
            <code>{each}</code>
          </li>
        ))}
      </ul>
    </div>
  );
}
