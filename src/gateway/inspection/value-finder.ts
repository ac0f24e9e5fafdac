import { OctroiError } from '../../base/index.ts';
import type { Finding } from '../../detection/index.ts';
import type { KnownValue } from './known-values.ts';

const prefixLength = 4;
const charactersBetweenLooks = 65_536;
const wordUnit = /[\p{L}\p{N}_]/u;

/**
 * Finds known values in texts, in one pass whatever their number: most places are passed by a look at two characters.
 * A value counts where it stands as a word of its own.
 */
export class ValueFinder {
  // Made with the first value: most finders are asked about none.
  #pairs: Uint8Array | undefined;
  readonly #byPrefix = new Map<string, KnownValue[]>();

  /** @param values of four characters and more; shorter ones are passed over. */
  constructor(values: Iterable<KnownValue>) {
    for (const known of values) for (const written of writings(known)) this.#add({ ...known, value: written });
    // The longest first: where one value begins with another, it is the whole that was meant.
    for (const known of this.#byPrefix.values()) known.sort((one, other) => other.value.length - one.value.length);
  }

  get isEmpty(): boolean {
    return this.#pairs === undefined;
  }

  /** In the order of the text. `isOver` is asked now and then. @throws scan_timed_out once it says so */
  find(text: string, isOver: () => boolean): readonly Finding[] {
    const pairs = this.#pairs;
    if (!pairs) return [];
    const found: Finding[] = [];
    const last = text.length - prefixLength;
    for (let at = 0; at <= last; at += 1) {
      if (at % charactersBetweenLooks === 0 && isOver())
        throw new OctroiError('scan_timed_out', { length: text.length });
      if (pairs[pairOf(text, at)] === 0) continue;
      const finding = this.#at(text, at);
      if (!finding) continue;
      found.push(finding);
      at = finding.end - 1;
    }
    return found;
  }

  #at(text: string, start: number): Finding | undefined {
    const known = this.#byPrefix.get(text.slice(start, start + prefixLength));
    if (!known || wordUnit.test(text.charAt(start - 1))) return undefined;
    for (const { value, detector, kind, class: of } of known) {
      const end = start + value.length;
      if (text.startsWith(value, start) && !wordUnit.test(text.charAt(end)))
        return { detector, kind, class: of, start, end };
    }
    return undefined;
  }

  #add(known: KnownValue): void {
    if (known.value.length < prefixLength) return;
    this.#pairs ??= new Uint8Array(65_536);
    this.#pairs[pairOf(known.value, 0)] = 1;
    const prefix = known.value.slice(0, prefixLength);
    const others = this.#byPrefix.get(prefix);
    if (others) others.push(known);
    else this.#byPrefix.set(prefix, [known]);
  }
}

function pairOf(text: string, at: number): number {
  return (text.charCodeAt(at) * 251 + text.charCodeAt(at + 1)) & 0xffff;
}

// As it is, in the string of some code or JSON, and in an address.
function writings({ value }: KnownValue): ReadonlySet<string> {
  const wellFormed = value.toWellFormed();
  return new Set([value, JSON.stringify(wellFormed).slice(1, -1), encodeURIComponent(wellFormed)]);
}
