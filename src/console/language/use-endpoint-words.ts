import { endpointControl, endpointReason } from '../../messages/endpoint-text.ts';
import { typeset } from '../../messages/console.ts';
import { useWords } from './use-words.ts';

/** The words for controls of workstations and why each is as it is, in the language of the moment. */
export function useEndpointWords() {
  const { language } = useWords();
  return {
    control: (id: string): string => typeset(language, endpointControl(language, id)),
    why: (code: string, args: Readonly<Record<string, string | number>>): string =>
      typeset(language, endpointReason(language, code, args)),
  };
}
