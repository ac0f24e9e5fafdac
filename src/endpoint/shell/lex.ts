/** Where the quoted or bracketed piece that starts at `at` ends (one past its last letter). */
export function endOfPiece(text: string, at: number): number {
  const letter = text[at];
  if (letter === '\\') return at + 2;
  if (letter === "'") return closing(text, at + 1, "'");
  if (letter === '"') return endOfDouble(text, at + 1);
  if (letter === '`') return endOfBackticks(text, at + 1);
  if (letter !== '$' && letter !== '<' && letter !== '>') return at + 1;
  const next = text[at + 1];
  if (letter === '$' && next === "'") return endOfAnsi(text, at + 2);
  if (letter === '$' && next === '"') return endOfDouble(text, at + 2);
  if (next === '(') return endOfBrackets(text, at + 2, ')');
  if (letter === '$' && next === '{') return endOfBrackets(text, at + 2, '}');
  return at + 1;
}

function closing(text: string, from: number, letter: string): number {
  const at = text.indexOf(letter, from);
  return at === -1 ? text.length : at + 1;
}

function endOfDouble(text: string, from: number): number {
  let at = from;
  while (at < text.length && text[at] !== '"') at = '\\$`'.includes(text[at] ?? '') ? endOfPiece(text, at) : at + 1;
  return at + 1;
}

function endOfBackticks(text: string, from: number): number {
  let at = from;
  while (at < text.length && text[at] !== '`') at += text[at] === '\\' ? 2 : 1;
  return at + 1;
}

function endOfAnsi(text: string, from: number): number {
  let at = from;
  while (at < text.length && text[at] !== "'") at += text[at] === '\\' ? 2 : 1;
  return at + 1;
}

function endOfBrackets(text: string, from: number, close: string): number {
  let depth = 1;
  let at = from;
  while (at < text.length) {
    const letter = text[at];
    if (letter === close) depth -= 1;
    else if (close === ')' && letter === '(') depth += 1;
    if (depth === 0) return at + 1;
    at = '\\\'"`$'.includes(letter ?? '') ? endOfPiece(text, at) : at + 1;
  }
  return text.length;
}

/** Splits text into words at unquoted blanks, as `test` and alias bodies need it. Quotes stay in the words. */
export function splitWords(text: string): readonly string[] {
  const words: string[] = [];
  let start = -1;
  for (let at = 0; at < text.length; ) {
    if (/\s/.test(text[at] ?? '')) {
      if (start !== -1) words.push(text.slice(start, at));
      start = -1;
      at += 1;
      continue;
    }
    if (start === -1) start = at;
    at = Math.min(endOfPiece(text, at), text.length);
  }
  if (start !== -1) words.push(text.slice(start));
  return words;
}

const maxBraceWords = 256;
const maxBraceLength = 2_000;

/** `a{b,c}d` as `abd acd`; a word without such braces, or with more than would be of use, as itself. */
export function expandBraces(word: string): readonly string[] {
  return word.includes('{') && word.length <= maxBraceLength ? expandOpen(word, { left: maxBraceWords }) : [word];
}

function expandOpen(word: string, words: { left: number }): readonly string[] {
  for (let at = 0; at < word.length; ) {
    if (word[at] !== '{') {
      at = endOfPiece(word, at);
      continue;
    }
    const choices = braceChoices(word, at);
    if (!choices) {
      at += 1;
      continue;
    }
    words.left -= choices.parts.length;
    if (words.left < 0) return [word];
    return choices.parts.flatMap((part) => expandOpen(word.slice(0, at) + part + word.slice(choices.end), words));
  }
  return [word];
}

function braceChoices(word: string, start: number): { parts: readonly string[]; end: number } | undefined {
  const parts: string[] = [];
  let depth = 0;
  let from = start + 1;
  for (let at = start; at < word.length; ) {
    const letter = word[at];
    if (letter === '{') depth += 1;
    if (letter === '}') depth -= 1;
    if (depth === 0 || (depth === 1 && letter === ',')) {
      parts.push(word.slice(from, at));
      from = at + 1;
    }
    if (depth === 0) return parts.length > 1 ? { parts, end: at + 1 } : undefined;
    at = '{},'.includes(letter ?? '') ? at + 1 : endOfPiece(word, at);
  }
  return undefined;
}
