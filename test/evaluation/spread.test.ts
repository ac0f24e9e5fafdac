import fc from 'fast-check';
import { expect, test } from 'vitest';
import { amountSpread, exactly, meanOf, shareSpread, valueAt, z95 } from '../../src/evaluation/model/spread.ts';

const amounts = fc
  .tuple(
    fc.double({ min: 0.01, max: 1e6, noNaN: true }),
    fc.double({ min: 1.1, max: 90, noNaN: true }),
    fc.double({ min: 1.1, max: 90, noNaN: true }),
  )
  .map(([low, one, other]) => ({ low, likely: low * one, high: low * one * other }));

test('an amount has the three values where they were stated', () => {
  fc.assert(
    fc.property(amounts, (range) => {
      const spread = amountSpread(range);
      expect(valueAt(spread, -z95) / range.low).toBeCloseTo(1, 9);
      expect(valueAt(spread, 0) / range.likely).toBeCloseTo(1, 9);
      expect(valueAt(spread, z95) / range.high).toBeCloseTo(1, 9);
    }),
  );
});

test('a share has the three values too, and never leaves 0 to 1', () => {
  const spread = shareSpread({ low: 0.01, likely: 0.3, high: 0.9 });
  expect(valueAt(spread, -z95)).toBeCloseTo(0.01, 12);
  expect(valueAt(spread, 0)).toBeCloseTo(0.3, 12);
  expect(valueAt(spread, z95)).toBeCloseTo(0.9, 12);
  for (const z of [-30, -6, 6, 30]) {
    expect(valueAt(spread, z)).toBeGreaterThanOrEqual(0);
    expect(valueAt(spread, z)).toBeLessThanOrEqual(1);
  }
});

// The textbook's lognormal: exp(mu + sigma²/2), and exp(2 mu + 2 sigma²) for the mean of squares.
test('an even range is the lognormal: its mean and the mean of its squares are those of the closed form', () => {
  for (const sigma of [0.1, 0.5, 1, 2, 4]) {
    const likely = 1_000;
    const spread = amountSpread({ low: likely / Math.exp(sigma * z95), likely, high: likely * Math.exp(sigma * z95) });
    expect(meanOf(spread) / (likely * Math.exp(sigma ** 2 / 2))).toBeCloseTo(1, 6);
    expect(meanOf(spread, (value) => value ** 2) / (likely ** 2 * Math.exp(2 * sigma ** 2))).toBeCloseTo(1, 6);
  }
});

test('an uneven range weighs its long side', () => {
  const even = meanOf(amountSpread({ low: 10, likely: 100, high: 1_000 }));
  expect(meanOf(amountSpread({ low: 10, likely: 100, high: 5_000 }))).toBeGreaterThan(even);
  expect(meanOf(amountSpread({ low: 1, likely: 100, high: 1_000 }))).toBeLessThan(even);
});

test('a share that lies evenly about a half is a half on average; what was counted is what it is', () => {
  expect(meanOf(shareSpread({ low: 0.1, likely: 0.5, high: 0.9 }))).toBeCloseTo(0.5, 9);
  expect(meanOf(exactly(7))).toBe(7);
  expect(valueAt(exactly(7), 3)).toBe(7);
});
