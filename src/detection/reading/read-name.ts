import type { Span } from '../finding.ts';

const reach = 64;

// Letters, digits, _, $ and letters beyond ASCII; - and . only between such (see below).
const inName = new Uint8Array(256);
for (let code = 0; code < 256; code += 1)
  inName[code] = /[\p{L}\p{N}_$]/u.test(String.fromCharCode(code)) ? 1 : code === 0x2d || code === 0x2e ? 2 : 0;

/**
 * Reads the identifier around a keyword: `spring.datasource.password`, `--db-password`, `X-Api-Key`.
 *
 * Joints at its ends do not count as part of it. Undefined when it is longer than 64 units to either side.
 */
export function readName(text: string, start: number, end: number): Span | undefined {
  let first = start;
  while (first > 0 && start - first <= reach && kindOf(text.charCodeAt(first - 1)) !== 0) first -= 1;
  let last = end;
  while (last < text.length && last - end <= reach && kindOf(text.charCodeAt(last)) !== 0) last += 1;
  if (start - first > reach || last - end > reach) return undefined;
  while (first < start && kindOf(text.charCodeAt(first)) === 2) first += 1;
  while (last > end && kindOf(text.charCodeAt(last - 1)) === 2) last -= 1;
  return { start: first, end: last };
}

function kindOf(code: number): number {
  return code < 256 ? (inName[code] ?? 0) : code >= 0x100 && code < 0x250 ? 1 : 0;
}
