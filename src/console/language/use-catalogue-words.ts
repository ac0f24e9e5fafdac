import type { BothTexts } from '../../console-api/catalogue-contract.ts';
import { catalogueText } from '../../messages/catalogue-text.ts';
import { type Language, typeset } from '../../messages/console.ts';
import { useWords } from './use-words.ts';

/** The words for what the catalogue holds, in the language of the moment. */
export type CatalogueWords = {
  readonly criterion: (name: string) => string;
  /** A value as people read it: `up to 30 days`. */
  readonly value: (fact: { readonly value: string; readonly days: number | null }) => string;
  readonly status: (name: string) => string;
  /** A sentence of the catalogue itself. */
  readonly said: (text: BothTexts) => string;
  /** A day as people read it. Days are days in UTC, wherever one sits. */
  readonly day: (day: string) => string;
};

const wordsOf: Readonly<Record<Language, CatalogueWords>> = {
  en: makeWords('en', 'en-GB'),
  fr: makeWords('fr', 'fr-FR'),
};

export function useCatalogueWords(): CatalogueWords {
  return wordsOf[useWords().language];
}

function makeWords(language: Language, locale: string): CatalogueWords {
  const word = (key: string, args = {}): string => typeset(language, catalogueText(language, key, args));
  const dates = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' });
  return {
    criterion: (name) => word(`criterion.${name}`),
    value: ({ value, days }) => {
      const said = word(`value.${value}`, days === null ? {} : { days });
      return days === null || said.includes(String(days)) ? said : word('value.with_days', { value: said, days });
    },
    status: (name) => word(`status.${name}`),
    said: (text) => typeset(language, text[language]),
    day: (day) => dates.format(new Date(`${day}T00:00:00Z`)),
  };
}
