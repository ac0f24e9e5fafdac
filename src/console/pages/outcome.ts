import type { ExchangeSummary } from '../../console-api/contract.ts';
import type { Words } from '../language/use-words.ts';

/** How loud an outcome is: went as it should, still going, something a person should know, stopped by octroi. */
export type Tone = 'plain' | 'open' | 'warn' | 'refused';

export type ShownOutcome = { readonly label: string; readonly says: string; readonly tone: Tone };

type Ended = Pick<ExchangeSummary, 'outcome' | 'status' | 'verdict'>;

/** How an exchange ended, in words. `answered` with an error status is the vendor's error, carried as it came. */
export function shownOutcome(words: Words, { outcome, status, verdict }: Ended): ShownOutcome {
  const { say } = words;
  if (outcome === 'answered' && status !== null && status >= 400)
    return { label: say('outcome.vendorError', { status }), says: say('outcomeSays.vendorError'), tone: 'warn' };
  if (outcome === 'answered' && verdict === 'redact')
    return { label: say('outcome.answered'), says: say('outcomeSays.restored'), tone: 'plain' };
  return { label: say(`outcome.${outcome}`), says: say(`outcomeSays.${outcome}`), tone: tones[outcome] };
}

/** Whether octroi stopped it before a byte left; what would have left may be declared all the same. */
export function isWithheld({ outcome, verdict }: Pick<ExchangeSummary, 'outcome' | 'verdict'>): boolean {
  return verdict === 'block' || outcome === 'not_sent';
}

/** The reasons for which it was stopped. What had it redacted, by the ids of policies, is a reason too and stops nothing. */
export function reasonsOfRefusal({
  reasons,
  verdict,
}: Pick<ExchangeSummary, 'reasons' | 'verdict'>): readonly string[] {
  return verdict === 'redact' ? reasons.filter((code) => code.includes('_')) : reasons;
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
