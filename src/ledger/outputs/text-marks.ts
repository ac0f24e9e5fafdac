import { createHmac, hash } from 'node:crypto';
import type { FingerprintKey } from '../../base/index.ts';

/**
 * What a line of text is recognised by: digests of eight bytes, in base64url. They are not keyed, so that a work tree can
 * make them without the tenant's key; the ledger holds the keyed form alone (`keyedMark`).
 */
export type LineDigests = {
  /** Of the whole line without its spaces; absent where the line says too little to be told from others. */
  readonly line?: string;
  /** Of passages of 24 characters that are chosen by winnowing: they stand even where the line was edited or wrapped anew. */
  readonly grams: readonly string[];
  /** How many characters the line has, spaces aside. */
  readonly weight: number;
};

const gramLength = 24;
// Two texts that share 24 + 16 - 1 characters share a chosen passage (Schleimer, Wilkerson, Aiken: Winnowing, SIGMOD 2003).
const windowLength = 16;
const leastLetters = 4;
const leastWeight = 10;
// Longer lines are made by machines (minified code, data): nobody's authorship is argued over them.
const longestLine = 2_000;

/** The digests of each line of a text. Spaces, the style of quotes and a closing comma or semicolon make no difference. */
export function digestLines(text: string): readonly LineDigests[] {
  const lines = text.split(/\r\n|\r|\n/).map((line) => (line.length > longestLine ? '' : bare(line)));
  const grams = chosenGrams(lines);
  return lines.map((line, index) => ({
    ...(saysEnough(line) ? { line: digest(line) } : {}),
    grams: grams.get(index) ?? [],
    weight: line.length,
  }));
}

/** The keyed form of a digest, in eleven base64url characters: without the tenant's key nobody can try lines against it. */
export function keyedMark(key: FingerprintKey, digestOfLine: string): string {
  return createHmac('sha256', key).update(`output:${digestOfLine}`).digest().subarray(0, 8).toString('base64url');
}

function bare(line: string): string {
  return line.replaceAll(/\s+/g, '').replaceAll(/['`]/g, '"').replace(/[,;]$/, '');
}

function saysEnough(line: string): boolean {
  return line.length >= leastWeight && (line.match(/\p{L}/gu)?.length ?? 0) >= leastLetters;
}

function digest(text: string): string {
  return hash('sha256', text, 'buffer').subarray(0, 8).toString('base64url');
}

// The least of each window of rolling hashes is chosen, the last one among equals, so that a chosen passage depends on
// its neighbourhood alone.
function chosenGrams(lines: readonly string[]): ReadonlyMap<number, string[]> {
  const text = lines.join('');
  const chosen = new Map<number, string[]>();
  const hashes = rollingHashes(text);
  let last = -1;
  let lineIndex = 0;
  let lineEnd = lines[0]?.length ?? 0;
  for (let from = 0; from + windowLength <= hashes.length; from += 1) {
    const least = leastOf(hashes, from, last);
    if (least === last) continue;
    last = least;
    const middle = least + gramLength / 2;
    while (middle >= lineEnd && lineIndex + 1 < lines.length) {
      lineIndex += 1;
      lineEnd += lines[lineIndex]?.length ?? 0;
    }
    const grams = chosen.get(lineIndex) ?? [];
    grams.push(digest(text.slice(least, least + gramLength)));
    chosen.set(lineIndex, grams);
  }
  return chosen;
}

function leastOf(hashes: Uint32Array, from: number, before: number): number {
  const end = from + windowLength;
  if (before >= from) {
    const newest = end - 1;
    return at(hashes, newest) <= at(hashes, before) ? newest : before;
  }
  let least = from;
  for (let index = from + 1; index < end; index += 1) if (at(hashes, index) <= at(hashes, least)) least = index;
  return least;
}

function at(hashes: Uint32Array, index: number): number {
  return hashes[index] ?? 0;
}

const base = 0x01000193;

function rollingHashes(text: string): Uint32Array {
  if (text.length < gramLength) return new Uint32Array(0);
  let outgoing = 1;
  for (let index = 1; index < gramLength; index += 1) outgoing = Math.imul(outgoing, base);
  const hashes = new Uint32Array(text.length - gramLength + 1);
  let value = 0;
  for (let index = 0; index < text.length; index += 1) {
    if (index >= gramLength) value = (value - Math.imul(text.charCodeAt(index - gramLength), outgoing)) | 0;
    value = (Math.imul(value, base) + text.charCodeAt(index)) | 0;
    // The low bits of such a hash follow the last character; mixing them decides what is least by all of them.
    if (index >= gramLength - 1) hashes[index - gramLength + 1] = mixed(value);
  }
  return hashes;
}

function mixed(value: number): number {
  const first = Math.imul(value ^ (value >>> 16), 0x7feb352d);
  const second = Math.imul(first ^ (first >>> 15), 0x846ca68b);
  return (second ^ (second >>> 16)) >>> 0;
}
