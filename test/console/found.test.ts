import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { FindingView } from '../../src/console-api/contract.ts';
import { countFindings, stretchesOf, valuesOf } from '../../src/console/pages/exchange/found.ts';

const bytes = 1_000;

const findings: fc.Arbitrary<readonly FindingView[]> = fc
  .uniqueArray(fc.nat(bytes), { maxLength: 60 })
  .map((bounds) => bounds.toSorted((one, other) => one - other))
  .chain((bounds) =>
    fc.tuple(
      ...Array.from({ length: Math.floor(bounds.length / 2) }, (_, at) =>
        fc.record({
          detector: fc.constant('email'),
          kind: fc.constantFrom('email', 'iban'),
          class: fc.constant('personal' as const),
          span: fc.constant([bounds[2 * at] ?? 0, bounds[2 * at + 1] ?? 0] as const),
          fingerprint: fc.constantFrom('a', 'b', 'c'),
          handling: fc.constantFrom('redacted' as const, 'kept' as const),
        }),
      ),
    ),
  );

test('findings of one value stand together, each place once, numbered as they come', () => {
  fc.assert(
    fc.property(findings, (some) => {
      const values = valuesOf(some);
      expect(values.map(({ number }) => number)).toEqual(values.map((_, at) => at + 1));
      expect(values.flatMap(({ spans }) => spans).toSorted(([one], [other]) => one - other)).toEqual(
        some.map(({ span }) => span),
      );
      const keys = values.map(({ finding: { kind, fingerprint, handling } }) => kind + fingerprint + handling);
      expect(new Set(keys).size).toBe(keys.length);
      const firsts = values.map(({ finding }) => finding.span[0]);
      expect(firsts).toEqual(firsts.toSorted((one, other) => one - other));
    }),
  );
});

test('the stretches of a text are all of it, in order, or say how many places are left out', () => {
  fc.assert(
    fc.property(findings, fc.integer({ min: 1, max: 30 }), (some, room) => {
      const { stretches, moreCount } = stretchesOf(valuesOf(some), bytes, room);
      let at = 0;
      for (const stretch of stretches) {
        expect(stretch.from).toBe(at);
        expect(stretch.bytes).toBeGreaterThan(0);
        at += stretch.bytes;
      }
      const shown = stretches.filter(({ kind }) => kind === 'value').length;
      expect(shown + moreCount).toBe(some.length);
      if (moreCount === 0) expect(at).toBe(bytes);
    }),
  );
});

test('findings that overlap are drawn one after the other', () => {
  const at = (span: readonly [number, number], fingerprint: string): FindingView => ({
    detector: 'd',
    kind: 'secret',
    class: 'secret',
    span,
    fingerprint,
    handling: 'redacted',
  });
  const { stretches } = stretchesOf(valuesOf([at([2, 8], 'a'), at([4, 6], 'b')]), 10, 9);
  expect(stretches.map(({ kind, from, bytes: length }) => [kind, from, length])).toEqual([
    ['text', 0, 2],
    ['value', 2, 6],
    ['value', 4, 2],
    ['text', 8, 2],
  ]);
});

test('counts the findings of all parts that are asked for', () => {
  fc.assert(
    fc.property(findings, (some) => {
      const parts = [
        { kind: 'file', bytes, fingerprint: 'x', sent: 'first', findings: some },
        { kind: 'prompt', bytes, fingerprint: 'y', sent: 'first' },
      ] as const;
      const kept = countFindings(parts, ({ handling }) => handling === 'kept');
      expect(kept + countFindings(parts, ({ handling }) => handling === 'redacted')).toBe(some.length);
    }),
  );
});
