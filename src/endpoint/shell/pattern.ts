/** One piece of a word: quoted text never matches as a pattern, is never split, and never names several files. */
export type PatternPiece = { readonly text: string; readonly isQuoted: boolean };

/**
 * The regular expression of a shell pattern, anchored at both ends; undefined where it needs what we do not model.
 *
 * `*`, `?`, `[…]` and `@(a|b)`-like groups are read. In `files` mode `*` and `?` stop at a slash.
 */
export function patternOf(pieces: readonly PatternPiece[], mode: 'text' | 'files' = 'text'): RegExp | undefined {
  const source = patternSource(pieces, mode);
  try {
    return source === undefined ? undefined : new RegExp(`^(?:${source})$`, 'su');
  } catch {
    // A bracket expression that is valid to a shell but not here (equivalence classes): not known.
    return undefined;
  }
}

const maxPatternLength = 500;
const maxStars = 6;

/** The same without anchors, for removal of a prefix or suffix. */
export function patternSource(pieces: readonly PatternPiece[], mode: 'text' | 'files' = 'text'): string | undefined {
  const any = mode === 'files' ? '[^/]' : '.';
  const length = pieces.reduce((sum, { text }) => sum + text.length, 0);
  const stars = pieces.reduce((sum, { text, isQuoted }) => sum + (isQuoted ? 0 : text.split('*').length - 1), 0);
  // Many stars make a regular expression walk for ever on a long text.
  if (length > maxPatternLength || stars > maxStars) return undefined;
  let source = '';
  for (const { text, isQuoted } of pieces) {
    source += isQuoted ? escaped(text) : unquotedSource(text, any);
  }
  return source;
}

function unquotedSource(text: string, any: string): string {
  let source = '';
  for (let at = 0; at < text.length; at += 1) {
    const letter = text[at] ?? '';
    const bracket = letter === '[' ? /^\[[!^]?\]?[^\]]*\]/.exec(text.slice(at))?.[0] : undefined;
    if (bracket) {
      source += bracketSource(bracket);
      at += bracket.length - 1;
      continue;
    }
    if ('@?*+!'.includes(letter) && text[at + 1] === '(') {
      const group = /^.\(([^()]*)\)/.exec(text.slice(at));
      if (group && letter !== '!') {
        const choices = (group[1] ?? '').split('|').map((choice) => unquotedSource(choice, any));
        source += `(?:${choices.join('|')})${letter === '@' ? '' : letter}`;
        at += group[0].length - 1;
        continue;
      }
    }
    source += letter === '*' ? `${any}*` : letter === '?' ? any : escaped(letter);
  }
  return source;
}

function bracketSource(bracket: string): string {
  const inner = bracket
    .slice(1, -1)
    .replace('[:alpha:]', 'a-zA-Z')
    .replace('[:digit:]', '0-9')
    .replace('[:alnum:]', 'a-zA-Z0-9')
    .replace('[:upper:]', 'A-Z')
    .replace('[:lower:]', 'a-z')
    .replace('[:space:]', '\\s');
  const isNegated = /^[!^]/.test(inner);
  const letters = (isNegated ? inner.slice(1) : inner).replaceAll(/[\\[\]^&]/g, '\\$&').replaceAll('\\\\s', '\\s');
  return `[${isNegated ? '^' : ''}${letters}]`;
}

function escaped(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}

/** Whether unquoted text holds a letter that makes it a pattern. */
export function isPattern(pieces: readonly PatternPiece[]): boolean {
  return pieces.some(({ text, isQuoted }) => !isQuoted && /[*?[]/.test(text));
}
