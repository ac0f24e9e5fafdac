import type { ExchangeSummary } from '../../console-api/contract.ts';
import type { Words } from '../language/use-words.ts';

/** How loud an outcome is: went as it should, still going, something a person should know, stopped by octroi. */
export type Tone = 'plain' | 'open' | 'warn' | 'refused';

export type ShownOutcome = { readonly label: string; readonly says: string; readonly tone: Tone };

type Ended = Pick<ExchangeSummary, 'outcome' | 'status'>;

/** How an exchange ended, in words. `answered` with an error status is the vendor's error, carried as it came. */
export function shownOutcome(words: Words, { outcome, status }: Ended): ShownOutcome {
  const { say } = words;
  if (outcome === 'answered' && status !== null && status >= 400)
    return { label: say('outcome.vendorError', { status }), says: say('outcomeSays.vendorError'), tone: 'warn' };
  return { label: say(`outcome.${outcome}`), says: say(`outcomeSays.${outcome}`), tone: tones[outcome] };
}

const tones = {
  open: 'open',
  answered: 'plain',
  refused: 'refused',
  abandoned: 'warn',
  client_left: 'warn',
  upstream_unreachable: 'warn',
  upstream_broke_off: 'warn',
  upstream_timed_out: 'warn',
  organization_mismatch: 'refused',
  not_sent: 'refused',
} as const satisfies Readonly<Record<ExchangeSummary['outcome'], Tone>>;
