import { signInPages as english } from './en/sign-in-pages.ts';
import { fill, type TextArgs } from './fill.ts';
import { signInPages as french } from './fr/sign-in-pages.ts';
import type { Language } from './language.ts';
import { typeset } from './typeset.ts';

export type PageKey = keyof typeof english;

/** A text of the pages on which a person signs a client in. */
export function pageText(language: Language, key: PageKey, args: TextArgs = {}): string {
  return typeset(language, fill((language === 'fr' ? french : english)[key], args));
}
