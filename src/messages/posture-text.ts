import { posture as english } from './en/posture.ts';
import { fill, type TextArgs } from './fill.ts';
import { posture as french } from './fr/posture.ts';
import type { Language } from './language.ts';

type CodeOf<Key> = Key extends `evidence.${infer Code}` ? Code : never;

/** What a state may rest on: each has its text. */
export type EvidenceCode = CodeOf<keyof typeof english>;

/** The words for a state, a control or a piece of evidence. A key without any stands for itself. */
export function postureText(language: Language, key: string, args: TextArgs = {}): string {
  const texts: Readonly<Record<string, string>> = language === 'fr' ? french : english;
  return fill(texts[key] ?? key, args);
}
