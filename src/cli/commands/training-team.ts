import { cliText } from '../../messages/index.ts';
import { resolvePerson } from '../../tenancy/index.ts';
import { grantExemption, remindersOf } from '../../training/index.ts';
import type { Run } from '../command.ts';
import { printTable } from '../print-table.ts';
import { integerOption, requiredOption } from '../read-options.ts';
import { withTraining } from '../training/open-training.ts';

export const trainingMatrix: Run = async (invocation) =>
  withTraining(invocation, async ({ team }) => {
    const { terminal } = invocation;
    const { modules, people } = await team();
    if (terminal.isJson) return terminal.print(JSON.stringify({ modules, people }));
    const { language } = terminal;
    const rows = people.map((person) => [
      person.pseudonym,
      ...person.modules.map(({ state, validUntil }) => {
        const word = cliText(language, `trainingState.${state}`, {});
        return validUntil === null ? word : `${word} ${validUntil}`;
      }),
      person.exemptUntil ?? '–',
    ]);
    const [person = '', exempt = ''] = cliText(language, 'trainingMatrix.columns', {}).split('|');
    printTable(terminal, [person, ...modules, exempt], rows);
  });

// One line of JSON each, for whatever the company sends messages with: octroi itself writes to nobody.
export const trainingRemind: Run = async (invocation) =>
  withTraining(invocation, async ({ team, home }) => {
    const { terminal } = invocation;
    const reminders = remindersOf(await team());
    for (const reminder of reminders) {
      const text = cliText(terminal.language, `trainingRemind.${reminder.state}`, {
        module: reminder.module,
        day: reminder.validUntil ?? '',
      });
      terminal.emit(`${JSON.stringify({ ...reminder, text, address: `${home}/trainings/${reminder.module}` })}\n`);
    }
    if (reminders.length === 0) terminal.remark(cliText(terminal.language, 'trainingRemind.none', {}));
  });

export const trainingGrant: Run = async (invocation) =>
  withTraining(invocation, async ({ installation, parts, tenantId }) => {
    const { terminal, options, words } = invocation;
    const [person = ''] = words;
    const wanted = { hours: integerOption(options, 'hours', 0), reason: requiredOption(options, 'reason') };
    const personId = await resolvePerson(installation.tenancy, { tenantId, person });
    const until = await grantExemption(parts, { tenantId, personId, ...wanted, actor: 'command_line' });
    if (terminal.isJson) return terminal.print(JSON.stringify({ personId, until }));
    terminal.remark(cliText(terminal.language, 'trainingGrant.done', { person, until }));
  });
