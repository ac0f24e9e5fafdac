import { describe, expect, test } from 'vitest';
import { allDetectors, buildRuleset, makeRuleset, scan } from '../../src/detection/index.ts';

const size = 100_000;

// Floods that make a detector work at every keyword, each stopping short of what would satisfy it.
const fillers = [
  '',
  ' ',
  '=',
  ': "',
  '="',
  'a',
  '0',
  '0 0',
  'A1',
  '-',
  '_',
  '.',
  '/',
  '@',
  ':',
  '(',
  '\n',
  ';',
  ',',
  "'",
  '\\',
  '<',
  '=a;',
  '="a',
  ' a',
  '="a" + ',
  ': aaaaaaaaaaaaaaaa,',
];

function floods(keyword: string): readonly string[] {
  return fillers.map((filler) =>
    `${keyword}${filler}`.repeat(Math.ceil(size / (keyword.length + filler.length))).slice(0, size),
  );
}

function cpuMs(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
}

// Generous beside what was measured (most under 20 ms, the worst under 400): what fails here is quadratic, not slow.
const slowestMs = 2_000;

describe.each(allDetectors.map((detector) => [detector.id, detector] as const))(
  '%s under a flood of its keywords',
  (_, detector) => {
    test('reads 100 KB in bounded time', () => {
      const ruleset = makeRuleset({ detectors: [detector], fingerprint: '' });
      const keywords =
        'keywords' in detector ? detector.keywords.slice(0, 2) : ['12', '12 34 56 78 9', '4111 1111 1111 111'];
      for (const keyword of keywords)
        for (const text of floods(keyword))
          expect(
            cpuMs(() => scan(ruleset, text)),
            JSON.stringify(text.slice(0, 40)),
          ).toBeLessThan(slowestMs);
    });
  },
);

test('all detectors together read a text of all keywords in bounded time', () => {
  const ruleset = buildRuleset();
  const all = allDetectors.flatMap((detector) => ('keywords' in detector ? detector.keywords : []));
  for (const joint of [' ', '=', '="', ': ', '\n']) {
    const text = all.join(joint).repeat(20).slice(0, size);
    expect(cpuMs(() => scan(ruleset, text))).toBeLessThan(slowestMs);
  }
});
