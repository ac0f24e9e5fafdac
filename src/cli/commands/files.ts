import { OctroiError } from '../../base/index.ts';
import { cliText, errorText } from '../../messages/index.ts';
import {
  deleteFile,
  type InventoryFile,
  listFiles,
  overdueFiles,
  reconcile,
  type Reconciled,
} from '../../retention/index.ts';
import { contractAccess, listContracts, listPersons, listWorkspaces } from '../../tenancy/index.ts';
import { exitCodes, type Invocation, type Run, type Terminal } from '../command.ts';
import { withInstallation } from '../options.ts';
import { printTable } from '../print-table.ts';
import type { Installation } from '../wire.ts';

export const filesList: Run = async (invocation) =>
  withInstallation(invocation, async (installation) => {
    const { tenancy, tenant, settings } = installation;
    const { terminal, options } = invocation;
    const files = await listFiles(tenancy, tenant.id, { withEnded: options['all'] === true });
    const afterDays = settings.files.remindAfterDays;
    const overdue = new Set(overdueFiles(files, { afterDays, now: tenancy.now() }));
    if (terminal.isJson)
      return terminal.print(JSON.stringify(files.map((file) => ({ ...file, isOverdue: overdue.has(file) }))));
    await show(terminal, installation, { files, overdue });
    if (overdue.size > 0)
      terminal.remark(cliText(terminal.language, 'filesList.overdue', { count: overdue.size, days: afterDays }));
  });

type Shown = { readonly files: readonly InventoryFile[]; readonly overdue: ReadonlySet<InventoryFile> };

async function show(terminal: Terminal, { store, tenant }: Installation, { files, overdue }: Shown): Promise<void> {
  const persons = new Map((await listPersons(store, tenant.id)).map(({ id, name }) => [id, name]));
  const workspaces = new Map((await listWorkspaces(store, tenant.id)).map(({ id, name }) => [id, name]));
  const { language } = terminal;
  const rows = files.map((file) => [
    file.vendorFileId,
    file.uploadedAt.slice(0, 16).replace('T', ' '),
    file.workspaceId === null ? cliText(language, 'filesList.foreign', {}) : (persons.get(file.personId ?? '') ?? '–'),
    workspaces.get(file.workspaceId ?? '') ?? '–',
    file.label ?? '–',
    String(file.bytes),
    file.expiresAt?.slice(0, 10) ?? cliText(language, 'mirror.untilDeleted', {}),
    stateText(terminal, file, overdue.has(file)),
    file.name ?? '–',
  ]);
  printTable(terminal, cliText(language, 'filesList.columns', {}).split('|'), rows);
}

function stateText({ language }: Terminal, { endedAs }: InventoryFile, isOverdue: boolean): string {
  return cliText(language, `filesList.state.${endedAs ?? (isOverdue ? 'overdue' : 'held')}`, {});
}

export const filesDelete: Run = async (invocation) =>
  withInstallation(invocation, async (installation) => {
    const { terminal, words } = invocation;
    const answers = [];
    for (const vendorFileId of words) answers.push(await deleteOne(invocation, installation, vendorFileId));
    if (terminal.isJson) terminal.print(JSON.stringify(answers));
    return answers.some(({ code }) => code !== undefined) ? exitCodes.refused : exitCodes.done;
  });

type Answer = { readonly file: string; readonly answer?: string; readonly code?: string };

// Each file for itself: one that cannot be deleted does not keep the others from it.
async function deleteOne(
  { terminal }: Invocation,
  { tenancy, tenant }: Installation,
  vendorFileId: string,
): Promise<Answer> {
  const { language } = terminal;
  const accessOf = (contractId: string) => contractAccess(tenancy, tenant.id, contractId);
  try {
    const answer = await deleteFile(tenancy, accessOf, { tenantId: tenant.id, vendorFileId, actor: 'command_line' });
    terminal.remark(cliText(language, `filesDelete.${answer}`, { file: vendorFileId }));
    return { file: vendorFileId, answer };
  } catch (fault) {
    if (!(fault instanceof OctroiError)) throw fault;
    const { text, hint } = errorText(language, fault.code, fault.args);
    terminal.remark(`octroi: ${text}\n  → ${hint} [${fault.code}]`);
    return { file: vendorFileId, code: fault.code };
  }
}

export const filesReconcile: Run = async (invocation) =>
  withInstallation(invocation, async ({ tenancy, tenant }) => {
    const { terminal } = invocation;
    const found: Reconciled[] = [];
    const contracts = await listContracts(tenancy, tenant.id);
    for (const { id: contractId, name } of contracts) {
      const access = await contractAccess(tenancy, tenant.id, contractId);
      if (!access) continue;
      const compared = await reconcile(tenancy, access, { tenantId: tenant.id, contractId, actor: 'command_line' });
      found.push(compared);
      if (!terminal.isJson) tell(terminal, name, compared);
    }
    if (terminal.isJson) terminal.print(JSON.stringify(found));
  });

function tell({ language, print }: Terminal, contract: string, { listed, gone, foreign }: Reconciled): void {
  print(cliText(language, 'filesReconcile.found', { contract, listed, gone: gone.length, foreign: foreign.length }));
  for (const file of gone) print(cliText(language, 'filesReconcile.gone', { file }));
  for (const file of foreign) print(cliText(language, 'filesReconcile.foreign', { file }));
}
