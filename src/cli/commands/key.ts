import { cliText } from '../../messages/index.ts';
import { type CreatedKey, createKey, listContracts, listKeys, revokeKey } from '../../tenancy/index.ts';
import type { Run, Terminal } from '../command.ts';
import { withInstallation } from '../options.ts';
import { integerOption, languageOption, requiredOption, textOption } from '../read-options.ts';
import { addressOf } from '../post-address.ts';
import { printTable } from '../print-table.ts';

export const keyCreate: Run = async (invocation) =>
  withInstallation(invocation, async ({ tenancy, tenant, settings }) => {
    const { options, terminal } = invocation;
    const made = await createKey(tenancy, {
      tenantId: tenant.id,
      personName: requiredOption(options, 'person'),
      workspaceName: textOption(options, 'workspace') ?? 'default',
      language: languageOption(textOption(options, 'language') ?? settings.language),
      validDays: integerOption(options, 'days', 90),
      actor: 'command_line',
    });
    const { gatewayUrl } = await addressOf(settings);
    const hasContract = (await listContracts(tenancy, tenant.id)).length > 0;
    showKey(terminal, made, { gatewayUrl, hasContract });
  });

type Shown = { readonly gatewayUrl: string; readonly hasContract: boolean };

function showKey(terminal: Terminal, made: CreatedKey, { gatewayUrl, hasContract }: Shown): void {
  if (terminal.isJson) return terminal.print(JSON.stringify({ ...made, gatewayUrl }));
  terminal.remark(
    cliText(terminal.language, 'keyCreate.once', {
      pseudonym: made.pseudonym,
      workspace: made.workspaceName,
      expiresAt: made.expiresAt,
    }),
  );
  terminal.print(`export ANTHROPIC_BASE_URL=${gatewayUrl}\nexport ANTHROPIC_AUTH_TOKEN=${made.key}`);
  if (!hasContract) terminal.remark(cliText(terminal.language, 'keyCreate.contractFirst', {}));
}

export const keyList: Run = async (invocation) =>
  withInstallation(invocation, async ({ tenancy, tenant }) => {
    const { terminal } = invocation;
    const keys = await listKeys(tenancy, tenant.id);
    if (terminal.isJson) return terminal.print(JSON.stringify(keys));
    if (keys.length === 0) return terminal.remark(cliText(terminal.language, 'keyList.none', {}));
    const rows = keys.map((key) => [
      key.id,
      `…${key.hint}`,
      key.pseudonym,
      key.workspaceName,
      key.state,
      key.expiresAt.slice(0, 10),
    ]);
    printTable(terminal, cliText(terminal.language, 'keyList.columns', {}).split('|'), rows);
  });

export const keyRevoke: Run = async (invocation) =>
  withInstallation(invocation, async ({ tenancy, tenant }) => {
    const { terminal, words } = invocation;
    const keyId = words[0] ?? '';
    await revokeKey(tenancy, { tenantId: tenant.id, keyId, actor: 'command_line' });
    if (terminal.isJson) terminal.print(JSON.stringify({ id: keyId, state: 'revoked' }));
    else terminal.remark(cliText(terminal.language, 'keyRevoke.done', { keyId }));
  });
