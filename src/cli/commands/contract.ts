import { readFile } from 'node:fs/promises';
import { cliText } from '../../messages/index.ts';
import { addContract, listContracts, resumeContract } from '../../tenancy/index.ts';
import type { Invocation, Run } from '../command.ts';
import { cliError } from '../errors.ts';
import { withInstallation } from '../options.ts';
import { textOption } from '../read-options.ts';
import { termsInForce } from '../policy/catalogue-terms.ts';
import { printTable } from '../print-table.ts';

const defaultUpstream = 'https://api.anthropic.com';

export const contractAdd: Run = async (invocation) => {
  const credential = await readCredential(invocation);
  await withInstallation(invocation, async ({ tenancy, tenant }) => {
    const { options, terminal } = invocation;
    const plan = await knownPlan(invocation, textOption(options, 'plan') ?? 'api');
    const contract = {
      tenantId: tenant.id,
      name: textOption(options, 'name') ?? 'anthropic',
      plan,
      upstreamUrl: textOption(options, 'upstream') ?? defaultUpstream,
      organizationId: textOption(options, 'organization'),
      workspaceNames: namesOption(textOption(options, 'workspace')),
    };
    const id = await addContract(tenancy, { ...contract, credential, actor: 'command_line' });
    if (terminal.isJson)
      return terminal.print(JSON.stringify({ id, name: contract.name, upstreamUrl: contract.upstreamUrl }));
    terminal.remark(cliText(terminal.language, 'contractAdd.done', { name: contract.name, id }));
    if (contract.organizationId === undefined)
      terminal.remark(cliText(terminal.language, 'contractAdd.noOrganization', {}));
  });
};

// A plan without terms could never send: it is refused here, where it can be corrected.
async function knownPlan(invocation: Invocation, plan: string): Promise<string> {
  const terms = await termsInForce(invocation);
  const plans = terms.plans(new Date().toISOString()).filter(({ vendor }) => vendor === 'anthropic');
  if (plans.some((each) => each.plan === plan)) return plan;
  throw cliError('cli_plan_unknown', { plan, plans: plans.map((each) => each.plan).join(', ') });
}

// Never an option's value: command lines are seen by every user of the machine and kept in histories.
async function readCredential({ options, terminal }: Invocation): Promise<string> {
  const file = textOption(options, 'credential-file');
  if (file === undefined) {
    terminal.remark(cliText(terminal.language, 'contractAdd.credential', {}));
    return (await terminal.readInput()).trim();
  }
  try {
    return (await readFile(file, 'utf8')).trim();
  } catch (fault) {
    throw cliError('cli_file_unreadable', { file }, fault);
  }
}

export const contractList: Run = async (invocation) =>
  withInstallation(invocation, async ({ tenancy, tenant }) => {
    const { terminal } = invocation;
    const contracts = await listContracts(tenancy, tenant.id);
    if (terminal.isJson) return terminal.print(JSON.stringify(contracts));
    if (contracts.length === 0) return terminal.remark(cliText(terminal.language, 'contractList.none', {}));
    const rows = contracts.map((one) => [
      one.id,
      one.name,
      one.vendor,
      one.plan,
      one.organizationId ?? '–',
      one.upstreamUrl,
      one.stoppedReason ?? '–',
    ]);
    printTable(terminal, cliText(terminal.language, 'contractList.columns', {}).split('|'), rows);
  });

export const contractResume: Run = async (invocation) =>
  withInstallation(invocation, async ({ tenancy, tenant }) => {
    const { terminal, words } = invocation;
    const contractId = words[0] ?? '';
    await resumeContract(tenancy, { tenantId: tenant.id, contractId, actor: 'command_line' });
    if (terminal.isJson) terminal.print(JSON.stringify({ id: contractId, state: 'active' }));
    else terminal.remark(cliText(terminal.language, 'contractResume.done', { contractId }));
  });

function namesOption(value: string | undefined): readonly string[] {
  return value === undefined ? [] : value.split(',');
}
