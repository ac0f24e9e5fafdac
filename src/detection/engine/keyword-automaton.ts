import { foldCode } from './fold.ts';

/** One keyword and the number of the rule it belongs to. */
export type Keyword = { readonly text: string; readonly rule: number };

/** What ends at a state: the rules, and how long the keyword of each is. */
type Output = { readonly rule: number; readonly length: number };

/** Told of each keyword found, in the order of their ends. */
export type OnKeyword = (rule: number, start: number, end: number) => void;

/** Finds keywords in a stretch of a text; what it returns is the state to go on with behind it. */
export type KeywordFinder = {
  readonly walk: (
    text: string,
    stretch: { readonly from: number; readonly to: number; readonly state: number },
    tell: OnKeyword,
  ) => number;
};

/**
 * Finds all keywords of all rules in one pass over a text (Aho and Corasick, 1975).
 *
 * The table holds a row of `width` cells a state, so that a step is one look-up; states at which something ends have the
 * highest numbers, so that a step asks one comparison. Case, diacritics and the value of digits are folded away.
 */
export class KeywordAutomaton implements KeywordFinder {
  readonly #classOf: Uint8Array;
  readonly #table: Int32Array;
  readonly #firstOutput: number;
  readonly #outputs: readonly (readonly Output[])[];
  readonly #width: number;

  constructor(keywords: readonly Keyword[]) {
    const { classOf, classes } = classify(keywords);
    const trie = buildTrie(keywords, classOf, classes);
    const order = outputsLast(trie.outputs);
    this.#classOf = classOf;
    this.#width = classes;
    this.#firstOutput = order.firstOutput * classes;
    this.#outputs = order.states.slice(order.firstOutput).map((state) => trie.outputs[state] ?? []);
    this.#table = renumber(trie.next, order, classes);
  }

  /** Walks the text from `from` to `to`, beginning in `state`; returns the state to go on with. */
  walk(text: string, stretch: { readonly from: number; readonly to: number; readonly state: number }, tell: OnKeyword) {
    const table = this.#table;
    const classOf = this.#classOf;
    const firstOutput = this.#firstOutput;
    const { from, to } = stretch;
    let { state } = stretch;
    for (let at = from; at < to; at += 1) {
      state = table[state + (classOf[text.charCodeAt(at)] ?? 0)] ?? 0;
      if (state >= firstOutput) this.#tellOf(state, at + 1, tell);
    }
    return state;
  }

  #tellOf(state: number, end: number, tell: OnKeyword): void {
    const outputs = this.#outputs[(state - this.#firstOutput) / this.#width] ?? [];
    for (const output of outputs) tell(output.rule, end - output.length, end);
  }
}

// A class for each character that some keyword holds; class 0 is every other one.
function classify(keywords: readonly Keyword[]): { readonly classOf: Uint8Array; readonly classes: number } {
  const classOfFolded = new Map<number, number>();
  for (const { text } of keywords)
    for (let at = 0; at < text.length; at += 1) {
      const code = foldCode(text.charCodeAt(at));
      if (!classOfFolded.has(code)) classOfFolded.set(code, classOfFolded.size + 1);
    }
  const classOf = new Uint8Array(65_536);
  for (let code = 0; code < classOf.length; code += 1) classOf[code] = classOfFolded.get(foldCode(code)) ?? 0;
  return { classOf, classes: classOfFolded.size + 1 };
}

type Trie = { readonly next: Int32Array; readonly outputs: readonly (readonly Output[])[] };

function buildTrie(keywords: readonly Keyword[], classOf: Uint8Array, width: number): Trie {
  const states = 1 + keywords.reduce((sum, { text }) => sum + text.length, 0);
  const next = new Int32Array(states * width);
  const outputs: Output[][] = [[]];
  for (const { text, rule } of keywords) {
    let state = 0;
    for (let at = 0; at < text.length; at += 1) {
      const cell = state * width + (classOf[text.charCodeAt(at)] ?? 0);
      if (next[cell] === 0) next[cell] = outputs.push([]) - 1;
      state = next[cell] ?? 0;
    }
    outputs[state]?.push({ rule, length: text.length });
  }
  linkFailures({ next, outputs }, width);
  return { next: next.subarray(0, outputs.length * width), outputs };
}

// Breadth first: a missing step goes where the longest suffix that is itself a beginning would go.
function linkFailures({ next, outputs }: { next: Int32Array; outputs: Output[][] }, width: number): void {
  const failure = new Int32Array(outputs.length);
  const queue: number[] = [];
  for (let cell = 0; cell < width; cell += 1) if (next[cell]) queue.push(next[cell] ?? 0);
  for (let head = 0; head < queue.length; head += 1) {
    const state = queue[head] ?? 0;
    const fallback = failure[state] ?? 0;
    outputs[state]?.push(...(outputs[fallback] ?? []));
    for (let cell = 0; cell < width; cell += 1) {
      const child = next[state * width + cell] ?? 0;
      const otherwise = next[fallback * width + cell] ?? 0;
      if (child === 0) {
        next[state * width + cell] = otherwise;
      } else {
        failure[child] = otherwise;
        queue.push(child);
      }
    }
  }
}

type Order = { readonly states: readonly number[]; readonly firstOutput: number };

function outputsLast(outputs: readonly (readonly Output[])[]): Order {
  const all = outputs.map((_, state) => state);
  const silent = all.filter((state) => outputs[state]?.length === 0);
  return { states: [...silent, ...all.filter((state) => outputs[state]?.length)], firstOutput: silent.length };
}

function renumber(next: Int32Array, { states }: Order, width: number): Int32Array {
  const numberOf = new Int32Array(states.length);
  for (const [number, state] of states.entries()) numberOf[state] = number;
  const table = new Int32Array(next.length);
  for (const [number, state] of states.entries())
    for (let cell = 0; cell < width; cell += 1)
      table[number * width + cell] = (numberOf[next[state * width + cell] ?? 0] ?? 0) * width;
  return table;
}
