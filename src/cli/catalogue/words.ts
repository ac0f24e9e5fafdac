import type { Criterion, Fact, Text } from '../../catalogue/index.ts';
import { catalogueText } from '../../messages/index.ts';
import type { Terminal } from '../command.ts';

/** A value as people read it: `up to 30 days`. */
export function valueWord({ language }: Terminal, { value, days }: Pick<Fact, 'value' | 'days'>): string {
  const word = catalogueText(language, `value.${value}`, days === undefined ? {} : { days });
  if (days === undefined || word.includes(String(days))) return word;
  return catalogueText(language, 'value.with_days', { value: word, days });
}

export function criterionWord({ language }: Terminal, criterion: Criterion): string {
  return catalogueText(language, `criterion.${criterion}`);
}

/** A sentence of the catalogue in the reader's language. */
export function inLanguage({ language }: Terminal, text: Text): string {
  return text[language];
}
