import { expect, test } from 'vitest';
import { layOutWays, type NamedWay, pictureWidth } from '../../src/console/pages/egress/lay-out-ways.ts';

const way = (source: string, goal: string, more: Partial<NamedWay> = {}): NamedWay => ({
  source,
  post: 'proxy',
  goal,
  bytes: 100,
  passed: 1,
  refused: 0,
  ...more,
});

test('a band is as wide as its bytes, and what goes the same way is one band', () => {
  const { bands } = layOutWays([way('ada', 'x', { bytes: 300 }), way('ada', 'x', { bytes: 100 }), way('bob', 'y')]);
  const widths = new Map(bands.map(({ from, to, width }) => [`${from} > ${to}`, width]));
  expect(bands).toHaveLength(4);
  expect((widths.get('0 ada > 1 proxy') ?? 0) / (widths.get('0 bob > 1 proxy') ?? 1)).toBeCloseTo(4, 5);
});

test('what was refused is a line of its own, and one that only tried has its place', () => {
  const { bands, stations } = layOutWays([
    way('ada', 'x', { refused: 2 }),
    way('eve', 'z', { passed: 0, refused: 1, bytes: 0 }),
  ]);
  expect(bands.filter(({ isRefused }) => isRefused).map(({ to }) => to)).toEqual(['1 proxy', '2 x', '1 proxy', '2 z']);
  expect(stations.map(({ name }) => name)).toEqual(expect.arrayContaining(['eve', 'z']));
});

test('names that are the same on both sides are two places, and all lie within the picture', () => {
  const { stations, height } = layOutWays(Array.from({ length: 40 }, (_, at) => way(`n${at}`, `n${at}`)));
  expect(stations).toHaveLength(81);
  for (const { x, y, width, height: tall } of stations) {
    expect(x).toBeGreaterThanOrEqual(0);
    expect(x + width).toBeLessThanOrEqual(pictureWidth);
    expect(y).toBeGreaterThanOrEqual(0);
    expect(y + tall).toBeLessThanOrEqual(height);
  }
});
