import { describe, expect, test } from 'vitest';
import { allDetectors } from '../../src/detection/all-detectors.ts';
import { makeRuleset } from '../../src/detection/engine/ruleset.ts';
import { scan } from '../../src/detection/engine/scan.ts';

const ruleset = makeRuleset({ detectors: allDetectors, fingerprint: 'test' });

// What stands between « and » in an example, as spans of the text without these marks.
function read(example: string) {
  const [before = '', ...rest] = example.split('«');
  let text = before;
  const spans: string[] = [];
  for (const piece of rest) {
    const [value = '', after = ''] = piece.split('»');
    spans.push(`${text.length}-${text.length + value.length}`);
    text += value + after;
  }
  return { text, spans };
}

describe.each(allDetectors.map((detector) => [detector.id, detector] as const))('%s', (_, detector) => {
  test('catches its examples, whole and nothing more', () => {
    for (const example of detector.examples.catches()) {
      const { text, spans } = read(example);
      const findings = scan(ruleset, text).filter(({ kind }) => kind === detector.kind);
      expect(
        findings.map(({ start, end }) => `${start}-${end}`),
        example,
      ).toEqual(spans);
    }
  });

  test('spares its counter-examples', () => {
    for (const example of detector.examples.spares()) {
      const found = scan(ruleset, example).map(({ detector: id, start, end }) => `${id} ${example.slice(start, end)}`);
      expect(found, example).toEqual([]);
    }
  });
});
