import type { DeviceLineView, DeviceState } from '../../../console-api/fleet-contract.ts';
import { useWords } from '../../language/use-words.ts';
import { Stamp, type Tone } from '../../pieces/stamp.tsx';

export const standings = ['enrolled', 'silent', 'invited', 'expired', 'revoked'] as const;

type StandingName = (typeof standings)[number];

const tones: Readonly<Record<StandingName, Tone>> = {
  enrolled: 'plain',
  silent: 'warn',
  invited: 'open',
  expired: 'ended',
  revoked: 'ended',
};

/** Where a workstation stands: one that is enrolled and not heard is silent. */
export function standingOf({ standing, isSilent }: Pick<DeviceLineView, 'standing' | 'isSilent'>): StandingName {
  return standing === 'enrolled' && isSilent ? 'silent' : standing;
}

export function Standing({ device }: { readonly device: DeviceLineView }) {
  const { say } = useWords();
  const standing = standingOf(device);
  return <Stamp tone={tones[standing]}>{say(`fleet.standing.${standing}`)}</Stamp>;
}

const stateTones = { met: 'plain', not_met: 'refused', unknown: 'warn' } as const;

export function StateStamp({ state }: { readonly state: DeviceState }) {
  const { say } = useWords();
  return <Stamp tone={stateTones[state]}>{say(`fleet.state.${state}`)}</Stamp>;
}
