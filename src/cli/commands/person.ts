import { cliText } from '../../messages/index.ts';
import { disablePerson, enablePerson, invitePerson, listAccounts } from '../../tenancy/index.ts';
import { type Command, commonOptions, type Invocation } from '../command.ts';
import { languageOption, requiredOption, textOption, withInstallation } from '../options.ts';
import { addressOf } from '../post-address.ts';
import { printTable } from '../print-table.ts';

export const personInvite: Command = {
  name: 'person invite',
  options: {
    ...commonOptions,
    person: { type: 'string' },
    workspace: { type: 'string' },
    role: { type: 'string' },
    language: { type: 'string' },
  },
  summary: 'personInvite.summary',
  notes: 'personInvite.notes',
  examples: [
    'octroi person invite --person ada@example.com',
    'octroi person invite --person ada@example.com --workspace billing,web --role viewer --language fr',
  ],
  run: async (invocation) =>
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
    }),
};

export const personList: Command = {
  name: 'person list',
  options: commonOptions,
  summary: 'personList.summary',
  examples: ['octroi person list', 'octroi person list --json'],
  run: async (invocation) =>
    withInstallation(invocation, async ({ tenancy, tenant }) => {
      const { terminal } = invocation;
      const persons = await listAccounts({ tenancy, tenantId: tenant.id });
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
    }),
};

export const personDisable: Command = {
  name: 'person disable',
  options: commonOptions,
  words: ['PERSON'],
  summary: 'personDisable.summary',
  notes: 'personDisable.notes',
  examples: ['octroi person disable abies-0412', 'octroi person disable ada@example.com'],
  run: (invocation) => changeAccess(invocation, { deed: disablePerson, state: 'disabled' }),
};

export const personEnable: Command = {
  name: 'person enable',
  options: commonOptions,
  words: ['PERSON'],
  summary: 'personEnable.summary',
  examples: ['octroi person enable abies-0412'],
  run: (invocation) => changeAccess(invocation, { deed: enablePerson, state: 'active' }),
};

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

function listOf(text: string): readonly string[] {
  return text
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== '');
}
