import type { GlobSegment } from './glob.ts';
import { fitsWildcard, type SegmentToken } from './wildcard.ts';

type Wild = Extract<GlobSegment, { readonly kind: 'wild' }>;

type Place = 'prefix' | 'suffix' | 'inside';

const mostNamesRemembered = 20_000;
// Longer than any file system has them.
const longestNameRemembered = 256;

/**
 * Finds which of many patterns a name fits, at the cost of those that share a piece of text with it.
 *
 * Each pattern is filed under its longest run of plain text. Names come again and again (folders do), so that what was
 * found for one is remembered, up to a bound.
 */
export class WildcardIndex {
  readonly #patterns: (readonly SegmentToken[])[] = [];
  readonly #ids = new Map<string, number>();
  readonly #byText: Readonly<Record<Place, Map<string, number[]>>> = {
    prefix: new Map(),
    suffix: new Map(),
    inside: new Map(),
  };
  readonly #lengths: Readonly<Record<Place, Set<number>>> = { prefix: new Set(), suffix: new Set(), inside: new Set() };
  readonly #withoutText: number[] = [];
  readonly #remembered = new Map<string, readonly number[]>();

  /** The pattern's number: the same for the same pattern. */
  add({ source, tokens }: Wild): number {
    const known = this.#ids.get(source);
    if (known !== undefined) return known;
    const id = this.#patterns.push(tokens) - 1;
    this.#ids.set(source, id);
    const run = longestRun(tokens);
    if (run.text === '') this.#withoutText.push(id);
    else {
      const filed = this.#byText[run.place];
      const ids = filed.get(run.text);
      if (ids) ids.push(id);
      else filed.set(run.text, [id]);
      this.#lengths[run.place].add(run.text.length);
    }
    return id;
  }

  /** The numbers of the patterns that a folded name fits, in no order. */
  fitting(name: string): readonly number[] {
    const known = this.#remembered.get(name);
    if (known) return known;
    const found = [...this.#candidates(name)].filter((id) => fitsWildcard(name, this.#patterns[id] ?? []));
    if (this.#remembered.size >= mostNamesRemembered) this.#remembered.clear();
    if (name.length <= longestNameRemembered) this.#remembered.set(name, found);
    return found;
  }

  #candidates(name: string): ReadonlySet<number> {
    const candidates = new Set(this.#withoutText);
    const take = (place: Place, text: string): void => {
      for (const id of this.#byText[place].get(text) ?? []) candidates.add(id);
    };
    for (const length of this.#lengths.prefix) if (length <= name.length) take('prefix', name.slice(0, length));
    for (const length of this.#lengths.suffix) if (length <= name.length) take('suffix', name.slice(-length));
    for (const length of this.#lengths.inside)
      for (let at = 0; at + length <= name.length; at += 1) take('inside', name.slice(at, at + length));
    return candidates;
  }
}

function longestRun(tokens: readonly SegmentToken[]): { readonly place: Place; readonly text: string } {
  let best: { place: Place; text: string } = { place: 'inside', text: '' };
  for (let at = 0; at < tokens.length; at += 1) {
    const start = at;
    let text = '';
    for (let unit = tokens[at]; typeof unit === 'string' && unit.length === 1; unit = tokens[at]) {
      text += unit;
      at += 1;
    }
    const place = start === 0 ? 'prefix' : at === tokens.length ? 'suffix' : 'inside';
    if (text.length > best.text.length) best = { place, text };
  }
  return best;
}
