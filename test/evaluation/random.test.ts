import { expect, test } from 'vitest';
import { randomOf } from '../../src/evaluation/model/random.ts';

const draws = 200_000;

function momentsOf(draw: () => number): { readonly mean: number; readonly variance: number } {
  const drawn = Array.from({ length: draws }, draw);
  const mean = drawn.reduce((sum, value) => sum + value, 0) / draws;
  return { mean, variance: drawn.reduce((sum, value) => sum + (value - mean) ** 2, 0) / draws };
}

test('the same seed gives the same draws, another seed others', () => {
  const ten = (seed: string): readonly number[] => {
    const { uniform } = randomOf(seed);
    return Array.from({ length: 10 }, uniform);
  };
  expect(ten('1')).toEqual(ten('1'));
  expect(ten('1')).not.toEqual(ten('2'));
});

/*
 * The chi-square of 100 drawers has 99 degrees of freedom: beyond 178 it is by chance once in a million. Over seeds, so that
 * a lucky one hides nothing.
 */
test('uniform draws fill drawers evenly, whatever the seed', () => {
  for (let seed = 0; seed < 20; seed += 1) {
    const { uniform } = randomOf(String(seed));
    const drawers = Array.from({ length: 100 }, () => 0);
    for (let draw = 0; draw < 100_000; draw += 1) {
      const at = Math.floor(uniform() * 100);
      drawers[at] = (drawers[at] ?? 0) + 1;
    }
    expect(drawers.reduce((sum, count) => sum + (count - 1_000) ** 2 / 1_000, 0)).toBeLessThan(178);
  }
});

test('normal draws have mean 0, variance 1, and as much beyond 1.645 as there should be', () => {
  const { normal } = randomOf('normal');
  const { mean, variance } = momentsOf(normal);
  expect(Math.abs(mean)).toBeLessThan(5 / Math.sqrt(draws));
  expect(Math.abs(variance - 1)).toBeLessThan(5 * Math.sqrt(2 / draws));
  const beyond = Array.from({ length: draws }, normal).filter((z) => z > 1.644_853_6).length / draws;
  expect(Math.abs(beyond - 0.05)).toBeLessThan(5 * Math.sqrt((0.05 * 0.95) / draws));
});

test('Poisson draws have the mean and the variance of their rate, small and large; a rate of zero never happens', () => {
  for (const rate of [0.01, 0.5, 3, 40, 1_200]) {
    const { poisson } = randomOf(`poisson ${rate}`);
    const { mean, variance } = momentsOf(() => poisson(rate));
    expect(Math.abs(mean - rate)).toBeLessThan(5 * Math.sqrt(rate / draws));
    expect(Math.abs(variance / rate - 1)).toBeLessThan(5 * Math.sqrt((2 + 1 / rate) / draws));
  }
  const { poisson } = randomOf('never');
  expect(momentsOf(() => poisson(0))).toEqual({ mean: 0, variance: 0 });
});

test('how often nothing happens is exp(-rate)', () => {
  const { poisson } = randomOf('none');
  const none = Array.from({ length: draws }, () => poisson(0.7)).filter((count) => count === 0).length / draws;
  expect(Math.abs(none - Math.exp(-0.7))).toBeLessThan(5 * Math.sqrt((0.4966 * 0.5034) / draws));
});
