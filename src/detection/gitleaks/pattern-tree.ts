/**
 * A pattern of JavaScript as far as its cost depends on it: units that read one character, and how they are joined.
 *
 * A `unit` holds for each ASCII character, and in its last place for all others, whether it reads it. A `gate` reads
 * nothing; one that can only hold at the end of the text is `isEnd`.
 */
export type PatternTree =
  | { readonly kind: 'unit'; readonly reads: readonly boolean[] }
  | { readonly kind: 'gate'; readonly isEnd: boolean }
  | { readonly kind: 'sequence' | 'choice'; readonly parts: readonly PatternTree[] }
  | { readonly kind: 'repeat'; readonly part: PatternTree; readonly least: number; readonly most: number };

/** Reads what `translatePattern` wrote; undefined for what it does not know. */
export function readPattern(source: string): PatternTree | undefined {
  const reader = new PatternReader(source);
  return reader.read();
}

const ascii = Array.from({ length: 128 }, (_, code) => String.fromCharCode(code));
// What is written so reads no character outside ASCII; of all else we say that it reads them all.
const readsAsciiOnly = /^(?:[!-\-/-~ ]|\\[wdtnrfv]|\\[^\w]|\[(?!\^)(?:[ -[^-~]|\\[wdtnrfv]|\\[^\w])*\])$/;

const groupHead = /\((?:\?(?:<\w+>|([ims]*)(?:-([ims]+))?:|(<?!)))?/y;
const atom = /\\u[0-9a-fA-F]{4}|\\x[0-9a-fA-F]{2}|\\[^]|\[\^?(?:\\[^]|[^\]\\])*\]|[^]/y;
const quantifier = /(?:([*+?])|\{(\d+)(?:(,)(\d*))?\})\??/y;

class PatternReader {
  readonly #source: string;
  #at = 0;

  constructor(source: string) {
    this.#source = source;
  }

  read(): PatternTree | undefined {
    const tree = this.#choice('');
    return tree && this.#at === this.#source.length ? tree : undefined;
  }

  #choice(flags: string): PatternTree | undefined {
    const parts: PatternTree[] = [];
    do {
      const part = this.#sequence(flags);
      if (!part) return undefined;
      parts.push(part);
    } while (this.#take(/\|/y));
    return parts.length === 1 ? parts[0] : { kind: 'choice', parts };
  }

  #sequence(flags: string): PatternTree | undefined {
    const parts: PatternTree[] = [];
    while (this.#at < this.#source.length && !/[|)]/.test(this.#source.charAt(this.#at))) {
      const part = this.#source.charAt(this.#at) === '(' ? this.#group(flags) : this.#unit(flags);
      if (!part) return undefined;
      parts.push(this.#repeated(part));
    }
    return { kind: 'sequence', parts };
  }

  #group(flags: string): PatternTree | undefined {
    const [, on, off = '', look] = this.#take(groupHead) ?? [];
    const within = on === undefined ? flags : [...new Set(flags + on)].filter((flag) => !off.includes(flag)).join('');
    const inside = this.#choice(within);
    if (!inside || !this.#take(/\)/y)) return undefined;
    // Translated from \z and \A; the latter holds at the beginning only, where it costs nothing.
    return look ? { kind: 'gate', isEnd: look === '!' } : inside;
  }

  #unit(flags: string): PatternTree | undefined {
    const [written] = this.#take(atom) ?? [];
    if (written === undefined) return undefined;
    if (written === '$' && !flags.includes('m')) return { kind: 'gate', isEnd: true };
    if (/^(?:[$^]|\\[bB])$/.test(written)) return { kind: 'gate', isEnd: false };
    try {
      const pattern = new RegExp(`^(?:${written})$`, flags.replace('m', ''));
      return { kind: 'unit', reads: [...ascii.map((sample) => pattern.test(sample)), !readsAsciiOnly.test(written)] };
    } catch {
      return undefined; // Nothing JavaScript knows: the caller takes the slower engine.
    }
  }

  #repeated(part: PatternTree): PatternTree {
    const [found, sign, from, comma, to] = this.#take(quantifier) ?? [];
    if (found === undefined) return part;
    if (sign !== undefined)
      return { kind: 'repeat', part, least: sign === '+' ? 1 : 0, most: sign === '?' ? 1 : Number.POSITIVE_INFINITY };
    const least = Number(from);
    const most = comma === undefined ? least : to ? Number(to) : Number.POSITIVE_INFINITY;
    return { kind: 'repeat', part, least, most };
  }

  #take(pattern: RegExp): RegExpExecArray | undefined {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#source);
    if (found) this.#at = pattern.lastIndex;
    return found ?? undefined;
  }
}
