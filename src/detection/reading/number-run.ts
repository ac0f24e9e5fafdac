import { foldCode } from '../engine/fold.ts';
import type { Span } from '../finding.ts';

/**
 * A number as people write it: digits in groups, one separator between two groups, or a pair of parentheses.
 *
 * It may hold more than one number, when they stand side by side: detectors look for theirs inside.
 */
export type NumberRun = Span & {
  readonly text: string;
  /** What stands between `start` and `end`. */
  readonly written: string;
  /** How many digits it has. */
  readonly digits: number;
  /** Whether any identifier could be in it: eight digits, or letters beside it that could belong to it. */
  readonly isWorthALook: boolean;
  /** The whole number that it writes with an exponent, as spreadsheets and pandas do (`7.3282932000074e13`). */
  readonly scientific?: Span & { readonly written: string };
};

const reach = 48;
const slash = 0x2f;
const point = 0x2e;
const hyphen = 0x2d;
const space = 0x20;
const openParenthesis = 0x28;
const closeParenthesis = 0x29;
const letterE = 0x65;

/** Reads the run of digits around `at`; at most 48 units to the left and 96 to the right. */
export function readNumberRun(text: string, at: number): NumberRun {
  const start = extend(text, at, { step: -1, limit: Math.max(0, at - reach) });
  const end = extend(text, at, { step: 1, limit: Math.min(text.length, at + 2 * reach) }) + 1;
  let digits = 0;
  for (let index = start; index < end; index += 1) if (isDigit(text.charCodeAt(index))) digits += 1;
  const isWorthALook =
    (digits >= 8 && !isTimestamp(text, start, end)) ||
    (digits >= 6 && (isUpperLetter(text, start) || isUpperLetter(text, end + 1)));
  const run = { text, start, end, digits, isWorthALook, written: isWorthALook ? text.slice(start, end) : '' };
  const scientific =
    isWorthALook && (text.charCodeAt(end) | 0x20) === letterE ? readScientific(text, start) : undefined;
  return scientific ? { ...run, scientific } : run;
}

const mantissa = /(\d)\.(\d{6,17})[eE]\+?(\d{1,2})(?![\w.])/y;

function readScientific(text: string, start: number): NumberRun['scientific'] {
  mantissa.lastIndex = start;
  const [, first = '', rest = '', exponent] = mantissa.exec(text) ?? [];
  if (exponent === undefined || rest.length > Number(exponent) || Number(exponent) > 18) return undefined;
  return { start, end: mantissa.lastIndex, written: first + rest.padEnd(Number(exponent), '0') };
}

// `2026-03-14`, `2026/03/14 10` of `10:22:01`: every line of a log begins so, and no number that somebody has is written so.
const timestamp = /(?:19|20)\d\d([-/.])(?:0\d|1[0-2])\1[0-3]\d(?: [0-2]\d(?=:))?/y;

function isTimestamp(text: string, start: number, end: number): boolean {
  timestamp.lastIndex = start;
  return timestamp.test(text) && timestamp.lastIndex === end;
}

// Letters may stand directly beside the digits or behind one space: `FR 40 …`, `AB 12 34 56 C`.
function isUpperLetter(text: string, near: number): boolean {
  for (let at = near - 2; at < near; at += 1) {
    const code = text.charCodeAt(at);
    if (code >= 0x41 && code <= 0x5a) return true;
  }
  return false;
}

function extend(
  text: string,
  from: number,
  { step, limit }: { readonly step: 1 | -1; readonly limit: number },
): number {
  let last = from;
  let separators = 0;
  for (let at = from; step === 1 ? at < limit : at >= limit; at += step) {
    const code = text.charCodeAt(at);
    if (isDigit(code)) {
      last = at;
      separators = 0;
    } else if (code === openParenthesis || code === closeParenthesis) {
      separators = Math.max(0, separators - 1);
    } else if (isSeparator(code)) {
      separators += 1;
      if (separators > 1) break;
    } else break;
  }
  return last;
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

function isSeparator(code: number): boolean {
  return code === point || code === hyphen || code === slash || foldCode(code) === space;
}
