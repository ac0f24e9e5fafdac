import type { ModuleStateName } from '../../../console-api/training-contract.ts';
import { useWords } from '../../language/use-words.ts';
import { Stamp, type Tone } from '../../pieces/stamp.tsx';

const tones: Readonly<Record<ModuleStateName, Tone>> = {
  valid: 'plain',
  expiring: 'warn',
  expired: 'refused',
  missing: 'open',
};

export function ModuleState({ state }: { readonly state: ModuleStateName }) {
  const { say } = useWords();
  return <Stamp tone={tones[state]}>{say(`moduleState.${state}`)}</Stamp>;
}
