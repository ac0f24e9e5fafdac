import { cliText } from '../../messages/index.ts';
import {
  buildMatrix,
  type MatrixCell,
  matrixContents,
  type MatrixRow,
  type PlanFacts,
  type Policy,
  type Verdict,
} from '../../policy/index.ts';
import type { Run, Terminal } from '../command.ts';
import { cliError } from '../errors.ts';
import { instantOption, textOption } from '../read-options.ts';
import { type CatalogueTerms, termsInForce } from '../policy/catalogue-terms.ts';
import { policyOf } from '../policy/read-policy-folder.ts';
import { printTable } from '../print-table.ts';

export const policyMatrix: Run = async (invocation) => {
  const { terminal, options } = invocation;
  const { policy } = await policyOf(invocation);
  const at = instantOption(options, 'on') ?? new Date().toISOString();
  const wanted = textOption(options, 'plan');
  const rows = buildMatrix(policy, {
    plans: plansOf(await termsInForce(invocation), wanted, at),
    at,
    workspace: textOption(options, 'workspace') ?? 'default',
  });
  if (terminal.isJson) return terminal.print(JSON.stringify({ version: policy.version, at, rows }));
  if (wanted !== undefined) return showDetail(terminal, policy, rows);
  showOverview(terminal, policy, rows);
};

function plansOf(terms: CatalogueTerms, wanted: string | undefined, at: string): readonly PlanFacts[] {
  if (wanted === undefined) return terms.plans(at);
  const plan = terms.plan(wanted, at);
  if (!plan) throw cliError('cli_option_invalid', { option: '--plan', value: wanted });
  return [plan];
}

function showOverview(terminal: Terminal, { labels }: Policy, rows: readonly MatrixRow[]): void {
  const { language } = terminal;
  const headings = [cliText(language, 'policyMatrix.plan', {}), ...labels.all.map(({ name }) => name)];
  const table = rows.map((row) => [
    planName(terminal, row),
    ...labels.all.map(({ name }) =>
      overviewCell(
        terminal,
        row.cells.filter(({ label }) => label === name),
      ),
    ),
  ]);
  printTable(terminal, headings, table);
  terminal.remark(cliText(language, 'policyMatrix.how', {}));
}

// Without a finding, and then what the strictest of its findings brings where that is another thing.
function overviewCell(terminal: Terminal, cells: readonly MatrixCell[]): string {
  const verdicts = new Set<Verdict>(cells.map(({ verdict }) => verdict));
  return [...verdicts].map((verdict) => cliText(terminal.language, `verdict.${verdict}`, {})).join(' / ');
}

function showDetail(terminal: Terminal, policy: Policy, rows: readonly MatrixRow[]): void {
  const { language } = terminal;
  const table = rows.flatMap((row) =>
    row.cells.map(({ label, content, verdict, reasons }) => [
      planName(terminal, row),
      label,
      matrixContents.includes(content) ? cliText(language, `content.${content}`, {}) : content,
      cliText(language, `verdict.${verdict}`, {}),
      reasons.map((reason) => `${reason}: ${policy.textOf(reason)?.[language].text ?? ''}`).join(' '),
    ]),
  );
  printTable(terminal, cliText(language, 'policyMatrix.detailColumns', {}).split('|'), table);
}

function planName({ language }: Terminal, { plan, isAgreed }: MatrixRow): string {
  const name = `${plan.vendor}/${plan.plan}`;
  if (!isAgreed) return name;
  const agreed = [
    ...(plan.isZdrOffered ? ['ZDR'] : []),
    ...(plan.training === 'unless_opted_out' ? [cliText(language, 'policyMatrix.optOut', {})] : []),
  ];
  return `${name} + ${agreed.join(' + ')}`;
}
