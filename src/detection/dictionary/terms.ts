import { detectionError } from '../errors.ts';
import { kindPattern } from '../redaction/stand-in.ts';

/** A word of the company: a code name, a client, a host. `kind` is part of the placeholder, see `kindPattern`. */
export type DictionaryTerm = { readonly text: string; readonly kind: string };

/** The kind of terms that stand under no heading. */
const usualKind = 'company_term';

/**
 * Reads a plain dictionary: a term a line. A heading such as `[client_name]` gives the kind of the terms below it; blank
 * lines and lines that begin with # are passed over.
 *
 * @throws detection_dictionary_invalid with the line of a kind that no placeholder can bear or of a term that is too short.
 */
export function readTerms(text: string): readonly DictionaryTerm[] {
  const terms: DictionaryTerm[] = [];
  let kind = usualKind;
  for (const [index, written] of text.split('\n').entries()) {
    const line = written.replace(/^\ufeff/, '').trim();
    if (line === '' || line.startsWith('#')) continue;
    const heading = /^\[(.*)\]$/.exec(line)?.[1];
    if (heading === undefined) terms.push({ text: checkedTerm(line, index + 1), kind });
    else kind = checkedKind(heading.trim(), index + 1);
  }
  return terms;
}

function checkedKind(kind: string, index: number): string {
  if (!kindPattern.test(kind)) throw detectionError('detection_dictionary_invalid', { index, reason: 'kind' });
  return kind;
}

function checkedTerm(term: string, index: number): string {
  if (term.length < leastTermLength) throw detectionError('detection_dictionary_invalid', { index, reason: 'length' });
  return term;
}

/** A shorter word would be found everywhere. */
export const leastTermLength = 3;
