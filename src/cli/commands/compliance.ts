import { cliText } from '../../messages/index.ts';
import { type Chat, deleteChat, listChats, listLocalSessions } from '../../retention/index.ts';
import { complianceAccess, type ContractAccess, listContracts, setComplianceKey } from '../../tenancy/index.ts';
import type { Invocation, Run } from '../command.ts';
import { cliError } from '../errors.ts';
import { withInstallation } from '../options.ts';
import { textOption } from '../read-options.ts';
import { printTable } from '../print-table.ts';
import type { Installation } from '../wire.ts';

const vendorUrl = 'https://api.anthropic.com';

export const complianceKey: Run = async (invocation) =>
  withInstallation(invocation, async (installation) => {
    const { terminal, options } = invocation;
    const { id: contractId, name } = await contractNamed(invocation, installation);
    terminal.remark(cliText(terminal.language, 'complianceKey.ask', {}));
    const key = (await terminal.readInput()).trim();
    const baseUrl = textOption(options, 'upstream') ?? vendorUrl;
    const { tenancy, tenant } = installation;
    await setComplianceKey(tenancy, { tenantId: tenant.id, contractId, key, baseUrl, actor: 'command_line' });
    terminal.remark(cliText(terminal.language, 'complianceKey.done', { name }));
  });

export const complianceChats: Run = (invocation) => show(invocation, listChats);
export const complianceSessions: Run = (invocation) => show(invocation, listLocalSessions);

async function show(invocation: Invocation, list: (access: ContractAccess) => AsyncIterable<Chat>): Promise<void> {
  await withAccess(invocation, async ({ access }) => {
    const { terminal } = invocation;
    const rows: string[][] = [];
    for await (const chat of list(access)) {
      if (terminal.isJson) terminal.print(JSON.stringify(chat));
      else rows.push([chat.id, chat.createdAt, chat.updatedAt ?? '–', chat.deletedAt ?? '–', chat.userId ?? '–']);
    }
    if (!terminal.isJson)
      printTable(terminal, cliText(terminal.language, 'complianceChats.columns', {}).split('|'), rows);
  });
}

export const complianceDelete: Run = (invocation) =>
  withAccess(invocation, async ({ access, contractId, installation: { tenancy, tenant } }) => {
    const { terminal, words } = invocation;
    for (const chatId of words) {
      const asked = { tenantId: tenant.id, contractId, chatId, actor: 'command_line' as const };
      const answer = await deleteChat(tenancy, access, asked);
      if (terminal.isJson) terminal.print(JSON.stringify({ chat: chatId, answer }));
      else terminal.remark(cliText(terminal.language, `complianceDelete.${answer}`, { chat: chatId }));
    }
  });

type Opened = { readonly access: ContractAccess; readonly contractId: string; readonly installation: Installation };

async function withAccess(invocation: Invocation, work: (opened: Opened) => Promise<void>): Promise<void> {
  await withInstallation(invocation, async (installation) => {
    const { id: contractId, name } = await contractNamed(invocation, installation);
    const access = await complianceAccess(installation.tenancy, installation.tenant.id, contractId);
    if (!access) throw cliError('cli_compliance_key_missing', { name });
    await work({ access, contractId, installation });
  });
}

async function contractNamed({ options }: Invocation, { tenancy, tenant }: Installation) {
  const name = textOption(options, 'contract') ?? 'anthropic';
  const contract = (await listContracts(tenancy, tenant.id)).find((one) => one.name === name);
  if (!contract) throw cliError('cli_option_invalid', { option: '--contract', value: name });
  return contract;
}
