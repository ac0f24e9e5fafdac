import type { Span } from '../finding.ts';
import { maxStandInLength } from '../redaction/stand-in.ts';

/**
 * What a stand-in stands for; undefined when it is none of ours, or shall not be restored here: it then passes as it is.
 * `ahead` is what stands before it on its line, at most 2,000 units.
 */
export type MeaningOf = (standIn: string, ahead: string) => string | undefined;

/** How the text is written: as it is, or inside a JSON string (`input_json_delta`), where a value has to be escaped. */
export type Writing = 'plain' | 'json';

// The forms of stand-in.ts. Numbers and addresses end where no digit follows; words have a fixed length.
const forms =
  /octr0_[a-z0-9_]{1,24}?_[a-z2-7]{16}(?:@redacted\.invalid)?|(?<![\d.])(?:192\.0\.2|198\.51\.100|203\.0\.113)\.\d{1,3}(?!\d)|(?<![0-9a-f:])2001:db8(?::[0-9a-f]{1,4}){6}(?![0-9a-f:])|(?<!\d)907\d{12}(?!\d)/g;

/** A text with its values, and where they stand in it. */
export type Restored = { readonly text: string; readonly spans: readonly (Span & { readonly standIn: string })[] };

/** Puts the values back into a whole text, as it is written, and tells where they stand. */
export function restoreMarked(text: string, meaningOf: MeaningOf): Restored {
  const spans: (Span & { readonly standIn: string })[] = [];
  let restored = '';
  let at = 0;
  for (const { start, standIn, value } of standInsOf(text, 0, meaningOf)) {
    restored += text.slice(at, start);
    spans.push({ start: restored.length, end: restored.length + value.length, standIn });
    restored += value;
    at = start + standIn.length;
  }
  return { text: restored + text.slice(at), spans };
}

/** Puts the values back into a whole text, or into what stands from `from` on, which it returns. */
export function restore(
  text: string,
  meaningOf: MeaningOf,
  { writing = 'plain', from = 0 }: { readonly writing?: Writing; readonly from?: number } = {},
): string {
  let restored = '';
  let at = from;
  for (const { start, standIn, value } of standInsOf(text, from, meaningOf)) {
    restored += text.slice(at, start) + write(value, writing);
    at = start + standIn.length;
  }
  return restored + text.slice(at);
}

type Met = { readonly start: number; readonly standIn: string; readonly value: string };

function* standInsOf(text: string, from: number, meaningOf: MeaningOf): Generator<Met> {
  forms.lastIndex = from; // matchAll begins there.
  for (const { 0: met, index } of text.matchAll(forms)) {
    for (const { at, standIn } of readingsOf(met)) {
      const start = index + at;
      const value = meaningOf(standIn, aheadOf(text, start));
      if (value === undefined) continue;
      yield { start, standIn, value };
      break;
    }
  }
}

// What stood before a stand-in may look like the beginning of one (octr0_octr0_email_…), and a word for a kind other than
// `email` may be followed by that very text.
function* readingsOf(met: string): Generator<{ readonly at: number; readonly standIn: string }> {
  for (let at = 0; at !== -1; at = met.indexOf('octr0_', at + 1)) {
    const standIn = met.slice(at);
    yield { at, standIn };
    const tail = standIn.indexOf('@');
    if (tail !== -1) yield { at, standIn: standIn.slice(0, tail) };
  }
}

const longestAhead = 2_000;
const lineFeed = 0x0a;

function aheadOf(text: string, at: number): string {
  let from = at;
  while (from > 0 && at - from < longestAhead && text.charCodeAt(from - 1) !== lineFeed) from -= 1;
  return text.slice(from, at);
}

function write(value: string, writing: Writing): string {
  return writing === 'json' ? JSON.stringify(value).slice(1, -1) : value;
}

/**
 * Puts the values back into a stream of texts, wherever it is split.
 *
 * It holds back only what may still become a stand-in, so less than `maxStandInLength` units: `push` gives what can go on,
 * `flush` the rest when the block ends. One restorer serves one content block.
 */
export class StreamRestorer {
  readonly #meaningOf: MeaningOf;
  readonly #writing: Writing;
  #held = '';
  // The end of what was let go, as it came: a number is one of ours only if no digit stands before it.
  #before = '';

  constructor(meaningOf: MeaningOf, writing: Writing = 'plain') {
    this.#meaningOf = meaningOf;
    this.#writing = writing;
  }

  /** How many units are held back. */
  get heldLength(): number {
    return this.#held.length;
  }

  push(chunk: string): string {
    const text = this.#held + chunk;
    const from = beginOfHeld(this.#before, text);
    return this.#letGo(text, from);
  }

  flush(): string {
    return this.#letGo(this.#held, this.#held.length);
  }

  #letGo(text: string, until: number): string {
    this.#held = text.slice(until);
    if (until === 0) return '';
    const seen = this.#before + text.slice(0, until);
    const restored = restore(seen, this.#meaningOf, { writing: this.#writing, from: this.#before.length });
    this.#before = aheadOf(seen, seen.length) || seen.slice(-1);
    return restored;
  }
}

// Beginnings of the forms, up to a whole one that the next unit could still lengthen or undo. To the end of the text.
const beginnings =
  /(?:o(?:c(?:t(?:r(?:0(?:_(?:[a-z0-9_]{0,24}(?:_[a-z2-7]{0,16})?|[a-z0-9_]{1,24}_[a-z2-7]{16}@?[redact]{0,8}\.?[invald]{0,7}))?)?)?)?)?|(?<![\d.])(?:1(?:9(?:2(?:\.(?:0(?:\.(?:2(?:\.\d{0,3})?)?)?)?)?|8(?:\.(?:5(?:1(?:\.(?:1(?:0(?:0(?:\.\d{0,3})?)?)?)?)?)?)?)?)?)?|2(?:0(?:3(?:\.(?:0(?:\.(?:1(?:1(?:3(?:\.\d{0,3})?)?)?)?)?)?)?)?)?)|(?<![0-9a-f:])2(?:0(?:0(?:1(?::(?:d(?:b(?:8(?::[0-9a-f]{0,4}){0,6})?)?)?)?)?)?)?|(?<!\d)9(?:0(?:7\d{0,12})?)?)$/;

function beginOfHeld(before: string, text: string): number {
  const tailAt = Math.max(0, text.length - maxStandInLength);
  const lead = tailAt === 0 ? before.slice(-1) : text.charAt(tailAt - 1);
  const found = beginnings.exec(lead + text.slice(tailAt));
  if (!found) return text.length;
  return Math.max(tailAt, tailAt - lead.length + found.index);
}
