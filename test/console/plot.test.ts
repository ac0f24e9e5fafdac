import { expect, test } from 'vitest';
import { plotOf } from '../../src/console/pages/evaluation/plot.ts';

const amounts = [1_000, 2_000, 5_000, 10_000, 20_000, 50_000, 100_000];
const falling = [0.4, 0.38, 0.3, 0.2, 0.1, 0.02, 0];
const tolerance = [{ loss: 20_000, probability: 0.05 }];

test('amounts lie by their powers of ten, chances evenly, the larger the higher', () => {
  const { left, right, bottom, along, across, lines, borne } = plotOf({ amounts, curves: [falling], tolerance });
  expect(along.map(({ value }) => value)).toEqual([1_000, 10_000, 100_000]);
  expect(along.map(({ at }) => at)).toEqual([left, (left + right) / 2, right]);
  expect(across[0]).toEqual({ at: bottom, value: 0 });
  expect(across.at(-1)?.value).toBeGreaterThanOrEqual(0.4);
  const ups = [...(lines[0]?.path ?? '').matchAll(/[ML][\d.]+ ([\d.]+)/g)].map(([, up]) => Number(up));
  expect(ups).toEqual([...ups].toSorted((one, other) => one - other));
  expect(ups).toHaveLength(amounts.length);
  expect(borne).toHaveLength(1);
});

test('a curve of nothing, a single amount and what lies beyond the picture are drawn all the same', () => {
  const none = plotOf({ amounts: [100, 1_000], curves: [[0, 0]], tolerance: [{ loss: 1e9, probability: 0.1 }] });
  expect(none.lines[0]?.path).not.toMatch(/NaN|Infinity/);
  expect(none.borne).toEqual([]);
  const one = plotOf({ amounts: [100], curves: [[0.5]], tolerance: [] });
  expect(JSON.stringify(one)).not.toMatch(/null|NaN/);
});
