import { optionNames } from '../../evaluation/index.ts';
import type { ChoiceFigures, EvaluationFigures } from '../../ledger/index.ts';
import { cliText, evaluationInputText, evaluationText } from '../../messages/index.ts';
import type { Terminal } from '../command.ts';
import { printTable } from '../print-table.ts';

type Named = { readonly name: string; readonly of: ChoiceFigures };

/** Prints the options side by side: losses, costs, tolerance, classes, the curve, and what moves the cheapest most. */
export function printFigures(terminal: Terminal, figures: EvaluationFigures): void {
  const { language } = terminal;
  const chosen = figures.chosen === null ? [] : [{ name: say(terminal, 'evaluationRun.chosen'), of: figures.chosen }];
  const all: readonly Named[] = [
    ...optionNames.map((option) => ({ name: optionWord(terminal, option), of: figures.options[option] })),
    ...chosen,
  ];
  printOptions(terminal, all);
  terminal.print('');
  for (const { name, of } of all) printTolerance(terminal, name, of);
  terminal.print('');
  printClasses(terminal, figures);
  printCosts(terminal, all);
  printCurve(terminal, figures, all);
  const [cheapest] = chosen.length > 0 ? chosen : all.toSorted((one, other) => one.of.meanTotal - other.of.meanTotal);
  if (cheapest) printTornado(terminal, cheapest);
  const { mean, standardError, expected } = figures.options.as_is.losses;
  const told = {
    mean: amount(terminal, mean),
    error: amount(terminal, standardError),
    expected: amount(terminal, expected),
  };
  terminal.print(`\n${cliText(language, 'evaluationRun.check', told)}`);
}

export function optionWord({ language }: Terminal, option: string): string {
  return evaluationText(language, `option.${option}`);
}

function printOptions(terminal: Terminal, all: readonly Named[]): void {
  const rows = all.map(({ name, of: { losses, costs, meanTotal } }) => [
    name,
    ...[losses.mean, losses.p50, losses.p90, losses.p95, losses.p99].map((loss) => amount(terminal, loss)),
    amount(
      terminal,
      costs.reduce((sum, { mean }) => sum + mean, 0),
    ),
    amount(terminal, meanTotal),
  ]);
  printTable(terminal, say(terminal, 'evaluationRun.columns').split('|'), rows);
}

function printTolerance(terminal: Terminal, option: string, { tolerance }: ChoiceFigures): void {
  for (const { loss, probability, chance, isWithin } of tolerance)
    terminal.print(
      cliText(terminal.language, 'evaluationRun.tolerance', {
        option,
        loss: amount(terminal, loss),
        chance: share(terminal, chance),
        probability: share(terminal, probability),
        mark: say(terminal, isWithin ? 'evaluationRun.within' : 'evaluationRun.beyond'),
      }),
    );
}

function printClasses(terminal: Terminal, { classes }: EvaluationFigures): void {
  const rows = classes.flatMap(({ label, options }) =>
    optionNames.map((option, index) => {
      const { mean, p95, p99, chanceOfNone } = options[option];
      const losses = [mean, p95, p99].map((loss) => amount(terminal, loss));
      return [index === 0 ? label : '', optionWord(terminal, option), ...losses, share(terminal, chanceOfNone)];
    }),
  );
  printTable(terminal, say(terminal, 'evaluationRun.classColumns').split('|'), rows);
}

// Each cost once, under the option that brings it.
function printCosts(terminal: Terminal, all: readonly Named[]): void {
  const costs = [...new Map(all.flatMap(({ of }) => of.costs).map((cost) => [JSON.stringify(cost), cost])).values()];
  if (costs.length === 0) return;
  terminal.print('');
  const rows = costs.map(({ option, label = '', kind, name, mean, low, high }) => [
    optionWord(terminal, option),
    label,
    kind === 'feature' || kind === 'model'
      ? cliText(terminal.language, `evaluationRun.${kind}`, { name })
      : kind === 'price'
        ? evaluationText(terminal.language, 'input.price')
        : name,
    ...[mean, low, high].map((value) => amount(terminal, value)),
  ]);
  printTable(terminal, say(terminal, 'evaluationRun.costColumns').split('|'), rows);
}

function printCurve(terminal: Terminal, { amounts }: EvaluationFigures, all: readonly Named[]): void {
  terminal.print('');
  const headings = [say(terminal, 'evaluationRun.curve'), ...all.map(({ name }) => name)];
  const rows = amounts.map((value, index) => [
    amount(terminal, value),
    ...all.map(({ of }) => share(terminal, of.exceedance[index] ?? 0)),
  ]);
  printTable(terminal, headings, rows);
}

function printTornado(terminal: Terminal, { name, of }: Named): void {
  if (of.tornado.length === 0) return;
  terminal.print(`\n${cliText(terminal.language, 'evaluationRun.tornado', { option: name })}`);
  const rows = of.tornado.map(({ label, input, atLow, atHigh }) => [
    label ?? '',
    label === null ? input : evaluationInputText(terminal.language, input),
    amount(terminal, atLow),
    amount(terminal, atHigh),
  ]);
  printTable(terminal, say(terminal, 'evaluationRun.tornadoColumns').split('|'), rows);
}

// Three figures are all that estimates bear.
export function amount({ language }: Terminal, value: number): string {
  return new Intl.NumberFormat(language, { maximumSignificantDigits: 3 }).format(value);
}

// Nothing that can happen is told as if it could not, nor the other way round.
function share({ language }: Terminal, value: number): string {
  const told = (shown: number): string =>
    new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 1 }).format(shown);
  if (value > 0 && value < 0.001) return `< ${told(0.001)}`;
  return value > 0.999 && value < 1 ? `> ${told(0.999)}` : told(value);
}

function say({ language }: Terminal, key: string): string {
  return cliText(language, key, {});
}
