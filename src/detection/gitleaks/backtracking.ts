import type { PatternTree } from './pattern-tree.ts';

/**
 * How many steps a backtracking engine takes from one place of a text in all the ways it goes on, infinite where no bound
 * can be told from the pattern's form. At its other stops it asks what follows and is turned back at once: with those it
 * takes a quarter of the square at most (imported-attack.test.ts counts them).
 *
 * A quantifier can stop in as many ways as it may repeat, unless what follows begins with a character that it does not
 * read itself: then only its last stop goes on. Ways of one part are multiplied with those of the parts behind it.
 */
export function mostSteps(tree: PatternTree): number {
  return weigh(tree, 'nothing').steps;
}

/** How long a match can be at most. */
export function mostRead(tree: PatternTree): number {
  switch (tree.kind) {
    case 'unit':
      return 1;
    case 'gate':
      return 0;
    case 'sequence':
      return tree.parts.reduce((sum, part) => sum + mostRead(part), 0);
    case 'choice':
      return Math.max(0, ...tree.parts.map(mostRead));
    case 'repeat':
      return tree.most === 0 ? 0 : tree.most * Math.max(1, mostRead(tree.part));
  }
}

/** What a text may go on with: any character of a set; anything; or nothing that could fail, at the end of a pattern. */
type Next = readonly boolean[] | 'anything' | 'nothing';

/** In how many ways a part can be left towards what follows, and how many steps all of them take together. */
type Weight = { readonly ways: number; readonly steps: number };

function weigh(tree: PatternTree, next: Next): Weight {
  switch (tree.kind) {
    case 'unit':
    case 'gate':
      return { ways: 1, steps: 1 };
    case 'sequence':
      return weighSequence(tree.parts, next);
    case 'choice':
      return weighChoice(tree.parts, next);
    case 'repeat':
      return weighRepeat(tree, next);
  }
}

function weighSequence(parts: readonly PatternTree[], next: Next): Weight {
  let ways = 1;
  let steps = 1;
  for (const [index, part] of parts.entries()) {
    const weight = weigh(part, firstOf(parts.slice(index + 1), next));
    steps += ways * weight.steps;
    ways *= weight.ways;
  }
  return { ways, steps };
}

function weighChoice(parts: readonly PatternTree[], next: Next): Weight {
  const weights = parts.map((part) => weigh(part, next));
  const steps = weights.reduce((sum, weight) => sum + weight.steps, 1);
  const firsts = parts.map((part) => firstOf([part], next));
  const areApart = firsts.every((first, index) => firsts.slice(index + 1).every((other) => isApart(first, other)));
  const each = weights.map(({ ways }) => ways);
  return { ways: areApart ? Math.max(...each) : each.reduce((sum, ways) => sum + ways, 0), steps };
}

function weighRepeat({ part, least, most }: PatternTree & { readonly kind: 'repeat' }, next: Next): Weight {
  const first = firstOf([part], 'anything');
  const inner = weigh(part, most > 1 ? union(first, next) : next);
  if (inner.ways > 1 && most > 1) return powers(inner, most);
  // At the end of the pattern no other stop is ever asked for: what is read beyond the least belongs to the match, and
  // is not read again.
  if (next === 'nothing') return { ways: 1, steps: (least + 1) * inner.steps };
  const steps = most * inner.steps + 1;
  return { ways: isApart(first, next) || least === most ? inner.ways : (most - least) * inner.ways + 1, steps };
}

function powers({ ways, steps }: Weight, most: number): Weight {
  const total = ways ** Math.min(most, 1_000) * most;
  return { ways: total, steps: total * steps };
}

// The characters with which parts, and what follows them, can begin.
function firstOf(parts: readonly PatternTree[], next: Next): Next {
  let first: Next = none;
  for (const part of parts) {
    const own = firstOfPart(part);
    first = union(first, own.first);
    if (!own.mayBeEmpty) return first;
  }
  return parts.length === 0 ? next : union(first, next);
}

type First = { readonly first: Next; readonly mayBeEmpty: boolean };

function firstOfPart(tree: PatternTree): First {
  switch (tree.kind) {
    case 'unit':
      return { first: tree.reads, mayBeEmpty: false };
    case 'gate':
      return { first: none, mayBeEmpty: !tree.isEnd };
    case 'repeat': {
      const inner = firstOfPart(tree.part);
      return { first: inner.first, mayBeEmpty: inner.mayBeEmpty || tree.least === 0 };
    }
    case 'choice': {
      const inner = tree.parts.map(firstOfPart);
      return {
        first: inner.reduce<Next>((all, each) => union(all, each.first), none),
        mayBeEmpty: inner.some((each) => each.mayBeEmpty),
      };
    }
    case 'sequence': {
      const filled = tree.parts.findIndex((part) => !firstOfPart(part).mayBeEmpty);
      const reached = filled === -1 ? tree.parts : tree.parts.slice(0, filled + 1);
      return {
        first: reached.reduce<Next>((all, part) => union(all, firstOfPart(part).first), none),
        mayBeEmpty: filled === -1,
      };
    }
  }
}

const none: readonly boolean[] = [];

function union(a: Next, b: Next): Next {
  if (a === 'anything' || b === 'anything' || a === 'nothing' || b === 'nothing') return 'anything';
  return Array.from({ length: Math.max(a.length, b.length) }, (_, at) => (a[at] ?? false) || (b[at] ?? false));
}

function isApart(a: Next, b: Next): boolean {
  if (typeof a === 'string' || typeof b === 'string') return false;
  return !a.some((reads, at) => reads && b[at] === true);
}
