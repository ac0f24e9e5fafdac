import { endOfPiece } from '../shell/lex.ts';

export type CshLine = { readonly text: string; readonly line: number };

/** The commands of a csh script: comments gone, lines joined at a backslash, split at `;`. */
export function cshLines(text: string): readonly CshLine[] {
  const lines: CshLine[] = [];
  let open = '';
  let from = 1;
  for (const [index, raw] of text.split('\n').entries()) {
    if (open === '') from = index + 1;
    const line = open + raw.replace(/\r$/, '');
    open = line.endsWith('\\') ? `${line.slice(0, -1)} ` : '';
    if (open !== '') continue;
    for (const part of splitCommands(line)) lines.push({ text: part, line: from });
  }
  return withoutHeredocs(lines);
}

const maxLineLength = 8_000;

function splitCommands(line: string): readonly string[] {
  // Left whole: whoever runs it sees that it is too long.
  if (line.length > maxLineLength) return [line];
  const parts: string[] = [''];
  for (let at = 0; at < line.length; ) {
    const letter = line[at] ?? '';
    if (letter === '#' && /(?:^|\s)$/.test(line.slice(0, at))) break;
    if (letter === ';') {
      parts.push('');
      at += 1;
      continue;
    }
    const end = letter === '$' ? at + 1 : Math.min(endOfPiece(line, at), line.length);
    parts[parts.length - 1] += line.slice(at, end);
    at = end;
  }
  return parts.map((part) => part.trim()).filter((part) => part !== '');
}

function withoutHeredocs(lines: readonly CshLine[]): readonly CshLine[] {
  const kept: CshLine[] = [];
  let until: string | undefined;
  for (const line of lines) {
    if (until !== undefined) {
      if (line.text === until) until = undefined;
      continue;
    }
    until = /<<\s*['"]?(\w+)['"]?/.exec(line.text)?.[1];
    kept.push(line);
  }
  return kept;
}

/** `if (…) rest`: the condition and what follows it. */
export function splitCondition(text: string): { readonly condition: string; readonly rest: string } | undefined {
  const start = /^if\s*\(/.exec(text);
  if (!start) return undefined;
  let depth = 0;
  for (let at = start[0].length - 1; at < text.length; at += 1) {
    if (text[at] === '(') depth += 1;
    if (text[at] === ')') depth -= 1;
    if (depth === 0) return { condition: text.slice(start[0].length, at), rest: text.slice(at + 1).trim() };
  }
  return undefined;
}
