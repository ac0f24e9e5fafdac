import { evaluation as english } from './en/evaluation.ts';
import { fill, type TextArgs } from './fill.ts';
import { evaluation as french } from './fr/evaluation.ts';
import type { Language } from './language.ts';

/** The words for an option, an input, a state, a reason or a fault of an evaluation. A key without any stands for itself. */
export function evaluationText(language: Language, key: string, args: TextArgs = {}): string {
  const texts: Readonly<Record<string, string>> = language === 'fr' ? french : english;
  return fill(texts[key] ?? key, args);
}

/** The words for an input of the model; a cost that the file itself names is called as it is there. */
export function evaluationInputText(language: Language, name: string): string {
  const [key, text] = [`input.${name}`, evaluationText(language, `input.${name}`)];
  return text === key ? name : text;
}
