import type { EvidenceView } from '../../console-api/posture-contract.ts';
import { postureText } from '../../messages/posture-text.ts';
import { typeset } from '../../messages/console.ts';
import { useCatalogueWords } from './use-catalogue-words.ts';
import { useWords } from './use-words.ts';

/** The words for controls and what their states rest on, in the language of the moment. */
export function usePostureWords() {
  const { language, instant } = useWords();
  const { day } = useCatalogueWords();
  const word = (key: string, args = {}): string => typeset(language, postureText(language, key, args));
  const shown = ([name, value]: readonly [string, string | number]) => {
    if (typeof value !== 'string') return [name, value];
    if (name.endsWith('At')) return [name, instant(value)];
    return [name, name.endsWith('On') ? day(value) : value];
  };
  return {
    state: (name: string): string => word(`state.${name}`),
    control: (id: string): string => word(`control.${id}`),
    evidence: ({ code, args }: Pick<EvidenceView, 'code' | 'args'>): string =>
      word(`evidence.${code}`, Object.fromEntries(Object.entries(args).map(shown))),
    /** A day as it is, an instant as a clock shows it. */
    until: (time: string): string => (time.length === 10 ? day(time) : instant(time)),
  };
}
