import type { Language } from './language.ts';

/**
 * Sets the spaces that French keeps unbroken: a narrow one before `; ! ?`, a full one before `:` and inside guillemets.
 * The dictionaries are written with plain spaces, which can be seen and typed.
 */
export function typeset(language: Language, text: string): string {
  if (language !== 'fr') return text;
  return text
    .replace(/ ([;!?])/g, '\u202f$1')
    .replace(/ :/g, '\u00a0:')
    .replace(/« /g, '«\u00a0')
    .replace(/ »/g, '\u00a0»');
}
