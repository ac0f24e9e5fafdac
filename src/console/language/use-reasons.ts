import { useQuery } from '@tanstack/react-query';
import type { ReasonsView } from '../../console-api/policy-contract.ts';
import { typeset, type ReasonText } from '../../messages/console.ts';
import { reasonsQuery } from '../api/terms-queries.ts';
import { useWords, type Words } from './use-words.ts';

/**
 * What reasons say: those of octroi itself from the dictionaries, those that rules give in the words of the rules in
 * force. One that neither knows stands for itself.
 */
export function useReasons(): (code: string) => ReasonText {
  const words = useWords();
  const { data } = useQuery(reasonsQuery);
  return (code) => reasonIn(words, data ?? {}, code);
}

/** The same, with the words at hand. */
export function reasonIn(words: Words, reasons: ReasonsView, code: string): ReasonText {
  const said = Object.hasOwn(reasons, code) ? reasons[code]?.[words.language] : undefined;
  if (said === undefined) return words.reason(code);
  return { text: typeset(words.language, said.text), hint: typeset(words.language, said.hint) };
}
