import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mostSteps } from '../../src/detection/gitleaks/backtracking.ts';
import { type Matcher, matcherOf } from '../../src/detection/gitleaks/matcher.ts';
import { type PatternTree, readPattern } from '../../src/detection/gitleaks/pattern-tree.ts';
import { translatePattern } from '../../src/detection/gitleaks/translate-pattern.ts';

// What a pattern of these letters, classes and quantifiers can be stuck on: its own literals, characters of its classes,
// and all of them in rows, stopping short of what would satisfy it.
function attacks(seed: readonly string[], length: number): readonly string[] {
  const fill = (unit: string) => unit.repeat(Math.ceil(length / unit.length)).slice(0, length - 1);
  return seed
    .flatMap((head) => seed.flatMap((unit) => [`${head}${fill(unit)}`.slice(0, length - 1), fill(`${head}${unit}`)]))
    .flatMap((text) => [`${text}!`, text]);
}

type Counted = { readonly steps: number; readonly matched: number };

/**
 * Counts the steps a backtracking engine takes from one place: every part it enters, in every way it comes to it. Ends
 * beyond `most`, which is how a pattern shows that it was let through and should not have been.
 */
function stepsFrom(tree: PatternTree, { text, at, most }: { text: string; at: number; most: number }): Counted {
  let steps = 0;
  let matched = 0;
  const enter = (part: PatternTree, from: number, goOn: (at: number) => boolean): boolean => {
    steps += 1;
    if (steps > most) return true;
    switch (part.kind) {
      case 'unit':
        return from < text.length && part.reads[Math.min(text.charCodeAt(from), 128)] === true && goOn(from + 1);
      case 'gate':
        return (!part.isEnd || from === text.length) && goOn(from);
      case 'sequence':
        return part.parts.reduceRight<(at: number) => boolean>(
          (next, each) => (to) => enter(each, to, next),
          goOn,
        )(from);
      case 'choice':
        return part.parts.some((each) => enter(each, from, goOn));
      case 'repeat':
        return again(part, { from, count: 0 }, goOn);
    }
  };
  const again = (
    part: PatternTree & { readonly kind: 'repeat' },
    { from, count }: { from: number; count: number },
    goOn: (at: number) => boolean,
  ): boolean => {
    const once = (to: number) => (to > from || count < part.least) && again(part, { from: to, count: count + 1 }, goOn);
    return (count < part.most && enter(part.part, from, once)) || (count >= part.least && goOn(from));
  };
  enter(tree, at, (to) => {
    matched = to - at;
    return true;
  });
  return { steps, matched };
}

// The count here enters sequences and repeats, which an engine does not.
const slack = 4;

// The form tells in how many ways what follows is gone on with. At every other stop it is asked too, and fails at its
// first character: as often as the pattern has stops, and each time in as many steps as it has beginnings.
function mostByForm(tree: PatternTree): number {
  const steps = mostSteps(tree);
  return slack * (steps + 1) + (steps * steps) / 4;
}

function worst(pattern: string, texts: readonly string[]): number {
  const tree = readPattern(translatePattern(pattern) ?? '');
  if (!tree) throw new Error(`no tree of ${pattern}`);
  // What belongs to a match is not read again, and so costs each of its characters once.
  const each = mostByForm(tree);
  const places = (text: string) => [...Array(40).keys(), text.length - 60, text.length - 1];
  const counted = texts.flatMap((text) =>
    places(text).map((at) => {
      const { steps, matched } = stepsFrom(tree, { text, at: Math.max(0, at), most: each * (text.length + 2) });
      return steps / (each * (1 + matched));
    }),
  );
  return Math.max(...counted);
}

const known: readonly (readonly [pattern: string, engine: Matcher['kind'], seed: readonly string[]])[] = [
  ['acme_[a-z0-9]{32}', 'v8', ['acme_', 'a', '0', 'acme_a']],
  ['kw[a-z]{3,9}=(?:[0-9]{4}-?){3}(?:!|$)', 'v8', ['kw', 'a', 'kwabc=', '1234', '1234-']],
  ['\\b(?:ab|cd)[\\s:]{0,5}[a-f0-9]{8,40}\\b', 'v8', ['ab', 'cd: ', ' ', 'a1', 'ab a1']],
  ['kw_id:[A-Z]{3}(?:[0-9]+,?)+;', 're2', ['kw_id:ABC', '1', '1,', 'kw_id:ABC1']],
  ['kw~(?:[a-z]+~?)+#', 're2', ['kw~', 'a', 'a~', 'kw']],
  ['kw.*q.*q.*q.*q.*Z', 're2', ['kw', 'q', 'kwq', ' q']],
  ['(a+)+!', 're2', ['a', 'aa']],
  ['(?:a{2,9}){2,9}#', 're2', ['a', 'aa']],
  ['(?:a|aa|a?b?)*c', 're2', ['a', 'ab', 'b']],
  ['a(?:.*b)?', 're2', ['a', 'ab', 'x']],
  ['(?:\\w+\\s?)*=', 're2', ['word', 'word ', ' ', '_']],
  ['[a-z0-9]{0,99}[a-f0-9]{0,99}[0-9]{0,99}#', 're2', ['a', '0', 'a0']],
  [
    `(?i)[\\w.-]{0,50}?(?:acme)(?:[ \\t\\w.-]{0,20})[\\s'"]{0,3}(?:=|>|:{1,3}=|\\|\\||:|=>|\\?=|,)[\\x60'"\\s=]{0,5}([a-z0-9]{32})(?:[\\x60'"\\s;]|\\\\[nr]|$)`,
    're2',
    ['acme', 'acme ', 'acme  ==  ', 'a', '_', `acme = "${'a1b2c3d4'.repeat(4)}"`],
  ],
];

function cpuMs(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
}

/*
 * Four times the text may take four times the time, and some; sixteen would be quadratic. In less than two windows the
 * slower engine may still read again what it read: it is told to stop after so many passes.
 */
const longLength = 32_768;
const growth = 4;
const mostGrowth = 9;
const worthAskingMs = 20;
const mostTurns = 12;

/** How much longer texts take than those of a quarter of their length, in the best of runs that take turns. */
function growthOf({ matchAll }: Matcher, seed: readonly string[]): number {
  const [long, short] = [attacks(seed, longLength), attacks(seed, longLength / growth)];
  const read = (texts: readonly string[]) => cpuMs(() => texts.forEach((text) => matchAll(text)));
  let [longest, shortest] = [read(long), Number.POSITIVE_INFINITY];
  for (let turn = 0; turn < mostTurns; turn += 1) {
    shortest = Math.min(shortest, read(short));
    // What is over before a clock can tell is not asked: a quadratic reading of these takes seconds.
    if (longest < worthAskingMs) return 0;
    if (longest / shortest < mostGrowth) return longest / shortest;
    longest = Math.min(longest, read(long));
  }
  return longest / shortest;
}

function engineOf(pattern: string): Matcher | undefined {
  const matcher = matcherOf(pattern);
  return matcher === 'too large' ? undefined : matcher;
}

// Patterns of any form, and texts to get stuck on.
const piece = fc.constantFrom('a', 'b', '.', '[ab]', '[a-z]', '\\w', '[^a]', 'ab', '(?:a|ab)', '\\s?', 'b|a');
const times = fc.constantFrom('', '', '*', '+', '?', '{2,9}', '{0,40}', '*?', '{3,}');
const { group } = fc.letrec<{ group: string; part: string }>((tie) => ({
  part: fc.oneof(
    { maxDepth: 3 },
    fc.tuple(piece, times).map(([unit, count]) => (count === '' ? unit : `(?:${unit})${count}`)),
    fc.tuple(tie('group'), times).map(([inner, count]) => `(?:${inner})${count}`),
  ),
  group: fc.array(tie('part'), { minLength: 1, maxLength: 4 }).map((parts) => parts.join('')),
}));
const anyPattern = fc.tuple(group, fc.constantFrom('#', '', '!$')).map((parts) => parts.join(''));
const letters = ['a', 'b', 'ab', 'aab', 'a '];

describe('an imported pattern', () => {
  test.each(known)('%s is read by %s', (pattern, engine) => {
    expect(engineOf(pattern)?.kind).toBe(engine);
  });

  test.each(known)('%s takes time by the length of the text', (pattern, engine, seed) => {
    const matcher = engineOf(pattern);
    expect(matcher?.kind).toBe(engine); // Another might never come back.
    expect(matcher && growthOf(matcher, seed)).toBeLessThan(mostGrowth);
  });

  test.each(known.filter(([, engine]) => engine === 'v8'))(
    '%s takes no more steps than its form tells',
    (pattern, _, seed) => {
      expect(worst(pattern, attacks(seed, 512))).toBeLessThan(1);
    },
  );

  test('of any form that V8 reads takes no more steps at a place than its form tells', () => {
    const asked = { v8: 0, others: 0 };
    const property = fc.property(anyPattern, (pattern) => {
      const isFast = engineOf(pattern)?.kind === 'v8';
      asked[isFast ? 'v8' : 'others'] += 1;
      if (isFast) expect(worst(pattern, attacks(letters, 512))).toBeLessThan(1);
    });
    fc.assert(property, { numRuns: 1_000 });
    expect(Math.min(asked.v8, asked.others)).toBeGreaterThan(10);
  }, 120_000);

  test('that steps back without end is told by both measures', () => {
    const text = `${'a'.repeat(30)}!`;
    const tree = readPattern('(?:a+)+#');
    expect(tree && stepsFrom(tree, { text, at: 0, most: 100_000 }).steps).toBeGreaterThan(100_000);
    expect(tree && mostSteps(tree)).toBe(Number.POSITIVE_INFINITY);
    const quadratic: Matcher = { kind: 'v8', groupCount: 0, test: () => false, matchAll: lookTwice };
    expect(growthOf(quadratic, ['a', 'b'])).toBeGreaterThan(mostGrowth);
  }, 120_000);
});

function lookTwice(text: string): readonly [] {
  let seen = 0;
  for (let from = 0; from < text.length; from += 128)
    for (let to = 0; to < text.length; to += 1) seen += text.charCodeAt(to) & from;
  return seen < 0 ? [] : [];
}
