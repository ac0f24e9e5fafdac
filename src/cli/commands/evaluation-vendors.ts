import { comparisonCsv } from '../../console-api/index.ts';
import { catalogueThen, type ComparedPlan, comparePlans, parseWeights } from '../../evaluation/index.ts';
import { cliText, catalogueText } from '../../messages/index.ts';
import { buildMatrix, type MatrixRow, type PlanFacts, planFactsOf, type Policy } from '../../policy/index.ts';
import { loadCatalogue } from '../catalogue/installed-catalogue.ts';
import { valueWord } from '../catalogue/words.ts';
import type { Invocation, Run, Terminal } from '../command.ts';
import { cliError } from '../errors.ts';
import { withInstallation } from '../options.ts';
import { openPolicyFolder } from '../policy/read-policy-folder.ts';
import { dayOption, textOption, textsOption } from '../read-options.ts';
import { printTable } from '../print-table.ts';

/** A plan, and what the policy does with a file of the label that was asked for. */
type Asked = ComparedPlan & { readonly verdicts?: readonly { readonly agreed: boolean; readonly verdict: string }[] };

export const evaluationVendors: Run = async (invocation) => {
  const { terminal, options } = invocation;
  await withInstallation(invocation, async ({ settings, tenancy, tenant }) => {
    const catalogue = await loadCatalogue(settings);
    const on = dayOption(options, 'on') ?? tenancy.now();
    const weights = parseWeights(textsOption(options, 'weight'));
    const compared = comparePlans({ catalogue, on, today: tenancy.now(), weights });
    const folder = textOption(options, 'policy') ?? (settings.policy.folder || undefined);
    const { policy } = await openPolicyFolder(terminal.language, folder);
    const label = labelOf(invocation, policy);
    const rows = label === undefined ? [] : matrixRows(policy, catalogue.plans(on).map(planFactsOf), on);
    const plans = compared.map(
      (plan): Asked => (label === undefined ? plan : { ...plan, ...verdictsOf(rows, plan, label) }),
    );
    const frame = {
      on: on.toISOString().slice(0, 10),
      catalogueVersion: catalogue.version,
      catalogueThen: await catalogueThen(tenancy, tenant.id, on),
    };
    if (terminal.isJson) return terminal.print(JSON.stringify({ ...frame, weights, ...(label && { label }), plans }));
    if (options['csv'] === true) return terminal.emit(comparisonCsv(plans, frame, terminal.language));
    terminal.print(
      cliText(terminal.language, 'evaluationVendors.head', { ...frame, catalogueThen: frame.catalogueThen ?? '–' }),
    );
    terminal.print('');
    printPlans(terminal, plans, label);
    terminal.remark(cliText(terminal.language, 'evaluationVendors.how', {}));
  });
};

function labelOf({ options }: Invocation, policy: Policy): string | undefined {
  const value = textOption(options, 'label');
  if (value !== undefined && !policy.labels.all.some(({ name }) => name === value))
    throw cliError('cli_option_invalid', { option: '--label', value });
  return value;
}

function matrixRows(policy: Policy, plans: readonly PlanFacts[], on: Date): readonly MatrixRow[] {
  return buildMatrix(policy, { plans, at: on.toISOString(), workspace: '' });
}

function verdictsOf(
  rows: readonly MatrixRow[],
  { vendor, plan }: ComparedPlan,
  label: string,
): Pick<Asked, 'verdicts'> {
  const own = rows.filter((row) => row.plan.vendor === vendor && row.plan.plan === plan);
  return {
    verdicts: own.map(({ isAgreed, cells }) => {
      const cell = cells.find((each) => each.label === label && each.content === 'plain');
      return { agreed: isAgreed, verdict: cell?.verdict ?? 'block' };
    }),
  };
}

const shown = ['training', 'retention', 'ownership', 'indemnity', 'zdr'] as const;

function printPlans(terminal: Terminal, plans: readonly Asked[], label: string | undefined): void {
  const { language } = terminal;
  const percent = (value: number): string => new Intl.NumberFormat(language, { style: 'percent' }).format(value);
  const rows = plans.map((plan) => [
    `${plan.vendor}/${plan.plan}`,
    percent(plan.score),
    percent(plan.known),
    ...(label === undefined ? [] : [verdictWords(terminal, plan)]),
    ...shown.map((criterion) => {
      const cell = plan.cells.find((each) => each.criterion === criterion);
      if (!cell) return '';
      const { value, days, isContested } = cell;
      return `${valueWord(terminal, { value, ...(days === null ? {} : { days }) })}${isContested ? ' ≠' : ''}`;
    }),
  ]);
  const headings = [
    ...cliText(language, 'evaluationVendors.columns', {}).split('|'),
    ...(label === undefined ? [] : [label]),
    ...shown.map((criterion) => catalogueText(language, `criterion.${criterion}`)),
  ];
  printTable(terminal, headings, rows);
}

// As sold, and where that is another thing, with what the vendor agrees to on request.
function verdictWords({ language }: Terminal, { verdicts = [] }: Asked): string {
  return verdicts
    .map(({ agreed, verdict }) => {
      const word = cliText(language, `verdict.${verdict}`, {});
      return agreed ? cliText(language, 'evaluationVendors.agreed', { verdict: word }) : word;
    })
    .join(', ');
}
