import { pack as english } from './en/pack.ts';
import { fill, type TextArgs } from './fill.ts';
import { pack as french } from './fr/pack.ts';
import type { Language } from './language.ts';

export type PackTextKey = keyof typeof english;

/** What a document of a pack says. */
export function packText(language: Language, key: PackTextKey, args: TextArgs): string {
  return fill((language === 'fr' ? french : english)[key], args);
}
