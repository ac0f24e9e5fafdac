import { cliText } from '../../messages/index.ts';
import { disablePerson, enablePerson, grantRole, invitePerson, listPeople, revokeRole } from '../../tenancy/index.ts';
import type { Invocation, Run } from '../command.ts';
import { withInstallation } from '../options.ts';
import { languageOption, requiredOption, textOption } from '../read-options.ts';
import { addressOf } from '../post-address.ts';
import { printTable } from '../print-table.ts';

export const personInvite: Run = async (invocation) =>
  withInstallation(invocation, async ({ tenancy, tenant, settings }) => {
    const { options, terminal } = invocation;
    const made = await invitePerson(tenancy, {
      tenantId: tenant.id,
      personName: requiredOption(options, 'person'),
      workspaceNames: listOf(textOption(options, 'workspace') ?? 'default'),
      roles: listOf(textOption(options, 'role') ?? ''),
      language: languageOption(textOption(options, 'language') ?? settings.language),
      actor: 'command_line',
    });
    const { gatewayUrl } = await addressOf(settings);
    const link = `${gatewayUrl.replace(/\/+$/, '')}/invite?link=${made.secret}`;
    const { secret: _, ...facts } = made;
    if (terminal.isJson) return terminal.print(JSON.stringify({ ...facts, link }));
    const { pseudonym, expiresAt } = made;
    terminal.remark(cliText(terminal.language, 'personInvite.once', { pseudonym, expiresAt }));
    terminal.print(link);
    if (settings.signIn.issuer !== '') terminal.remark(cliText(terminal.language, 'personInvite.provider', {}));
  });

export const personList: Run = async (invocation) =>
  withInstallation(invocation, async ({ tenancy, tenant }) => {
    const { terminal } = invocation;
    const persons = await listPeople({ tenancy, tenantId: tenant.id });
    if (terminal.isJson) return terminal.print(JSON.stringify(persons));
    if (persons.length === 0) return terminal.remark(cliText(terminal.language, 'personList.none', {}));
    const rows = persons.map(({ id, pseudonym, workspaceNames, roles, state, openSessions }) => [
      id,
      pseudonym,
      workspaceNames.join(', '),
      roles.join(', '),
      state,
      String(openSessions),
    ]);
    printTable(terminal, cliText(terminal.language, 'personList.columns', {}).split('|'), rows);
  });

export const personDisable: Run = (invocation) => changeAccess(invocation, { deed: disablePerson, state: 'disabled' });

export const personEnable: Run = (invocation) => changeAccess(invocation, { deed: enablePerson, state: 'active' });

type Change = { readonly deed: typeof disablePerson; readonly state: 'disabled' | 'active' };

async function changeAccess(invocation: Invocation, { deed, state }: Change): Promise<void> {
  await withInstallation(invocation, async ({ tenancy, tenant }) => {
    const { terminal, words } = invocation;
    const person = words[0] ?? '';
    await deed(tenancy, { tenantId: tenant.id, person, actor: 'command_line' });
    if (terminal.isJson) return terminal.print(JSON.stringify({ person, state }));
    const done = state === 'disabled' ? 'personDisable.done' : 'personEnable.done';
    terminal.remark(cliText(terminal.language, done, { person }));
  });
}

export const personGrant: Run = (invocation) => changeRole(invocation, { deed: grantRole, done: 'personGrant.done' });

export const personRevoke: Run = (invocation) =>
  changeRole(invocation, { deed: revokeRole, done: 'personRevoke.done' });

type RoleDeed = { readonly deed: typeof grantRole; readonly done: 'personGrant.done' | 'personRevoke.done' };

async function changeRole(invocation: Invocation, { deed, done }: RoleDeed): Promise<void> {
  await withInstallation(invocation, async ({ tenancy, tenant }) => {
    const { terminal, words } = invocation;
    const [person = '', role = ''] = words;
    await deed(tenancy, { tenantId: tenant.id, person, role, actor: 'command_line' });
    if (terminal.isJson) return terminal.print(JSON.stringify({ person, role, isHeld: deed === grantRole }));
    terminal.remark(cliText(terminal.language, done, { person, role }));
  });
}

function listOf(text: string): readonly string[] {
  return text
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== '');
}
