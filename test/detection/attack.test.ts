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
  '=“a',
  ':\n  a',
  `${'Aa1+'.repeat(16)}\n`,
];

function flood(unit: string, length: number): string {
  return unit.repeat(Math.ceil(length / unit.length)).slice(0, length);
}

function cpuMs(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
}

// Four times the text may take four times the time; sixteen would be quadratic. What is over before a clock can tell is
// not asked: a quadratic reading of 100 KB takes seconds.
const worthAskingMs = 50;
const growth = 4;
const mostGrowth = 9;
const mostTurns = 12;

/** Fails when the time for a text of `size` grows faster than its length: in the best of runs that take turns. */
function expectLinear(read: (length: number) => void, name: string): void {
  let long = cpuMs(() => read(size));
  let short = Number.POSITIVE_INFINITY;
  for (let turn = 0; turn < mostTurns && long >= worthAskingMs; turn += 1) {
    short = Math.min(
      short,
      cpuMs(() => read(size / growth)),
    );
    if (long / short < mostGrowth) return;
    long = Math.min(
      long,
      cpuMs(() => read(size)),
    );
  }
  if (long >= worthAskingMs) expect(long / short, name).toBeLessThan(mostGrowth);
}

describe.each(allDetectors.map((detector) => [detector.id, detector] as const))(
  '%s under a flood of its keywords',
  (_, detector) => {
    test('takes time by the length of the text, no faster', () => {
      const ruleset = makeRuleset({ detectors: [detector], fingerprint: '' });
      const keywords =
        'keywords' in detector ? detector.keywords.slice(0, 3) : ['12', '12 34 56 78 9', '4111 1111 1111 111'];
      for (const keyword of keywords)
        for (const filler of fillers) {
          const unit = `${keyword}${filler}`;
          expectLinear((length) => scan(ruleset, flood(unit, length)), JSON.stringify(unit));
        }
    }, 120_000);
  },
);

test('all detectors together read a text of all keywords in time by its length', () => {
  const ruleset = buildRuleset();
  const all = allDetectors.flatMap((detector) => ('keywords' in detector ? detector.keywords : []));
  for (const joint of [' ', '=', '="', ': ', '\n'])
    expectLinear((length) => scan(ruleset, flood(all.join(joint), length)), joint);
});

test('the measure tells a quadratic reading from a linear one', () => {
  const linear = (length: number) => {
    let sum = 0;
    for (let at = 0; at < length * 5_000; at += 1) sum += at & 7;
    return sum;
  };
  const quadratic = (length: number) => linear((length * length) / size);
  expect(() => expectLinear(linear, 'linear')).not.toThrow();
  expect(() => expectLinear(quadratic, 'quadratic')).toThrow('quadratic');
}, 120_000);
