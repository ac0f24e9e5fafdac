import { cliText } from '../../messages/index.ts';
import { listHolds, placeHold, releaseHold } from '../../retention/index.ts';
import type { Run } from '../command.ts';
import { dayOption, requiredOption } from '../read-options.ts';
import { printTable } from '../print-table.ts';
import { withRetention } from '../retention/open-retention.ts';
import { scopeOption, scopeText } from '../retention/scope.ts';

export const holdAdd: Run = async (invocation) =>
  withRetention(invocation, async ({ retention, installation, tenantId }) => {
    const { options, terminal } = invocation;
    const statement = { reason: requiredOption(options, 'reason'), by: requiredOption(options, 'by') };
    const scope = await scopeOption(installation, requiredOption(options, 'scope'));
    const id = await placeHold(retention, { tenantId, scope, until: dayOption(options, 'until'), ...statement });
    if (terminal.isJson) return terminal.print(JSON.stringify({ id, scope }));
    terminal.remark(cliText(terminal.language, 'holdAdd.done', { id, scope: scopeText(scope) }));
  });

export const holdList: Run = async (invocation) =>
  withRetention(invocation, async ({ retention, tenantId }) => {
    const { terminal } = invocation;
    const holds = await listHolds(retention, tenantId);
    if (terminal.isJson) return terminal.print(JSON.stringify(holds));
    if (holds.length === 0) return terminal.remark(cliText(terminal.language, 'holdList.none', {}));
    const rows = holds.map((hold) => [
      hold.id,
      scopeText(hold.scope),
      cliText(terminal.language, `hold.${hold.state}`, {}),
      hold.placedAt.slice(0, 10),
      hold.until?.slice(0, 10) ?? '–',
      hold.placedBy,
      [hold.reason, hold.releaseReason].filter((text) => text !== null).join(' / '),
    ]);
    printTable(terminal, cliText(terminal.language, 'holdList.columns', {}).split('|'), rows);
  });

export const holdRelease: Run = async (invocation) =>
  withRetention(invocation, async ({ retention, tenantId }) => {
    const { options, terminal, words } = invocation;
    const holdId = words[0] ?? '';
    const statement = { reason: requiredOption(options, 'reason'), by: requiredOption(options, 'by') };
    await releaseHold(retention, { tenantId, holdId, ...statement });
    if (terminal.isJson) return terminal.print(JSON.stringify({ id: holdId, state: 'released' }));
    terminal.remark(cliText(terminal.language, 'holdRelease.done', { id: holdId }));
  });
