import { foldText } from '../engine/fold.ts';
import type { Span } from '../finding.ts';
import { lineEnd, lineStart } from './lines.ts';

const maxLine = 2_000;
const maxLinesUp = 40;

/** The head of the column that `at` stands in, folded; empty when no table is seen. Looks at 40 lines above and at the first. */
export function columnLabel(text: string, at: number): string {
  const lineAt = lineStart(text, at);
  if (at - lineAt > maxLine) return '';
  const delimiter = delimiterOf(text, lineAt);
  if (delimiter === '') return '';
  const count = cellsOf(text, lineAt, delimiter).length;
  const column = cellsOf(text.slice(0, at), lineAt, delimiter).length - 1;
  const heads = [0, topOfBlock(text, lineAt, { delimiter, count })];
  for (const head of heads) {
    if (head >= lineAt) continue;
    const cells = cellsOf(text, head, delimiter);
    const cell = cells[column];
    if (cells.length === count && cell) return foldText(text.slice(cell.start, cell.end));
  }
  return '';
}

type Table = { readonly delimiter: string; readonly count: number };

function topOfBlock(text: string, lineAt: number, { delimiter, count }: Table): number {
  let top = lineAt;
  for (let line = 0; line < maxLinesUp && top > 0; line += 1) {
    const above = lineStart(text, top - 1);
    if (top - above > maxLine || top - above < 3) break;
    const isRule = /^[\s|:+-]+$/.test(text.slice(above, top));
    if (!isRule && cellsOf(text, above, delimiter).length !== count) break;
    top = above;
  }
  return top;
}

/** The sign that parts a line's cells, or empty: at least two of it, three for commas, which prose has too. */
export function delimiterOf(text: string, lineAt: number): string {
  const end = lineEnd(text, lineAt);
  const line = text.slice(lineAt, end);
  for (const delimiter of ['\t', ';', '|', ',']) if (line.split(delimiter).length >= 3) return delimiter;
  return line.split(';').length === 2 && !line.endsWith(';') ? ';' : '';
}

/** The cells of the line that begins at `lineAt`, without quotes and spaces around them. */
export function cellsOf(text: string, lineAt: number, delimiter: string): readonly Span[] {
  const end = lineEnd(text, lineAt);
  const cells: Span[] = [];
  let start = lineAt;
  let quote = '';
  for (let at = lineAt; at <= end; at += 1) {
    const character = at === end ? delimiter : text.charAt(at);
    if (quote !== '' && at < end) {
      if (character === quote) quote = '';
    } else if (character === '"' && text.slice(start, at).trim() === '') quote = character;
    else if (character === delimiter) {
      cells.push(trimmed(text, start, at));
      start = at + 1;
    }
  }
  return cells;
}

function trimmed(text: string, from: number, to: number): Span {
  let start = from;
  let end = to;
  while (start < end && /[\s"']/.test(text.charAt(start))) start += 1;
  while (end > start && /[\s"']/.test(text.charAt(end - 1))) end -= 1;
  return { start, end };
}
