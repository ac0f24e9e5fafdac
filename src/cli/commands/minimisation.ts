import { resolve } from 'node:path';
import { cliText } from '../../messages/index.ts';
import { type Minimisation, type Savings, SavingsTally, Tally } from '../../minimisation/index.ts';
import { explain, type Policy } from '../../policy/index.ts';
import { listWorkspaces } from '../../tenancy/index.ts';
import type { Invocation, Run, Terminal } from '../command.ts';
import { cliError } from '../errors.ts';
import { withInstallation } from '../options.ts';
import { termsInForce } from '../policy/catalogue-terms.ts';
import { openPolicyFolder } from '../policy/read-policy-folder.ts';
import { declaredAndRecorded } from '../policy/recorded-exchanges.ts';
import { printTable } from '../print-table.ts';
import { repositorySize } from '../provenance/repository-size.ts';
import { instantOption, textOption } from '../read-options.ts';
import type { Installation } from '../wire.ts';

export const minimisation: Run = async (invocation) => {
  const { terminal, options } = invocation;
  const folder = textOption(options, 'repository');
  const repository = folder === undefined ? undefined : await repositorySize(resolve(folder));
  const policy = await policyOption(invocation);
  await withInstallation(invocation, async (installation) => {
    const workspaces = new Map(
      (await listWorkspaces(installation.store, installation.tenant.id)).map(({ id, name }) => [id, name]),
    );
    const wanted = workspaceOption(invocation, workspaces);
    const { report, savings } = await read(invocation, installation, { policy, wanted });
    const weeks = report.weeks.map((week) => ({
      ...week,
      workspace: workspaces.get(week.workspaceId) ?? week.workspaceId,
    }));
    const told = { ...report, weeks, repository: repository ?? null, savings: savings ?? null };
    if (terminal.isJson) return terminal.print(JSON.stringify(told));
    tellKinds(terminal, report);
    if (repository) tellRepository(terminal, report, repository);
    tellWeeks(terminal, weeks);
    if (savings) tellSavings(terminal, savings);
  });
};

type Reading = { readonly policy: Policy | undefined; readonly wanted: string | undefined };

async function read(invocation: Invocation, installation: Installation, { policy, wanted }: Reading) {
  const { options } = invocation;
  const period = { from: instantOption(options, 'from'), until: instantOption(options, 'until') };
  const [tally, savings] = [new Tally(), new SavingsTally()];
  for await (const { record, recorded } of declaredAndRecorded(installation, await termsInForce(invocation), period)) {
    if (wanted !== undefined && record.sender.workspaceId !== wanted) continue;
    tally.add(record);
    if (policy && recorded) savings.add(record, explain(policy, recorded).decision, recorded.unknown.length > 0);
  }
  return { report: tally.result(), savings: policy && savings.result() };
}

async function policyOption({ terminal, options }: Invocation): Promise<Policy | undefined> {
  const folder = textOption(options, 'policy');
  return folder === undefined ? undefined : (await openPolicyFolder(terminal.language, folder)).policy;
}

/** @throws cli_option_invalid */
function workspaceOption({ options }: Invocation, names: ReadonlyMap<string, string>): string | undefined {
  const value = textOption(options, 'workspace');
  if (value === undefined) return undefined;
  const found = [...names].find(([, name]) => name === value);
  if (!found) throw cliError('cli_option_invalid', { option: '--workspace', value });
  return found[0];
}

function tellKinds(
  terminal: Terminal,
  { exchanges, stopped, countsOnly, bodyBytes, byKind, unread }: Minimisation,
): void {
  const { language, print } = terminal;
  print(cliText(language, 'minimisation.head', { exchanges, stopped, countsOnly, bytes: bodyBytes }));
  if (byKind.length === 0) return;
  print('');
  printTable(
    terminal,
    (['kind', 'parts', 'bytes', 'first', 'again'] as const).map((column) =>
      cliText(language, `minimisation.${column}`, {}),
    ),
    byKind.map(({ kind, parts, bytes, firstBytes }) => [
      kind,
      ...[parts, bytes, firstBytes, bytes - firstBytes].map(String),
    ]),
  );
  print('');
  const first = byKind.reduce((sum, { firstBytes }) => sum + firstBytes, 0);
  const asked = unread.reduce((sum, { firstBytes }) => sum + firstBytes, 0);
  print(cliText(language, 'minimisation.unread', { bytes: asked, percent: percentOf(asked, first) }));
  for (const { kind, firstBytes } of unread) print(`  ${kind}: ${firstBytes}`);
}

function tellRepository(
  { language, print }: Terminal,
  { distinctFiles }: Minimisation,
  repository: { readonly files: number; readonly bytes: number },
): void {
  print(
    cliText(language, 'minimisation.files', {
      ...distinctFiles,
      repositoryFiles: repository.files,
      repositoryBytes: repository.bytes,
      percent: percentOf(distinctFiles.bytes, repository.bytes),
    }),
  );
}

function tellWeeks(
  terminal: Terminal,
  weeks: readonly (Minimisation['weeks'][number] & { readonly workspace: string })[],
): void {
  if (weeks.length === 0) return;
  terminal.print('');
  printTable(
    terminal,
    (['week', 'inWorkspace', 'exchanges', 'first', 'again'] as const).map((column) =>
      cliText(terminal.language, `minimisation.${column}`, {}),
    ),
    weeks.map(({ week, workspace, exchanges, bytes, firstBytes }) => [
      week,
      workspace,
      ...[exchanges, firstBytes, bytes - firstBytes].map(String),
    ]),
  );
}

function tellSavings({ language, print }: Terminal, { looked, unknown, blocked, redacted, parts }: Savings): void {
  print('');
  print(
    cliText(language, 'minimisation.saved', {
      looked,
      exchanges: blocked.exchanges,
      bytes: blocked.bodyBytes,
      redacted: redacted.exchanges,
    }),
  );
  if (unknown > 0) print(cliText(language, 'minimisation.savedUnknown', { unknown }));
  for (const { kind, verdict, parts: count, bytes } of parts)
    print(`  ${cliText(language, `verdict.${verdict}`, {})}  ${count} × ${kind}  ${bytes}`);
}

function percentOf(part: number, whole: number): string {
  return whole === 0 ? '?' : ((part / whole) * 100).toFixed(1);
}
