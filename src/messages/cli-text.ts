import { cli as english } from './en/cli.ts';
import { fill, type TextArgs } from './fill.ts';
import { cli as french } from './fr/cli.ts';
import type { Language } from './language.ts';

export type CliKey = keyof typeof english;

/** What the command line says. A key that is not in the dictionary stands for itself. */
export function cliText(language: Language, key: string, args: TextArgs): string {
  const texts: Readonly<Record<string, string>> = language === 'fr' ? french : english;
  return fill(texts[key] ?? key, args);
}
