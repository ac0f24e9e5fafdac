import type { Expr } from '@cedar-policy/cedar-wasm/nodejs';

/** The words that a fact can be; undefined where it can be any. */
export type WordsOf = (fact: string) => readonly string[] | undefined;

/** Comparisons of a fact with a word that it can never be, as `fact: word`. */
export function findUnknownWords(expression: Expr, wordsOfFact: WordsOf): readonly string[] {
  return comparisonsIn(expression).flatMap(({ fact, words }) => {
    const known = wordsOfFact(fact);
    return known === undefined ? [] : words.filter((word) => !known.includes(word)).map((word) => `${fact}: ${word}`);
  });
}

type Comparison = { readonly fact: string; readonly words: readonly string[] };

const comparing = new Set(['==', '!=', 'contains', 'containsAny', 'containsAll']);

function comparisonsIn(expression: unknown): readonly Comparison[] {
  if (typeof expression !== 'object' || expression === null) return [];
  return Object.entries(expression).flatMap(([operator, inner]) => [
    ...(comparing.has(operator) ? comparisonOf(inner as Sides) : []),
    ...comparisonsIn(inner),
  ]);
}

/** Every fact that an expression reads: `context.plan.training`, and what it is a part of. */
export function factsRead(expression: unknown): ReadonlySet<string> {
  if (typeof expression !== 'object' || expression === null) return new Set();
  const own = factOf(expression);
  return new Set([
    ...(own === undefined ? [] : [own]),
    ...Object.values(expression).flatMap((inner) => [...factsRead(inner)]),
  ]);
}

type Sides = { readonly left: unknown; readonly right: unknown };

function comparisonOf({ left, right }: Sides): readonly Comparison[] {
  const fact = factOf(left) ?? factOf(right);
  return fact === undefined ? [] : [{ fact, words: [...wordsOf(left), ...wordsOf(right)] }];
}

function factOf(side: unknown): string | undefined {
  if (typeof side !== 'object' || side === null) return undefined;
  if ('Var' in side) return String(side.Var);
  if (!('.' in side)) return undefined;
  const { left, attr } = side['.'] as { left: unknown; attr: string };
  const owner = factOf(left);
  return owner === undefined ? undefined : `${owner}.${attr}`;
}

function wordsOf(side: unknown): readonly string[] {
  if (typeof side !== 'object' || side === null) return [];
  if ('Value' in side) return typeof side.Value === 'string' ? [side.Value] : [];
  return 'Set' in side && Array.isArray(side.Set) ? side.Set.flatMap(wordsOf) : [];
}
