import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type PartView, partKindNames } from '../../src/console-api/contract.ts';
import { kindNames } from '../../src/console/language/kind-texts.ts';
import { bytesOf, groupByKind, sumByKind } from '../../src/console/pages/exchange/sums.ts';

const parts: fc.Arbitrary<readonly PartView[]> = fc.array(
  fc.record(
    {
      kind: fc.constantFrom(...partKindNames),
      bytes: fc.nat(1_000_000),
      fingerprint: fc.string(),
      sent: fc.constantFrom('first' as const, 'again' as const),
      path: fc.constantFrom('a', 'b', 'c'),
    },
    { requiredKeys: ['kind', 'bytes', 'fingerprint', 'sent'] },
  ),
);

test('every kind of part has its name and its place', () => {
  expect(kindNames.toSorted()).toEqual(partKindNames.toSorted());
});

test('no byte is lost or counted twice, by kind or piece by piece', () => {
  fc.assert(
    fc.property(parts, (some) => {
      const sums = sumByKind(some);
      expect(sums.reduce((sum, { bytes }) => sum + bytes, 0)).toBe(bytesOf(some));
      for (const { firstBytes, againBytes, bytes } of sums) expect(firstBytes + againBytes).toBe(bytes);
      expect(sums.map(({ bytes }) => bytes)).toEqual(
        sums.map(({ bytes }) => bytes).toSorted((one, other) => other - one),
      );
    }),
  );
});

test('each piece is listed once under its number, and pieces of one file stand together', () => {
  fc.assert(
    fc.property(parts, (some) => {
      const groups = [...groupByKind(some, 'first'), ...groupByKind(some, 'again')];
      const pieces = groups.flatMap((group) => group.pieces);
      expect(pieces.map(({ number }) => number).toSorted((one, other) => one - other)).toEqual(
        some.map((_, at) => at + 1),
      );
      for (const { number, part } of pieces) expect(some[number - 1]).toBe(part);
      for (const group of groups) {
        const heads = group.pieces.filter(({ isSameFile }) => !isSameFile).map(({ part }) => part.path);
        const named = heads.filter((path) => path !== undefined);
        expect(new Set(named).size).toBe(named.length);
      }
    }),
  );
});
