import type { EffectName } from '../../../console-api/egress-contract.ts';
import { useWords } from '../../language/use-words.ts';
import { Stamp, type Tone } from '../../pieces/stamp.tsx';
import { useEgressWords } from './use-egress-words.ts';

const tones: Readonly<Record<EffectName, Tone>> = {
  pass: 'plain',
  observed: 'open',
  warned: 'warn',
  refused: 'refused',
};

type EffectProps = { readonly effect: EffectName; readonly rule: string | null; readonly reason?: string | null };

/** What was decided over a connection, and by which rule. */
export function Effect({ effect, rule, reason = null }: EffectProps) {
  const { say } = useWords();
  const { rule: ruleText } = useEgressWords();
  return (
    <>
      <Stamp tone={tones[effect]}>{say(`flow.effect.${effect}`)}</Stamp>
      {rule === null ? null : <span className="flow-rule"> {ruleText(rule)}</span>}
      {rule === null && reason !== null ? <code className="flow-rule"> {reason}</code> : null}
    </>
  );
}
