import { evaluationInputText, evaluationText } from '../../messages/evaluation-text.ts';
import { typeset } from '../../messages/console.ts';
import { useCatalogueWords } from './use-catalogue-words.ts';
import { useWords } from './use-words.ts';

/** The words and figures of evaluations, in the language of the moment. */
export function useEvaluationWords() {
  const { language, say } = useWords();
  const { day } = useCatalogueWords();
  const word = (key: string, args = {}): string => typeset(language, evaluationText(language, key, args));
  const percent = (value: number): string =>
    new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 1 }).format(value);
  // Three figures are all that estimates bear.
  const amount = (value: number): string =>
    new Intl.NumberFormat(language, { maximumSignificantDigits: 3 }).format(value);
  return {
    amount,
    // Beside an axis there is no room for zeros.
    tick: (value: number): string => new Intl.NumberFormat(language, { notation: 'compact' }).format(value),
    day,
    option: (name: string): string => word(`option.${name}`),
    opinion: (name: string): string => word(`dpo.${name}`),
    notOffered: (): string => word('zdr.none'),
    state: (name: string): string => word(`state.${name}`),
    fault: (code: string): string => word(`fault.${code}`),
    input: (name: string): string => typeset(language, evaluationInputText(language, name)),
    reason: ({ code, ...args }: { readonly code: string } & Readonly<Record<string, string | number>>): string =>
      word(
        `reason.${code}`,
        Object.fromEntries(
          Object.entries(args).map(([name, value]) => [
            name,
            typeof value === 'number' ? amount(value) : name.endsWith('On') ? day(value) : value,
          ]),
        ),
      ),
    cost: ({ kind, name }: { readonly kind: string; readonly name: string }): string => {
      if (kind === 'feature') return say('evaluation.without', { name });
      if (kind === 'model') return say('evaluation.withoutModel', { name });
      return kind === 'price' ? word('input.price') : name;
    },
    // Nothing that can happen is told as if it could not, nor the other way round.
    share: (value: number): string => {
      if (value > 0 && value < 0.001) return `< ${percent(0.001)}`;
      return value > 0.999 && value < 1 ? `> ${percent(0.999)}` : percent(value);
    },
  };
}
