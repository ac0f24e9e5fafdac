import type { ControlStateName, ControlView } from '../../../console-api/posture-contract.ts';
import { usePostureWords } from '../../language/use-posture-words.ts';
import { useWords } from '../../language/use-words.ts';
import { Prose } from '../../pieces/prose.tsx';
import { Mark, Stamp, type Tone } from '../../pieces/stamp.tsx';

const tones = { met: 'plain', not_met: 'refused', unknown: 'warn' } as const satisfies Readonly<
  Record<ControlStateName, Tone>
>;

/** One control: its state, what that rests on, and until when it holds. */
export function Control({ control }: { readonly control: ControlView }) {
  const { say } = useWords();
  const { state: stateText, control: controlText, evidence: evidenceText, until } = usePostureWords();
  const { id, state, evidence, holdsUntil, exception, since } = control;
  return (
    <li className="control" data-state={state}>
      <div className="control-head">
        <h3>{controlText(id)}</h3>
        <Stamp tone={tones[state]}>{stateText(state)}</Stamp>
      </div>
      <ul className="control-evidence">
        {evidence.map((each) => (
          <li key={`${each.code} ${Object.values(each.args).join(' ')}`} data-tone={tones[each.state]}>
            <Mark tone={tones[each.state]} />
            <span>
              <Prose text={evidenceText(each)} />
            </span>
          </li>
        ))}
      </ul>
      {state === 'met' ? (
        <p className="control-until">
          {holdsUntil === null ? say('posture.now') : say('posture.until', { until: until(holdsUntil) })}
        </p>
      ) : null}
      {since === null ? null : <p className="control-until">{say('posture.since', { since: until(since) })}</p>}
      {exception ? (
        <p className="control-until">
          {say(exception.isOver ? 'posture.exceptionOver' : 'posture.exception', {
            owner: exception.owner,
            until: until(exception.untilOn),
            reason: exception.reason,
          })}
        </p>
      ) : null}
    </li>
  );
}
