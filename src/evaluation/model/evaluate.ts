import type { ChoiceFigures, CostFigures, EvaluationFigures } from '../../ledger/index.ts';
import { costsOf, expectedLoss, optionFor, sum, tornado } from './expected.ts';
import { type Choice, type Cost, engineVersion, type Model, type Run, type Tolerance } from './model.ts';
import { type OptionName, optionNames } from './options.ts';
import { emptyTrials, simulateClass } from './simulate.ts';
import { meanOf, valueAt, z95 } from './spread.ts';
import { chancesBeyond, type Losses, lossesOf } from './summary.ts';

type ClassFigures = EvaluationFigures['classes'][number];

/** Evaluates the five options, and the choice if there is one. Costs by trials and classes; reproducible by its seed. */
export function evaluate(model: Model, run: Run, chosen: Choice | null = null): EvaluationFigures {
  const choices = [...optionNames.map((option) => sameFor(model, option)), ...(chosen === null ? [] : [chosen])];
  const portfolios = choices.map((choice) => ({ choice, total: new Float64Array(run.trials) }));
  const [trials, scratch] = [emptyTrials(run.trials), new Float64Array(run.trials)];
  const classes = model.classes.map((each): ClassFigures => {
    simulateClass(each, run, trials);
    for (const { choice, total } of portfolios) addTo(total, trials[optionFor(choice, each.label)]);
    const of = (option: OptionName) => {
      return [option, { ...lossesOf(trials[option], scratch), expected: expectedLoss(each, option) }] as const;
    };
    return { label: each.label, options: Object.fromEntries(optionNames.map(of)) as ClassFigures['options'] };
  });
  const summed = portfolios.map(({ choice, total }) => ({ choice, total, losses: lossesOf(total, scratch) }));
  const most = Math.max(...summed.map(({ losses }) => losses.p99));
  const amounts = tellingOf(
    amountsFor(model.tolerance, most),
    summed.map(({ total }) => total),
  );
  const told = summed.map((each) => portfolioOf(model, amounts, each));
  return {
    engine: engineVersion,
    ...run,
    classes,
    options: Object.fromEntries(
      optionNames.map((option, index) => [option, told[index]]),
    ) as EvaluationFigures['options'],
    chosen: told[optionNames.length] ?? null,
    amounts,
  };
}

type Summed = { readonly choice: Choice; readonly total: Float64Array; readonly losses: Losses };

function portfolioOf(model: Model, amounts: readonly number[], { choice, total, losses }: Summed): ChoiceFigures {
  const expected = sum(model.classes.map((each) => expectedLoss(each, optionFor(choice, each.label))));
  const costs = costsOf(model.costs, choice).map(costLine);
  const exceedance = chancesBeyond(total, amounts);
  return {
    choice,
    losses: { ...losses, expected },
    costs,
    meanTotal: expected + sum(costs.map(({ mean }) => mean)),
    exceedance,
    tolerance: model.tolerance.map(({ loss, probability }) => {
      const [chance = 1] = chancesBeyond(total, [loss]);
      return { loss, probability, chance, isWithin: chance <= probability };
    }),
    tornado: tornado(model, choice),
  };
}

function sameFor({ classes }: Model, option: OptionName): Choice {
  return Object.fromEntries(classes.map(({ label }) => [label, option]));
}

// Of small amounts that no curve tells apart the largest is enough, and of large ones that nobody loses the smallest.
function tellingOf(amounts: readonly number[], totals: readonly Float64Array[]): readonly number[] {
  const curves = totals.map((total) => chancesBeyond(total, amounts));
  const isFlat = (index: number): boolean => curves.every((curve) => curve[index] === curve[0]);
  const isOver = (index: number): boolean => curves.every((curve) => curve[index] === 0);
  const from = amounts.findIndex((_, index) => !isFlat(index));
  const to = amounts.findIndex((_, index) => isOver(index));
  return amounts.slice(Math.max(0, from - 1), to < 0 ? undefined : to + 1);
}

function addTo(total: Float64Array, trials: Float64Array): void {
  for (let trial = 0; trial < trials.length; trial += 1) total[trial] = (total[trial] ?? 0) + (trials[trial] ?? 0);
}

function costLine({ perYear, ...cost }: Cost): CostFigures {
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
