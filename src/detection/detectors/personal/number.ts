import type { NumberDetector } from '../../detector.ts';
import type { Span } from '../../finding.ts';
import { contextBefore, isInsideWord, isLabelled } from '../../reading/context.ts';
import type { NumberRun } from '../../reading/number-run.ts';

type Scientific = NonNullable<NumberRun['scientific']>;

export type NumberForm = {
  readonly id: string;
  readonly kind: string;
  readonly url: string;
  readonly readOn?: string;
  /** The number as people write it, letters that belong to it included; `g` and no capture. */
  readonly pattern: RegExp;
  /** Whether the check digits hold; gets letters and digits without separators. */
  readonly isValid: (compact: string) => boolean;
  /** Words (folded) one of which must stand before it or above its column. */
  readonly label?: RegExp;
  /** When given, a match of this needs no label: it is a way of writing that nothing else has. */
  readonly unlabelled?: RegExp;
  /** What must not stand directly before it (folded), nor directly behind it. */
  readonly not?: RegExp;
  readonly notBefore?: RegExp;
  /** How far the letters of the number may stand before and behind its digits. */
  readonly letters?: { readonly before: number; readonly after: number };
  readonly catches: () => readonly string[];
  readonly spares: () => readonly string[];
};

/** Makes a detector of an identifier that is mostly digits. */
export function numberDetector(form: NumberForm): NumberDetector {
  return {
    id: form.id,
    kind: form.kind,
    class: 'personal',
    rank: 3,
    source: form.readOn === undefined ? { url: form.url } : { url: form.url, readOn: form.readOn },
    findNumber: (run) => findIn(run, form),
    examples: { catches: form.catches, spares: form.spares },
  };
}

function findIn(run: NumberRun, form: NumberForm): readonly Span[] | undefined {
  if (run.scientific) return findScientific(run.text, run.scientific, form);
  const { before, after } = form.letters ?? { before: 0, after: 0 };
  const from = Math.max(0, run.start - before);
  const stretch = before + after === 0 ? run.written : run.text.slice(from, run.end + after);
  const spans: Span[] = [];
  form.pattern.lastIndex = 0;
  for (let match = form.pattern.exec(stretch); match; match = form.pattern.exec(stretch)) {
    const start = from + match.index;
    const end = start + match[0].length;
    if (isFound(run.text, { start, end }, form)) spans.push({ start, end });
    else form.pattern.lastIndex = match.index + 1;
  }
  return spans.length > 0 ? spans : undefined;
}

function findScientific(
  text: string,
  { start, end, written }: Scientific,
  form: NumberForm,
): readonly Span[] | undefined {
  form.pattern.lastIndex = 0;
  const isWhole = form.pattern.exec(written)?.[0] === written;
  if (!isWhole || !form.isValid(written) || /\w/.test(text.charAt(start - 1))) return undefined;
  return form.label && !isLabelled(text, start, form.label) ? undefined : [{ start, end }];
}

function isFound(text: string, { start, end }: Span, form: NumberForm): boolean {
  if (isInsideWord(text, start, end) || isPartOfNumber(text, start, end)) return false;
  if (form.not?.test(contextBefore(text, start)) || form.notBefore?.test(text.slice(end, end + 8))) return false;
  const written = text.slice(start, end);
  if (!form.isValid(written.replace(/[^A-Za-z0-9+]/g, ''))) return false;
  if (!form.label || form.unlabelled?.test(written)) return true;
  return isLabelled(text, start, form.label);
}

// 1234.5678… and 12-34…: digits joined to more digits by a point or a hyphen are one longer thing.
function isPartOfNumber(text: string, start: number, end: number): boolean {
  if (/(?:^|\D)\d\d $/.test(text.slice(Math.max(0, start - 4), start)) || /^ \d\d(?!\d)/.test(text.slice(end, end + 4)))
    return isDump(text, start, end);
  if (/\d[.-]$/.test(text.slice(Math.max(0, start - 2), start))) return true;
  return /^(?:[.-]\d|%)/.test(text.slice(end, end + 2)) && !isFloat(text, start, end);
}

// `73282932000074.0`: a column of whole numbers that a program took for fractions.
function isFloat(text: string, start: number, end: number): boolean {
  return /^\.0{1,2}(?![\d.])/.test(text.slice(end, end + 4)) && /^\d{9,}$/.test(text.slice(start, end));
}

// Pairs of digits that go on before or behind are bytes, coordinates, a clock: no number that somebody has.
function isDump(text: string, start: number, end: number): boolean {
  return /^\S\d(?: \d\d)+$/.test(text.slice(start, end));
}
