import { concatenate, dynamic, known, type Text } from '../environment/bound.ts';
import { endOfPiece } from './lex.ts';
import { expandParameter } from './parameter.ts';
import { isPattern, type PatternPiece, patternOf } from './pattern.ts';
import { asText, knownPieces, type Piece, type WordContext } from './word-context.ts';

/** A word's value as one text: what an assignment or a `case` gets. */
export function expandText(word: string, context: WordContext): Text {
  return asText(expandPieces(word, context));
}

/** The words that a word becomes, after splitting and file names; undefined when their number is not known. */
export function expandWords(word: string, context: WordContext): readonly Text[] | undefined {
  const pieces = expandPieces(word, context);
  if (pieces.some(({ text, isQuoted }) => text.kind === 'dynamic' && !isQuoted)) {
    return context.splitsWords ? undefined : [asText(pieces)];
  }
  const patternPieces = knownPieces(pieces);
  if (patternPieces && isPattern(patternPieces)) return fileNames(patternPieces, context);
  return splitFields(pieces, context.splitsWords);
}

/** A word as a pattern; undefined when it is not known. */
export function expandPattern(word: string, context: WordContext): RegExp | undefined {
  const pieces = knownPieces(expandPieces(word, context));
  return pieces && patternOf(pieces);
}

function fileNames(pieces: readonly PatternPiece[], context: WordContext): readonly Text[] | undefined {
  const literal = pieces.map(({ text }) => text).join('');
  const pattern = patternOf(pieces, 'files');
  const names = pattern && context.glob(pattern, literal);
  if (!names) return undefined;
  return (names.length > 0 ? names : [literal]).map(known);
}

function splitFields(pieces: readonly Piece[], splits: boolean): readonly Text[] {
  const fields: Text[] = [];
  let open: Text | undefined;
  for (const { text, isQuoted } of pieces) {
    const parts = text.kind === 'known' && !isQuoted && splits ? text.text.split(/[ \t\n]+/) : [text];
    for (const [index, part] of parts.entries()) {
      if (index > 0) {
        if (open) fields.push(open);
        open = undefined;
      }
      const value = typeof part === 'string' ? known(part) : part;
      const isNothing = !isQuoted && value.kind === 'known' && value.text === '' && splits;
      if (!isNothing) open = open ? concatenate(open, value) : value;
    }
  }
  if (open) fields.push(open);
  return fields;
}

function expandPieces(word: string, context: WordContext): readonly Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  if (word.startsWith('~')) {
    const name = /^~([\w.-]*)(?=\/|$)/.exec(word);
    if (name) {
      const home = context.homeOf(name[1] ?? '');
      pieces.push({ text: home === undefined ? dynamic(true) : known(home), isQuoted: true });
      at = name[0].length;
    }
  }
  while (at < word.length) {
    const end = Math.min(endOfPiece(word, at), word.length);
    pieces.push(...onePiece(word.slice(at, end), at, { word, context }));
    at = at + lengthOf(word, at, end);
  }
  return merged(pieces);
}

// `$name` is not a bracketed piece: its end is where the name ends.
function lengthOf(word: string, at: number, end: number): number {
  if (word[at] !== '$' || end !== at + 1) return end - at;
  return nameAfterDollar(word, at).length + 1;
}

function nameAfterDollar(word: string, at: number): string {
  return /^(?:[A-Za-z_]\w*|[0-9@*#?$!-])/.exec(word.slice(at + 1))?.[0] ?? '';
}

function onePiece(
  piece: string,
  at: number,
  { word, context }: { word: string; context: WordContext },
): readonly Piece[] {
  const first = piece[0];
  if (first === '\\') return [{ text: known(piece === '\\\n' ? '' : piece.slice(1)), isQuoted: true }];
  if (first === "'") return [{ text: known(piece.slice(1, -1)), isQuoted: true }];
  if (first === '"') return [{ text: insideDouble(piece.slice(1, -1), context), isQuoted: true }];
  if (first === '`')
    return [{ text: context.substitute(piece.slice(1, -1).replaceAll(/\\([`$\\])/g, '$1')), isQuoted: false }];
  if ((first === '<' || first === '>') && piece[1] === '(') return [{ text: dynamic(true), isQuoted: true }];
  if (first === '$') {
    if (piece[1] === "'") return [{ text: known(ansi(piece.slice(2, -1))), isQuoted: true }];
    if (piece[1] === '"') return [{ text: insideDouble(piece.slice(2, -1), context), isQuoted: true }];
    return [{ text: dollar(piece, nameAfterDollar(word, at), context), isQuoted: false }];
  }
  return [{ text: known(piece), isQuoted: false }];
}

function dollar(piece: string, name: string, context: WordContext): Text {
  if (piece.startsWith('$((')) return dynamic(true);
  if (piece.startsWith('$(')) return context.substitute(piece.slice(2, -1));
  if (piece.startsWith('${')) return expandParameter(piece.slice(2, -1), context, expandPieces);
  if (name === '') return known('$');
  const found = context.find(name);
  return found.kind === 'unset' ? known('') : found.text;
}

function insideDouble(text: string, context: WordContext): Text {
  let whole: Text = known('');
  for (let at = 0; at < text.length; ) {
    const letter = text[at] ?? '';
    if (letter === '\\') {
      const next = text[at + 1] ?? '';
      whole = concatenate(whole, known('$`"\\\n'.includes(next) ? next.replace('\n', '') : `\\${next}`));
      at += 2;
      continue;
    }
    if (letter === '$' || letter === '`') {
      const end = text[at + 1] === "'" || text[at + 1] === '"' ? at + 1 : Math.min(endOfPiece(text, at), text.length);
      const pieces = onePiece(text.slice(at, end), at, { word: text, context });
      for (const piece of pieces) whole = concatenate(whole, piece.text);
      at += lengthOf(text, at, end);
      continue;
    }
    whole = concatenate(whole, known(letter));
    at += 1;
  }
  return whole;
}

const escapes: Readonly<Record<string, string>> = {
  n: '\n',
  t: '\t',
  r: '\r',
  a: '\x07',
  b: '\b',
  e: '\x1B',
  '0': '\0',
};

function ansi(text: string): string {
  return text.replaceAll(/\\(x[0-9a-fA-F]{1,2}|.)/gs, (_, code: string) =>
    code.length > 1 ? String.fromCharCode(Number.parseInt(code.slice(1), 16)) : (escapes[code] ?? code),
  );
}

// Neighbours of one kind become one piece, so that a pattern or a field is seen whole.
function merged(pieces: readonly Piece[]): readonly Piece[] {
  const result: Piece[] = [];
  for (const piece of pieces) {
    const last = result.at(-1);
    if (last && last.isQuoted === piece.isQuoted && last.text.kind === 'known' && piece.text.kind === 'known')
      result[result.length - 1] = { text: known(last.text.text + piece.text.text), isQuoted: piece.isQuoted };
    else result.push(piece);
  }
  return result;
}
