import { costsOf, expectedLoss, optionFor, sum, tornado, type TornadoBar } from './expected.ts';
import { type Choice, type Cost, engineVersion, type Model, type Run, type Tolerance } from './model.ts';
import { type OptionName, optionNames } from './options.ts';
import { emptyTrials, simulateClass } from './simulate.ts';
import { meanOf, valueAt, z95 } from './spread.ts';
import { chancesBeyond, type Losses, lossesOf } from './summary.ts';

/** A cost as it enters the comparison: a year of it, on average and at its 5 % and 95 %. */
export type CostLine = Omit<Cost, 'perYear'> & { readonly mean: number; readonly low: number; readonly high: number };

/** All classes under one choice. */
export type Portfolio = {
  readonly choice: Choice;
  /** `expected` is the mean without chance, which the trials are held against. */
  readonly losses: Losses & { readonly expected: number };
  readonly costs: readonly CostLine[];
  /** Of loss and costs. */
  readonly meanTotal: number;
  /** The chance of losing more, for each amount of `Evaluation.amounts`. */
  readonly exceedance: readonly number[];
  readonly tolerance: readonly (Tolerance & { readonly chance: number; readonly isWithin: boolean })[];
  readonly tornado: readonly TornadoBar[];
};

export type ClassLosses = {
  readonly label: string;
  readonly options: Readonly<Record<OptionName, Losses & { readonly expected: number }>>;
};

/** What the options are worth, and how that was computed. Amounts are a year's, in the currency of the input. */
export type Evaluation = {
  readonly engine: string;
  readonly seed: string;
  readonly trials: number;
  readonly classes: readonly ClassLosses[];
  /** Every class under the same option. */
  readonly options: Readonly<Record<OptionName, Portfolio>>;
  readonly chosen: Portfolio | null;
  /** What the curves are told at: each amount, the smallest first. */
  readonly amounts: readonly number[];
};

/** Evaluates the five options, and the choice if there is one. Costs by trials and classes; reproducible by its seed. */
export function evaluate(model: Model, run: Run, chosen: Choice | null = null): Evaluation {
  const choices = [...optionNames.map((option) => sameFor(model, option)), ...(chosen === null ? [] : [chosen])];
  const portfolios = choices.map((choice) => ({ choice, total: new Float64Array(run.trials) }));
  const [trials, scratch] = [emptyTrials(run.trials), new Float64Array(run.trials)];
  const classes = model.classes.map((each): ClassLosses => {
    simulateClass(each, run, trials);
    for (const { choice, total } of portfolios) addTo(total, trials[optionFor(choice, each.label)]);
    const of = (option: OptionName) => {
      return [option, { ...lossesOf(trials[option], scratch), expected: expectedLoss(each, option) }] as const;
    };
    return { label: each.label, options: Object.fromEntries(optionNames.map(of)) as ClassLosses['options'] };
  });
  const summed = portfolios.map(({ choice, total }) => ({ choice, total, losses: lossesOf(total, scratch) }));
  const amounts = amountsFor(model.tolerance, Math.max(...summed.map(({ losses }) => losses.p99)));
  const told = summed.map((each) => portfolioOf(model, amounts, each));
  return {
    engine: engineVersion,
    ...run,
    classes,
    options: Object.fromEntries(optionNames.map((option, index) => [option, told[index]])) as Evaluation['options'],
    chosen: told[optionNames.length] ?? null,
    amounts,
  };
}

type Summed = { readonly choice: Choice; readonly total: Float64Array; readonly losses: Losses };

function portfolioOf(model: Model, amounts: readonly number[], { choice, total, losses }: Summed): Portfolio {
  const expected = sum(model.classes.map((each) => expectedLoss(each, optionFor(choice, each.label))));
  const costs = costsOf(model.costs, choice).map(costLine);
  const exceedance = chancesBeyond(total, amounts);
  return {
    choice,
    losses: { ...losses, expected },
    costs,
    meanTotal: expected + sum(costs.map(({ mean }) => mean)),
    exceedance,
    // Every amount of the tolerance is one of the curve's.
    tolerance: model.tolerance.map(({ loss, probability }) => {
      const chance = exceedance[amounts.indexOf(loss)] ?? 1;
      return { loss, probability, chance, isWithin: chance <= probability };
    }),
    tornado: tornado(model, choice),
  };
}

function sameFor({ classes }: Model, option: OptionName): Choice {
  return Object.fromEntries(classes.map(({ label }) => [label, option]));
}

function addTo(total: Float64Array, trials: Float64Array): void {
  for (let trial = 0; trial < trials.length; trial += 1) total[trial] = (total[trial] ?? 0) + (trials[trial] ?? 0);
}

function costLine({ perYear, ...cost }: Cost): CostLine {
  return { ...cost, mean: meanOf(perYear), low: valueAt(perYear, -z95), high: valueAt(perYear, z95) };
}

const perDecade = [1, 1.5, 2, 3, 5, 7];
const decades = 4;

// Round amounts down from the largest that matters, and those that the tolerance speaks of.
function amountsFor(tolerance: readonly Tolerance[], largest: number): readonly number[] {
  const stated = tolerance.map(({ loss }) => loss);
  const top = Math.ceil(Math.log10(Math.max(largest, ...stated, 10)));
  const round = Array.from({ length: decades }, (_, decade) => top - decades + decade).flatMap((power) =>
    perDecade.map((step) => step * 10 ** power),
  );
  return [...new Set([...round, ...stated, 10 ** top])].toSorted((one, other) => one - other);
}
