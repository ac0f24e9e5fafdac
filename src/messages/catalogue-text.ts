import { catalogue as english } from './en/catalogue.ts';
import { fill, type TextArgs } from './fill.ts';
import { catalogue as french } from './fr/catalogue.ts';
import type { Language } from './language.ts';

/** The word for a criterion, a value, a verdict or a state of the catalogue. A key without one stands for itself. */
export function catalogueText(language: Language, key: string, args: TextArgs = {}): string {
  const texts: Readonly<Record<string, string>> = language === 'fr' ? french : english;
  return fill(texts[key] ?? key, args);
}
