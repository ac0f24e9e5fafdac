import type { KeywordDetector } from '../detector.ts';
import { foldText } from '../engine/fold.ts';
import { detectionError } from '../errors.ts';
import { kindPattern } from '../redaction/stand-in.ts';
import { isInsideWord } from '../reading/context.ts';
import { type DictionaryTerm, leastTermLength } from './terms.ts';

/**
 * Detectors of the operator's own words, one a kind. They are compared as whole words, without case and diacritics; a
 * space in a term also stands for a hyphen or an underscore.
 * @throws detection_dictionary_invalid for a term of less than three characters and for a kind that no placeholder bears.
 */
export function dictionaryDetectors(terms: readonly DictionaryTerm[]): readonly KeywordDetector[] {
  for (const [index, { text, kind }] of terms.entries()) {
    if (text.trim().length < leastTermLength)
      throw detectionError('detection_dictionary_invalid', { index, reason: 'length' });
    if (!kindPattern.test(kind)) throw detectionError('detection_dictionary_invalid', { index, reason: 'kind' });
  }
  const kinds = [...new Set(terms.map(({ kind }) => kind))];
  return kinds.map((kind) =>
    detectorOf(
      kind,
      terms.filter((term) => term.kind === kind),
    ),
  );
}

function detectorOf(kind: string, terms: readonly DictionaryTerm[]): KeywordDetector {
  const written = new Set(terms.flatMap(({ text }) => spellings(text.normalize('NFC').trim())));
  return {
    id: `dictionary-${kind}`,
    kind,
    class: 'dictionary',
    rank: 3,
    source: { url: 'about:operator' },
    keywords: [...written],
    // The automaton takes any digit for any other: the term itself decides.
    find: (text, start, end) => {
      if (isInsideWord(text, start, end)) return undefined;
      return written.has(foldKeepingDigits(text.slice(start, end))) ? { start, end } : undefined;
    },
    examples: { catches: () => [], spares: () => [] },
  };
}

function spellings(term: string): readonly string[] {
  const folded = foldKeepingDigits(term);
  return [folded, folded.replaceAll(' ', '-'), folded.replaceAll(' ', '_')];
}

function foldKeepingDigits(text: string): string {
  const folded = foldText(text);
  let result = '';
  for (let at = 0; at < text.length; at += 1)
    result += /\d/.test(text.charAt(at)) ? text.charAt(at) : folded.charAt(at);
  return result;
}
