import { dynamic, isNonEmpty, joinTexts, known, type Text } from '../environment/bound.ts';
import { patternSource } from './pattern.ts';
import { shownZshWord } from './zsh-words.ts';
import { asText, type Found, knownPieces, type Piece, type WordContext } from './word-context.ts';

/** Reads a word inside the braces; handed in, because words hold parameters and parameters hold words. */
type Expand = (word: string, context: WordContext) => readonly Piece[];

type Reader = { readonly context: WordContext; readonly expand: Expand };

/** The value of `${…}`, given what stands between the braces. */
export function expandParameter(inside: string, context: WordContext, expand: Expand): Text {
  const reader = { context, expand };
  const shown = shownZshWord(inside);
  if (shown !== undefined) return expandParameter(shown, context, expand);
  // zsh's prompt of old: the person's own name.
  if (inside === '(%):-%n') return textOf(context.find('USER'));
  if (inside.startsWith('+')) return presence(context.find(inside.slice(1)));
  if (/^#[\w@*]+$/.test(inside)) return lengthOf(context.find(inside.slice(1)));
  const parts = /^(!?)([A-Za-z_]\w*|[0-9]+|[@*#?$!-])(\[[^\]]*\])?(.*)$/s.exec(inside);
  if (!parts) return dynamic();
  const [, indirect, name = '', index, operation = ''] = parts;
  if (indirect) return throughName(context.find(name), operation, reader);
  const found = context.find(name);
  if (index !== undefined && !['[@]', '[*]', '[0]'].includes(index)) return dynamic();
  return operate({ name, found, operation }, reader);
}

function throughName(found: Found, operation: string, reader: Reader): Text {
  if (found.kind !== 'set' || found.text.kind !== 'known' || !/^[A-Za-z_]\w*$/.test(found.text.text)) return dynamic();
  const name = found.text.text;
  return operate({ name, found: reader.context.find(name), operation }, reader);
}

type Parameter = { readonly name: string; readonly found: Found; readonly operation: string };

function operate({ name, found, operation }: Parameter, reader: Reader): Text {
  if (operation === '') return textOf(found);
  const choice = /^(:?)([-=+?])(.*)$/s.exec(operation);
  if (choice) return choose({ name, found, asksEmpty: choice[1] === ':' }, [choice[2] ?? '', choice[3] ?? ''], reader);
  const removal = /^(##?|%%?)(.*)$/s.exec(operation);
  if (removal) return remove(textOf(found), [removal[1] ?? '', removal[2] ?? ''], reader);
  return dynamic();
}

function choose(
  { name, found, asksEmpty }: { name: string; found: Found; asksEmpty: boolean },
  [sign, word]: readonly [string, string],
  { context, expand }: Reader,
): Text {
  const stands = isThere(found, asksEmpty);
  const other = (): Text => asText(expand(word, context));
  if (sign === '+') return stands === 'no' ? known('') : stands === 'yes' ? other() : joinTexts(other(), known(''));
  if (stands === 'yes') return textOf(found);
  const replacement = sign === '?' ? dynamic() : other();
  const value = stands === 'no' ? replacement : dynamic(isNonEmpty(replacement) && asksEmpty);
  if (sign === '=') context.assign(name, value);
  return value;
}

function isThere(found: Found, asksEmpty: boolean): 'yes' | 'no' | 'unknown' {
  if (found.kind === 'unset') return 'no';
  if (found.kind === 'unknown') return 'unknown';
  if (!asksEmpty || isNonEmpty(found.text)) return 'yes';
  return found.text.kind === 'known' ? 'no' : 'unknown';
}

const maxRemovalLength = 4096;

function remove(text: Text, [sign, word]: readonly [string, string], { context, expand }: Reader): Text {
  const pieces = knownPieces(expand(word, context));
  const source = pieces && patternSource(pieces);
  if (text.kind === 'dynamic' || source === undefined || text.text.length > maxRemovalLength) return dynamic();
  return known(withoutMatch(text.text, sign, source));
}

// The shortest match for one sign, the longest for two; tried by length, so greed is not left to the expression.
function withoutMatch(text: string, sign: string, source: string): string {
  const pattern = new RegExp(`^(?:${source})$`, 's');
  const lengths = Array.from({ length: text.length + 1 }, (_, length) => length);
  for (const length of sign.length === 1 ? lengths : lengths.toReversed()) {
    const isPrefix = sign.startsWith('#');
    const part = isPrefix ? text.slice(0, length) : text.slice(text.length - length);
    if (pattern.test(part)) return isPrefix ? text.slice(length) : text.slice(0, text.length - length);
  }
  return text;
}

function textOf(found: Found): Text {
  return found.kind === 'unset' ? known('') : found.text;
}

function presence(found: Found): Text {
  if (found.kind === 'unknown') return dynamic(true);
  return known(found.kind === 'set' ? '1' : '0');
}

function lengthOf(found: Found): Text {
  const text = textOf(found);
  return text.kind === 'known' ? known(String(text.text.length)) : dynamic(true);
}
