import { errors as english } from './en/errors.ts';
import { fill, type TextArgs } from './fill.ts';
import { errors as french } from './fr/errors.ts';
import type { Language } from './language.ts';

export type ErrorText = { readonly text: string; readonly hint: string };

/** What an error says to a reader. A code without a text is a fault of ours; it then stands for itself. */
export function errorText(language: Language, code: string, args: TextArgs): ErrorText {
  const texts: Readonly<Record<string, ErrorText>> = language === 'fr' ? french : english;
  const found = texts[code];
  if (!found) return { text: code, hint: '' };
  return { text: fill(found.text, args), hint: fill(found.hint, args) };
}
