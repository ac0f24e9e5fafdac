import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { allDetectors, buildRuleset, makeRuleset, scan } from '../../src/detection/index.ts';
import { KeywordAutomaton } from '../../src/detection/engine/keyword-automaton.ts';

const ruleset = buildRuleset();

function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/\d/g, '0');
}

describe('the keyword automaton', () => {
  test('finds what a search for each keyword finds', () => {
    const alphabet = fc.constantFrom('a', 'b', 'A', 'é', 'e', '1', '7', '-');
    const words = fc.array(fc.string({ unit: alphabet, minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(words, fc.string({ unit: alphabet, maxLength: 60 }), (keywords, text) => {
        const automaton = new KeywordAutomaton(keywords.map((keyword, rule) => ({ text: keyword, rule })));
        const found: string[] = [];
        automaton.walk(text, { from: 0, to: text.length, state: 0 }, (rule, start, end) =>
          found.push(`${rule} ${start} ${end}`),
        );
        const expected = keywords.flatMap((keyword, rule) =>
          Array.from({ length: text.length }, (_, at) => at)
            .filter((at) => fold(text.slice(at, at + keyword.length)) === fold(keyword))
            .map((at) => `${rule} ${at} ${at + keyword.length}`),
        );
        expect(found.toSorted()).toEqual(expected.toSorted());
      }),
    );
  });
});

test('a ruleset for little finds, cut where it may, what the usual one finds', () => {
  const little = buildRuleset({ isForLittle: true });
  for (const { examples } of allDetectors) {
    const text = examples.catches().join('\n');
    expect(scan(little, text)).toEqual(scan(ruleset, text));
  }
  const long = `${'plain words '.repeat(2_000)}${allDetectors[0]?.examples.catches()[0]}`;
  expect(scan(little, long)).toEqual(scan(ruleset, long));
  expect(little.version).toBe(ruleset.version);
});

describe('a scan', () => {
  test('throws when its time is over, and gives nothing', () => {
    let looks = 0;
    expect(() => scan(ruleset, 'token = 1; '.repeat(10_000), { isOver: () => (looks += 1) > 3 })).toThrow(
      'scan_timed_out',
    );
  });

  test('gives findings in order, without overlap, and the same each time', () => {
    const text = allDetectors
      .flatMap((detector) => detector.examples.catches())
      .join('\n')
      .replace(/[«»]/g, '');
    const findings = scan(ruleset, text);
    expect(findings.length).toBeGreaterThan(300);
    for (const [index, { start, end }] of findings.entries()) {
      expect(end).toBeGreaterThan(start);
      expect(start).toBeGreaterThanOrEqual(findings[index - 1]?.end ?? 0);
    }
    expect(scan(ruleset, text)).toEqual(findings);
  });

  test('does not depend on the order of detectors', () => {
    const text = allDetectors
      .slice(0, 120)
      .flatMap((detector) => detector.examples.catches())
      .join('\n')
      .replace(/[«»]/g, '');
    const reversed = makeRuleset({ detectors: allDetectors.toReversed(), fingerprint: '' });
    expect(scan(reversed, text)).toEqual(scan(ruleset, text));
  });

  test('bears any text, lone surrogates included', () => {
    const hints = [
      'password=',
      '"key": "',
      '://',
      '@',
      '-----BEGIN ',
      'eyJ',
      '12 34 56 78',
      '\ud800',
      '\udfff',
      'é',
      '\0',
      'rue ',
      '::',
      'né le ',
      '$2a$',
    ];
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.constantFrom(...hints), fc.string({ unit: 'binary', maxLength: 8 })), { maxLength: 40 }),
        (pieces) => {
          const text = pieces.join('');
          for (const { start, end } of scan(ruleset, text)) expect(end <= text.length && start < end).toBe(true);
        },
      ),
      { numRuns: 2_000 },
    );
  });

  test('finds across the borders of its strides', () => {
    const value =
      allDetectors
        .find(({ id }) => id === 'github-fine-grained-token')
        ?.examples.catches()[0]
        ?.replace(/[«»]/g, '') ?? '';
    for (const before of [16_370, 16_380, 16_384, 32_760])
      expect(scan(ruleset, `${' '.repeat(before)}${value}`)).toHaveLength(1);
  });
});

describe('ids and kinds', () => {
  test('ids are unique and there are more than 150 kinds of provider tokens', () => {
    const ids = allDetectors.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(allDetectors.filter(({ kind }) => kind.endsWith('_token')).length).toBeGreaterThan(150);
  });

  test('kinds can be told in a placeholder, and every detector has its examples', () => {
    for (const { kind, examples, source } of allDetectors) {
      expect(kind).toMatch(/^(?=.{1,24}$)[a-z0-9]{1,15}(?:_[a-z0-9]{1,15})*$/);
      expect(examples.catches().length).toBeGreaterThan(0);
      expect(source.url).toMatch(/^https:\/\//);
    }
  });
});
