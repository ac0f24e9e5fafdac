import type { VerdictName } from '../../console-api/contract.ts';
import { useWords } from '../language/use-words.ts';
import { Stamp } from './stamp.tsx';

export const verdictTones = { allow: 'plain', redact: 'redacted', block: 'refused' } as const;

const verdictTexts = {
  allow: 'matrix.allow',
  redact: 'matrix.redact',
  block: 'matrix.block',
} as const satisfies Readonly<Record<VerdictName, string>>;

/** What a policy decides, in word and mark. */
export function Verdict({ verdict }: { readonly verdict: VerdictName }) {
  const { say } = useWords();
  return <Stamp tone={verdictTones[verdict]}>{say(verdictTexts[verdict])}</Stamp>;
}
