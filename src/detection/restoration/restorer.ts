import { maxStandInLength } from '../redaction/stand-in.ts';

/** What a stand-in stands for; undefined when it is none of ours, which then passes as it is. */
export type MeaningOf = (standIn: string) => string | undefined;

/** How the text is written: as it is, or inside a JSON string (`input_json_delta`), where a value has to be escaped. */
export type Writing = 'plain' | 'json';

// The forms of stand-in.ts. Numbers and addresses end where no digit follows; words have a fixed length.
const forms =
  /octr0_[a-z0-9_]{1,24}?_[a-z2-7]{16}(?:@redacted\.invalid)?|(?<![\d.])(?:192\.0\.2|198\.51\.100|203\.0\.113)\.\d{1,3}(?!\d)|(?<![0-9a-f:])2001:db8(?::[0-9a-f]{1,4}){6}(?![0-9a-f:])|(?<!\d)907\d{12}(?!\d)/g;

/** Puts the values back into a whole text. */
export function restore(text: string, meaningOf: MeaningOf, writing: Writing = 'plain'): string {
  return text.replace(forms, (standIn) => restoreOne(standIn, meaningOf, writing));
}

function restoreOne(standIn: string, meaningOf: MeaningOf, writing: Writing): string {
  const value = meaningOf(standIn);
  if (value !== undefined) return write(value, writing);
  // What stood before it may look like the beginning of one: octr0_octr0_email_…
  const inside = standIn.indexOf('octr0_', 1);
  if (inside !== -1) return standIn.slice(0, inside) + restore(standIn.slice(inside), meaningOf, writing);
  // A word for a kind other than `email` may be followed by that very text.
  const at = standIn.indexOf('@');
  const inner = at === -1 ? undefined : meaningOf(standIn.slice(0, at));
  return inner === undefined ? standIn : write(inner, writing) + standIn.slice(at);
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
  // The last unit let go: a number is one of ours only if no digit stands before it.
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
    const ahead = this.#before + text.slice(0, until);
    const restored = restore(ahead, this.#meaningOf, this.#writing).slice(this.#before.length);
    this.#before = text.charAt(until - 1);
    return restored;
  }
}

// Beginnings of the forms, up to a whole one that the next unit could still lengthen or undo. To the end of the text.
const beginnings =
  /(?:o(?:c(?:t(?:r(?:0(?:_(?:[a-z0-9_]{0,24}(?:_[a-z2-7]{0,16})?|[a-z0-9_]{1,24}_[a-z2-7]{16}@?[redact]{0,8}\.?[invald]{0,7}))?)?)?)?)?|(?<![\d.])(?:1(?:9(?:2(?:\.(?:0(?:\.(?:2(?:\.\d{0,3})?)?)?)?)?|8(?:\.(?:5(?:1(?:\.(?:1(?:0(?:0(?:\.\d{0,3})?)?)?)?)?)?)?)?)?)?|2(?:0(?:3(?:\.(?:0(?:\.(?:1(?:1(?:3(?:\.\d{0,3})?)?)?)?)?)?)?)?)?)|(?<![0-9a-f:])2(?:0(?:0(?:1(?::(?:d(?:b(?:8(?::[0-9a-f]{0,4}){0,6})?)?)?)?)?)?)?|(?<!\d)9(?:0(?:7\d{0,12})?)?)$/;

function beginOfHeld(before: string, text: string): number {
  const tailAt = Math.max(0, text.length - maxStandInLength);
  const lead = tailAt === 0 ? before : text.charAt(tailAt - 1);
  const found = beginnings.exec(lead + text.slice(tailAt));
  if (!found) return text.length;
  return Math.max(tailAt, tailAt - lead.length + found.index);
}
