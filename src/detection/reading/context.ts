import { foldText } from '../engine/fold.ts';
import { columnLabel } from './columns.ts';

const reach = 80;

/** What stands before `at`, at most 80 units and not beyond the line above, folded: lower case, no diacritics, digits as 0. */
export function contextBefore(text: string, at: number): string {
  const from = Math.max(0, at - reach);
  const before = text.slice(from, at);
  const line = before.lastIndexOf('\n');
  const above = line === -1 ? -1 : before.lastIndexOf('\n', line - 1);
  return foldText(before.slice(above + 1));
}

/** Whether words that match `words` (folded) stand before `at`, or above it as the head of its column. */
export function isLabelled(text: string, at: number, words: RegExp): boolean {
  return words.test(contextBefore(text, at)) || words.test(columnLabel(text, at));
}

/** Whether the units around a span belong to a longer word, so that the span is only a piece of something else. */
export function isInsideWord(text: string, start: number, end: number): boolean {
  return isWordUnit(text.charCodeAt(start - 1)) || isWordUnit(text.charCodeAt(end));
}

function isWordUnit(code: number): boolean {
  return (
    (code >= 0x30 && code <= 0x39) ||
    (code >= 0x41 && code <= 0x5a) ||
    (code >= 0x61 && code <= 0x7a) ||
    code === 0x5f ||
    (code >= 0xc0 && code < 0x250)
  );
}
