import { posture as english } from './en/posture.ts';
import { fill, type TextArgs } from './fill.ts';
import { posture as french } from './fr/posture.ts';
import type { Language } from './language.ts';

/** The words for a state, a control or a piece of evidence. A key without any stands for itself. */
export function postureText(language: Language, key: string, args: TextArgs = {}): string {
  const texts: Readonly<Record<string, string>> = language === 'fr' ? french : english;
  return fill(texts[key] ?? key, args);
}
