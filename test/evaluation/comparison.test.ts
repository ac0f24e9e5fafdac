import { expect, test } from 'vitest';
import { openCatalogue, shippedData } from '../../src/catalogue/index.ts';
import { comparePlans, parseWeights } from '../../src/evaluation/index.ts';

const catalogue = openCatalogue(shippedData);
const day = (text: string): Date => new Date(`${text}T00:00:00Z`);
const today = day('2026-11-27');

function compared(weights: readonly string[], on = today) {
  return comparePlans({ catalogue, on, today, weights: parseWeights(weights) });
}

function plan(weights: readonly string[], id: string, on = today) {
  const found = compared(weights, on).find((each) => `${each.vendor}/${each.plan}` === id);
  if (!found) throw new Error(id);
  return found;
}

test('a plan earns by the place of its values, and what is unknown earns nothing and is told', () => {
  const api = plan(['training=1'], 'anthropic/api');
  expect(api).toMatchObject({ score: 1, known: 1 });
  expect(plan(['training=1'], 'anthropic/pro').score).toBeLessThan(1);
  const unknown = compared(['sub_processors=1']).find(({ known }) => known === 0);
  expect(unknown?.score).toBe(0);
  expect(unknown?.cells.find(({ criterion }) => criterion === 'sub_processors')).toMatchObject({
    value: 'unknown',
    score: null,
  });
});

test('every value has its facts, and each of those its source', () => {
  const cell = plan([], 'anthropic/api').cells.find(({ criterion }) => criterion === 'retention');
  expect(cell).toMatchObject({ value: 'up_to_days', days: 30 });
  expect(cell?.facts.find(({ id }) => id === 'anth-api-30')?.source?.url).toMatch(/^https:/);
});

test('plans that earn most come first, and weights change the order', () => {
  const scores = compared([]).map(({ score }) => score);
  expect(scores).toEqual([...scores].toSorted((one, other) => other - one));
  const order = (weights: readonly string[]) => compared(weights).map(({ vendor, plan: id }) => `${vendor}/${id}`);
  expect(order(['training=1'])).not.toEqual(order(['zdr=1']));
});

test('it is what applied on the day: personal plans did not train before their terms said so', () => {
  const training = (on: string) =>
    plan([], 'anthropic/pro', day(on)).cells.find(({ criterion }) => criterion === 'training')?.value;
  expect([training('2025-08-15'), training('2026-11-27')]).toEqual(['no', 'opt_out']);
});

test.each(['training', 'training=much', 'training=-1', 'weather=3', 'zdr=1=2', '=3'])('%s is no weight', (text) => {
  expect(() => parseWeights([text])).toThrow(expect.objectContaining({ code: 'evaluation_weight_invalid' }));
});
