import { type Evaluated, runEvaluation } from '../../evaluation/index.ts';
import { cliText, evaluationText } from '../../messages/index.ts';
import type { Run, Terminal } from '../command.ts';
import { choicesOf, evaluationQuestion, inputInvalid } from '../evaluation/read-evaluation.ts';
import { amount, printFigures } from '../evaluation/print-figures.ts';
import { withInstallation } from '../options.ts';

export const evaluationRun: Run = async (invocation) => {
  const { terminal } = invocation;
  await withInstallation(invocation, async (installation) => {
    const given = choicesOf(invocation);
    const chosen = Object.keys(given).length === 0 ? undefined : given;
    const question = await evaluationQuestion(invocation, installation);
    const run = await runEvaluation({ ...question, chosen });
    if (run.kind === 'faults') throw inputInvalid(invocation, run.faults);
    const { evaluated } = run;
    const { version } = question.catalogue;
    if (terminal.isJson) return terminal.print(JSON.stringify({ catalogueVersion: version, ...evaluated }));
    printHead(terminal, version, evaluated);
    printFigures(terminal, evaluated.figures);
    printUnpriced(terminal, evaluated);
  });
};

function printHead(terminal: Terminal, catalogue: string, { input, figures, volumes, terms }: Evaluated): void {
  const { language } = terminal;
  const { evaluation, plan, currency } = input;
  const { trials, seed, engine } = figures;
  const head = { evaluation, plan, currency, trials, seed, engine, catalogue };
  terminal.print(cliText(language, 'evaluationRun.head', head));
  const { from, to, days, all } = volumes;
  const measured = {
    from: from.slice(0, 10),
    to: to.slice(0, 10),
    days: Math.round(days),
    exchanges: amount(terminal, all.exchangesPerYear),
  };
  terminal.print(cliText(language, 'evaluationRun.measured', measured));
  if (!terms.zdr.offered) terminal.print(evaluationText(language, 'zdr.none'));
  if (days < 7) terminal.print(cliText(language, 'evaluationRun.short', {}));
  terminal.print('');
}

function printUnpriced({ language, print }: Terminal, { unpriced }: Evaluated): void {
  if (unpriced.length === 0) return;
  const names = unpriced.map(({ name }) => name).join(', ');
  print(cliText(language, 'evaluationRun.unpriced', { names }));
}
