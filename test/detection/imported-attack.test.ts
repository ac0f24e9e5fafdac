import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { matcherOf } from '../../src/detection/gitleaks/matcher.ts';

const windowLength = 4_096;

// Far above what a window takes (some milliseconds), far below what stepping back takes (seconds to ages).
const mostMs = 250;

// What a pattern of these letters, classes and quantifiers can be stuck on: its own literals, characters of its classes,
// and all of them in rows, stopping short of what would satisfy it.
function attacks(seed: readonly string[]): readonly string[] {
  const fill = (unit: string) => unit.repeat(Math.ceil(windowLength / unit.length)).slice(0, windowLength - 1);
  return seed
    .flatMap((head) =>
      seed.flatMap((unit) => [`${head}${fill(unit)}`.slice(0, windowLength - 1), fill(`${head}${unit}`)]),
    )
    .flatMap((text) => [`${text}!`, text, text.slice(0, 60)]);
}

function cpuMs(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
}

function slowest(pattern: string, texts: readonly string[]): number {
  const matcher = matcherOf(pattern);
  if (!matcher || matcher === 'too large') return 0;
  // A second look where the first was slow: the engine may have been compiling.
  return Math.max(
    ...texts.map((text) => {
      const first = cpuMs(() => matcher.matchAll(text));
      return first < mostMs ? first : cpuMs(() => matcher.matchAll(text));
    }),
  );
}

const known: readonly (readonly [pattern: string, seed: readonly string[]])[] = [
  ['kw_id:[A-Z]{3}(?:[0-9]+,?)+;', ['kw_id:ABC', '1', '1,', 'kw_id:ABC1']],
  ['kw~(?:[a-z]+~?)+#', ['kw~', 'a', 'a~', 'kw']],
  ['kw.*q.*q.*q.*q.*Z', ['kw', 'q', 'kwq', ' q']],
  ['(a+)+!', ['a', 'aa']],
  ['(?:a|aa|a?b?)*c', ['a', 'ab', 'b']],
  ['a(?:.*b)?', ['a', 'ab', 'x']],
  ['(?:\\w+\\s?)*=', ['word', 'word ', ' ', '_']],
  ['[a-z0-9]{0,99}[a-f0-9]{0,99}[0-9]{0,99}#', ['a', '0', 'a0']],
  [
    `(?i)[\\w.-]{0,50}?(?:acme)(?:[ \\t\\w.-]{0,20})[\\s'"]{0,3}(?:=|>|:{1,3}=|\\|\\||:|=>|\\?=|,)[\\x60'"\\s=]{0,5}([a-z0-9]{32})(?:[\\x60'"\\s;]|\\\\[nr]|$)`,
    ['acme', 'acme ', 'acme  ==  ', 'a', '_', `acme = "${'a1b2c3d4'.repeat(4)}"`],
  ],
];

describe('an imported pattern', () => {
  test.each(known)(
    '%s reads any window in bounded time',
    (pattern, seed) => {
      expect(slowest(pattern, attacks(seed))).toBeLessThan(mostMs);
    },
    120_000,
  );

  test('of any form reads any window in bounded time', () => {
    const piece = fc.constantFrom('a', 'b', '.', '[ab]', '[a-z]', '\\w', '[^a]', 'ab', '(?:a|ab)', '\\s?', 'b|a');
    const times = fc.constantFrom('', '', '*', '+', '?', '{2,9}', '{0,40}', '*?', '{3,}');
    const pattern = fc.letrec<{ group: string; part: string }>((tie) => ({
      part: fc.oneof(
        { maxDepth: 3 },
        fc.tuple(piece, times).map(([unit, count]) => (count === '' ? unit : `(?:${unit})${count}`)),
        fc.tuple(tie('group'), times).map(([group, count]) => `(?:${group})${count}`),
      ),
      group: fc.array(tie('part'), { minLength: 1, maxLength: 4 }).map((parts) => parts.join('')),
    })).group;
    const texts = ['', 'kw'].flatMap((head) =>
      ['a', 'b', 'ab', 'aab', 'a ', 'ba '].flatMap((unit) =>
        [40, windowLength - 8].map((size) => `${head}${unit.repeat(size).slice(0, size)}!`),
      ),
    );
    fc.assert(
      fc.property(pattern, fc.constantFrom('#', '', '!$'), (body, end) => {
        expect(slowest(`${body}${end}`, texts)).toBeLessThan(mostMs);
      }),
      { numRuns: 100 },
    );
  }, 120_000);
});
