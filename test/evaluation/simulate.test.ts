import { expect, test } from 'vitest';
import { evaluate } from '../../src/evaluation/model/evaluate.ts';
import { expectedLoss, tornado } from '../../src/evaluation/model/expected.ts';
import { optionNames } from '../../src/evaluation/model/options.ts';
import { simulateClass } from '../../src/evaluation/model/simulate.ts';
import { amountSpread, exactly, meanOf, shareSpread } from '../../src/evaluation/model/spread.ts';
import { chancesBeyond, lossesOf, momentsOf } from '../../src/evaluation/model/summary.ts';
import { evaluateInThread } from '../../src/evaluation/thread/evaluate-in-thread.ts';
import { classModel } from '../support/evaluated.ts';

const run = { seed: '4711', trials: 300_000 };
const square = (value: number): number => value ** 2;

/** Variance of a compound Poisson sum: rate times the mean square; a rate that is uncertain itself adds its own. */
function varianceOf(model: ReturnType<typeof classModel>): number {
  const rate = meanOf(model.exchanges) / 1e6;
  const [mean, squares] = [meanOf(model.incidentsPerMillion), meanOf(model.incidentsPerMillion, square)];
  const ofRate = rate ** 2 * (squares - mean ** 2);
  return rate * mean * meanOf(model.loss, square) + ofRate * meanOf(model.loss) ** 2;
}

test('mean and variance of a year are those of the compound Poisson distribution', () => {
  const sure = classModel({ incidentsPerMillion: exactly(2.5) });
  for (const model of [sure, classModel()]) {
    const [mean, variance] = momentsOf(simulateClass(model, run).as_is);
    expect(Math.abs(mean - expectedLoss(model, 'as_is'))).toBeLessThan(5 * Math.sqrt(variance / run.trials));
    expect(variance / varianceOf(model)).toBeGreaterThan(0.9);
    expect(variance / varianceOf(model)).toBeLessThan(1.1);
  }
});

test('in a year with an incident, half of the losses are above the stated middle', () => {
  const model = classModel({ exchanges: exactly(100_000), incidentsPerMillion: exactly(1), goesAround: exactly(1) });
  const { block } = simulateClass(model, run);
  const losses = [...block].filter((loss) => loss > 0);
  // One in ten years has an incident; two in one year are one in two hundred, which the tolerance leaves room for.
  const median = losses.toSorted((one, other) => one - other)[Math.floor(losses.length / 2)] ?? 0;
  expect(median / 200_000).toBeGreaterThan(0.98);
  expect(median / 200_000).toBeLessThan(1.12);
});

test('what an option lets happen is a Poisson number of the smaller rate', () => {
  const model = classModel({
    incidentsPerMillion: exactly(3),
    loss: exactly(1),
    redactionMisses: exactly(0.25),
    keptShare: exactly(0.5),
    outsideZdr: exactly(0.2),
    goesAround: exactly(0.1),
  });
  const trials = simulateClass(model, run);
  const rates = { as_is: 3, redaction: 0.75, zdr: 1.8, zdr_redaction: 0.45, block: 0.3 };
  for (const option of optionNames) {
    const rate = rates[option];
    const [mean, variance] = momentsOf(trials[option]);
    expect(Math.abs(mean - rate)).toBeLessThan(5 * Math.sqrt(rate / run.trials));
    expect(Math.abs(variance - rate)).toBeLessThan(5 * Math.sqrt((rate + 2 * rate ** 2) / run.trials));
    expect(lossesOf(trials[option]).chanceOfNone).toBeCloseTo(Math.exp(-rate), 2);
  }
});

test('ZDR with redaction is in no year worse than either, and nothing is worse than today', () => {
  const trials = simulateClass(classModel(), { seed: '1', trials: 50_000 });
  for (let year = 0; year < 50_000; year += 1) {
    const at = (option: (typeof optionNames)[number]): number => trials[option][year] ?? 0;
    expect(at('zdr_redaction') <= Math.min(at('zdr'), at('redaction'))).toBe(true);
    expect(Math.max(...optionNames.map(at)) <= at('as_is')).toBe(true);
  }
});

test('nothing happens where nothing is sent', () => {
  const model = classModel({ exchanges: exactly(0) });
  const { options, classes } = evaluate(
    { classes: [model], costs: [], tolerance: [{ loss: 1, probability: 0.01 }] },
    run,
  );
  expect(options.as_is.losses).toMatchObject({ mean: 0, p99: 0, chanceOfNone: 1, expected: 0 });
  expect(options.as_is.tolerance).toEqual([{ loss: 1, probability: 0.01, chance: 0, isWithin: true }]);
  expect(classes[0]?.options.block.mean).toBe(0);
});

/*
 * Over forty seeds the means lie about the closed form as their standard errors say: nine of ten within 1.645 of them. The
 * chance that fewer than 29 of 40 do is one in ten thousand.
 */
test('whatever the seed, means are as far from the closed form as their error says', () => {
  const model = classModel();
  const closed = expectedLoss(model, 'zdr_redaction');
  const off = Array.from({ length: 40 }, (_, seed) => {
    const { mean, standardError } = lossesOf(
      simulateClass(model, { seed: String(seed), trials: 20_000 }).zdr_redaction,
    );
    return (mean - closed) / standardError;
  });
  expect(off.filter((errors) => Math.abs(errors) < 1.645).length).toBeGreaterThanOrEqual(29);
  expect(Math.abs(off.reduce((sum, errors) => sum + errors, 0) / off.length)).toBeLessThan(5 / Math.sqrt(off.length));
});

test('the same seed gives the same evaluation, in a thread as here; a class more changes nothing of the others', async () => {
  const model = { classes: [classModel()], costs: [], tolerance: [{ loss: 500_000, probability: 0.05 }] };
  const small = { seed: '9', trials: 20_000 };
  const here = evaluate(model, small, { confidential: 'zdr' });
  expect(await evaluateInThread(model, small, { confidential: 'zdr' })).toEqual(here);
  expect(evaluate(model, { ...small, seed: '10' }).options.as_is.losses.mean).not.toBe(here.options.as_is.losses.mean);
  const wider = { ...model, classes: [classModel({ label: 'restricted' }), ...model.classes] };
  expect(evaluate(wider, small).classes[1]).toEqual(here.classes[0]);
  expect(here.chosen?.losses).toEqual(here.options.zdr.losses);
});

test('quantiles are those of the sorted years, and chances count what lies beyond', () => {
  const years = Float64Array.from({ length: 1_000 }, (_, index) => ((index * 7919) % 1_000) - 300).map((loss) =>
    Math.max(0, loss),
  );
  const inOrder = [...years].toSorted((one, other) => one - other);
  const [p50, p90, p95, p99] = [499, 899, 949, 989].map((place) => inOrder[place]);
  expect(lossesOf(years)).toMatchObject({ p50, p90, p95, p99, chanceOfNone: 0.301 });
  expect(lossesOf(years.map((loss) => Math.max(0, loss - 400)))).toMatchObject({ p50: 0, p90: (p90 ?? 0) - 400 });
  expect(chancesBeyond(years, [0, 100, 699, 5_000])).toEqual(
    [0, 100, 699, 5_000].map((amount) => inOrder.filter((loss) => loss > amount).length / 1_000),
  );
});

test('curves fall, from the chance of any loss to none, and have every amount of the tolerance', () => {
  const tolerance = [{ loss: 123_456, probability: 0.2 }];
  const { amounts, options } = evaluate(
    { classes: [classModel()], costs: [], tolerance },
    { seed: '3', trials: 20_000 },
  );
  const curve = options.as_is.exceedance;
  expect(curve).toEqual([...curve].toSorted((one, other) => other - one));
  expect(curve[0]).toBeCloseTo(1 - options.as_is.losses.chanceOfNone, 2);
  expect(options.as_is.tolerance[0]?.chance).toBe(curve[amounts.indexOf(123_456)]);
  expect(options.as_is.tolerance[0]?.isWithin).toBe(false);
  expect(options.block.tolerance[0]?.isWithin).toBe(true);
});

test('costs come with their option once, with the class that asks for them, and stand in the total', () => {
  const cost = (option: 'redaction' | 'zdr' | 'block', name: string, label?: string) =>
    ({ kind: 'running', name, option, perYear: exactly(1_000), ...(label === undefined ? {} : { label }) }) as const;
  const model = {
    classes: [classModel(), classModel({ label: 'restricted' })],
    costs: [cost('redaction', 'operation'), cost('zdr', 'agreement'), cost('block', 'detours', 'restricted')],
    tolerance: [],
  };
  const { options, chosen } = evaluate(
    model,
    { seed: '3', trials: 10_000 },
    { confidential: 'zdr_redaction', restricted: 'block' },
  );
  const named = (costs: typeof options.zdr.costs): readonly string[] => costs.map(({ name }) => name);
  expect(named(options.as_is.costs)).toEqual([]);
  expect(named(options.redaction.costs)).toEqual(['operation']);
  expect(named(options.zdr_redaction.costs)).toEqual(['operation', 'agreement']);
  expect(named(chosen?.costs ?? [])).toEqual(['operation', 'agreement', 'detours']);
  expect(options.zdr.meanTotal).toBeCloseTo(options.zdr.losses.expected + 1_000, 6);
});

test('the tornado has what moves the total most first, and nothing that moves nothing', () => {
  const model = {
    classes: [classModel({ keptShare: shareSpread({ low: 0.39, likely: 0.4, high: 0.41 }) })],
    costs: [
      {
        kind: 'running',
        name: 'agreement',
        option: 'zdr',
        perYear: amountSpread({ low: 1, likely: 2, high: 3 }),
      } as const,
    ],
    tolerance: [],
  };
  expect(tornado(model, { confidential: 'as_is' }).map(({ input }) => input)).toEqual(['incidentsPerMillion', 'loss']);
  expect(tornado(model, { confidential: 'zdr' }).map(({ input }) => input)).toEqual([
    'incidentsPerMillion',
    'loss',
    'keptShare',
    'agreement',
  ]);
  const [first] = tornado(model, { confidential: 'as_is' });
  // At its 95 % of five incidents in a million exchanges, each of a quarter of a million on average.
  expect(first?.atHigh).toBeCloseTo(5 * meanOf(amountSpread({ low: 50_000, likely: 200_000, high: 800_000 })), 0);
});
