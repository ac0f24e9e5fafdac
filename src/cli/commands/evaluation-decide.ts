import { decide, evaluationError, readStandings, type Standing } from '../../evaluation/index.ts';
import { cliText, evaluationText } from '../../messages/index.ts';
import { loadCatalogue } from '../catalogue/installed-catalogue.ts';
import { type ExitCode, exitCodes, type Run, type Terminal } from '../command.ts';
import { choicesOf, evaluationQuestion, inputInvalid } from '../evaluation/read-evaluation.ts';
import { optionWord, printFigures } from '../evaluation/print-figures.ts';
import { withInstallation } from '../options.ts';
import { requiredOption } from '../read-options.ts';
import { printTable } from '../print-table.ts';

export const evaluationDecide: Run = async (invocation) => {
  const { terminal, options } = invocation;
  const verdict = {
    choice: choicesOf(invocation),
    decider: requiredOption(options, 'decider'),
    residualRisk: requiredOption(options, 'residual-risk'),
    dpoOpinion: requiredOption(options, 'dpo-opinion'),
    dpoReasons: requiredOption(options, 'dpo-reasons'),
    expiresOn: requiredOption(options, 'expires'),
  };
  await withInstallation(invocation, async (installation) => {
    const question = await evaluationQuestion(invocation, installation);
    const { newId } = installation.tenancy;
    const decided = await decide({ ...question, verdict, newId, actor: 'command_line' });
    if (decided.kind === 'faults') throw inputInvalid(invocation, decided.faults);
    const { decision } = decided;
    if (terminal.isJson) return terminal.print(JSON.stringify(decision));
    const { evaluation, expiresOn, inputsDigest: digest } = decision;
    terminal.remark(cliText(terminal.language, 'evaluationDecide.done', { evaluation, expiresOn, digest }));
  });
};

export const evaluationShow: Run = async (invocation) => {
  const { terminal, words } = invocation;
  const standings = await withInstallation(invocation, async ({ settings, tenancy, tenant }) =>
    readStandings({
      books: tenancy,
      tenantId: tenant.id,
      now: tenancy.now(),
      catalogue: await loadCatalogue(settings),
    }),
  );
  const wanted = words.length === 0 ? standings : words.map((name) => named(standings, name));
  if (terminal.isJson) terminal.print(JSON.stringify(wanted));
  else if (wanted.length === 0) terminal.remark(cliText(terminal.language, 'evaluationShow.none', {}));
  else print(terminal, wanted, words.length > 0);
  return exitOf(wanted);
};

function named(standings: readonly Standing[], name: string): Standing {
  const found = standings.find(({ decision }) => decision.evaluation === name);
  if (!found) throw evaluationError('evaluation_unknown', { evaluation: name });
  return found;
}

function exitOf(standings: readonly Standing[]): ExitCode {
  if (standings.length === 0) return exitCodes.place;
  return standings.some(({ state }) => state === 'reopened') ? exitCodes.refused : exitCodes.done;
}

function print(terminal: Terminal, standings: readonly Standing[], isWhole: boolean): void {
  const { language } = terminal;
  const rows = standings.map(({ decision, state }) => [
    decision.evaluation,
    `${decision.vendor}/${decision.plan}`,
    evaluationText(language, `state.${state}`),
    decision.recordedAt.slice(0, 10),
    decision.expiresOn,
    decision.decider,
    Object.entries(decision.choice)
      .map(([label, option]) => `${label}: ${optionWord(terminal, option)}`)
      .join(', '),
  ]);
  printTable(terminal, cliText(language, 'evaluationShow.columns', {}).split('|'), rows);
  for (const { decision, reasons } of standings)
    for (const { code, ...args } of reasons) {
      const reason = evaluationText(language, `reason.${code}`, args);
      terminal.print(cliText(language, 'evaluationShow.reason', { evaluation: decision.evaluation, reason }));
    }
  if (isWhole) for (const standing of standings) printDecision(terminal, standing);
}

function printDecision(terminal: Terminal, { decision }: Standing): void {
  const { language } = terminal;
  const { residualRisk, dpoOpinion, dpoReasons, catalogueVersion, inputsDigest, figures } = decision;
  const opinion = evaluationText(language, `dpo.${dpoOpinion}`);
  terminal.print('');
  terminal.print(cliText(language, 'evaluationShow.residual', { text: residualRisk }));
  terminal.print(cliText(language, 'evaluationShow.dpo', { opinion, text: dpoReasons }));
  terminal.print(
    cliText(language, 'evaluationShow.rests', { catalogue: catalogueVersion, digest: inputsDigest.slice(0, 16) }),
  );
  terminal.print('');
  printFigures(terminal, figures);
}
