import type { TornadoBar } from '../../ledger/index.ts';
import type { Choice, ClassModel, Cost, Model } from './model.ts';
import { type OptionName } from './options.ts';
import { exactly, meanOf, type Spread, valueAt, z95 } from './spread.ts';

/** What a year costs on average, without chance: the product of means, since all inputs are drawn on their own. */
export function expectedLoss(model: ClassModel, option: OptionName): number {
  const incidents = (meanOf(model.exchanges) * meanOf(model.incidentsPerMillion)) / 1e6;
  return incidents * meanOf(model.loss) * leftBy(model, option);
}

/** How much of what happens today an option leaves, on average. */
function leftBy(model: ClassModel, option: OptionName): number {
  const missed = (): number => meanOf(model.redactionMisses);
  const stays = (): number => 1 - meanOf(model.keptShare) * (1 - meanOf(model.outsideZdr));
  switch (option) {
    case 'as_is':
      return 1;
    case 'redaction':
      return missed();
    case 'zdr':
      return stays();
    case 'zdr_redaction':
      return missed() * stays();
    case 'block':
      return meanOf(model.goesAround);
  }
}

/** The costs that come with a choice: each once, however many classes ask for it. */
export function costsOf(costs: readonly Cost[], choice: Choice): readonly Cost[] {
  return costs.filter(({ option, label }) =>
    Object.entries(choice).some(
      ([chosenFor, chosen]) => (label === undefined || label === chosenFor) && comesWith(option, chosen),
    ),
  );
}

function comesWith(option: Cost['option'], chosen: OptionName): boolean {
  return option === chosen || (chosen === 'zdr_redaction' && option !== 'block');
}

// What moves it less than a dozen others moves it little.
const mostBars = 12;

const classInputs = [
  'exchanges',
  'incidentsPerMillion',
  'loss',
  'keptShare',
  'outsideZdr',
  'redactionMisses',
  'goesAround',
] as const satisfies readonly (keyof ClassModel)[];

/** How far the inputs that a choice's yearly total depends on move it, each alone and all others averaged; what moves it most first. Computed, not drawn. */
export function tornado(model: Model, choice: Choice): readonly TornadoBar[] {
  const costs = costsOf(model.costs, choice);
  const losses = model.classes.map((each) => expectedLoss(each, optionFor(choice, each.label)));
  const total = sum(losses) + sum(costs.map(({ perYear }) => meanOf(perYear)));
  const ofClasses = model.classes.flatMap((each, index) =>
    classInputs.flatMap((input): readonly TornadoBar[] => {
      const others = total - (losses[index] ?? 0);
      const at = (z: number): number =>
        others + expectedLoss({ ...each, [input]: fixedAt(each[input], z) }, optionFor(choice, each.label));
      return each[input].kind === 'exact' ? [] : [{ label: each.label, input, atLow: at(-z95), atHigh: at(z95) }];
    }),
  );
  const ofCosts = costs.flatMap(({ name, perYear, label = null }): readonly TornadoBar[] => {
    const at = (z: number): number => total - meanOf(perYear) + valueAt(perYear, z);
    return perYear.kind === 'exact' ? [] : [{ label, input: name, atLow: at(-z95), atHigh: at(z95) }];
  });
  return [...ofClasses, ...ofCosts]
    .filter((bar) => span(bar) > total * 1e-9)
    .toSorted((one, other) => span(other) - span(one))
    .slice(0, mostBars);
}

function span({ atLow, atHigh }: TornadoBar): number {
  return Math.abs(atHigh - atLow);
}

/** What is done with a class; as it is where nothing was chosen. */
export function optionFor(choice: Choice, label: string): OptionName {
  return (Object.hasOwn(choice, label) ? choice[label] : undefined) ?? 'as_is';
}

export function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function fixedAt(spread: Spread, z: number): Spread {
  return exactly(valueAt(spread, z));
}
