import { cliText } from '../../messages/index.ts';
import { approveCapture, type CapturePerson, endCapture, listCaptures, requestCapture } from '../../retention/index.ts';
import { listPersons, personOfKey } from '../../tenancy/index.ts';
import type { Invocation, Run } from '../command.ts';
import { cliError } from '../errors.ts';
import { withInstallation } from '../options.ts';
import { integerOption, requiredOption } from '../read-options.ts';
import { printTable } from '../print-table.ts';
import type { Installation } from '../wire.ts';

export const captureRequest: Run = async (invocation) =>
  withInstallation(invocation, async (installation) => {
    const { terminal, options } = invocation;
    const wish = {
      label: requiredOption(options, 'label'),
      purpose: requiredOption(options, 'purpose'),
      days: integerOption(options, 'days', 0),
    };
    const person = await personAsking(invocation, installation);
    const id = await requestCapture(installation.tenancy, person, wish);
    if (terminal.isJson) return terminal.print(JSON.stringify({ id }));
    terminal.print(id);
    terminal.remark(cliText(terminal.language, 'captureRequest.done', { id }));
  });

export const captureApprove: Run = (invocation) => decide(invocation, approveCapture, 'captureApprove.done');
export const captureEnd: Run = (invocation) => decide(invocation, endCapture, 'captureEnd.done');

async function decide(invocation: Invocation, act: typeof approveCapture, done: string): Promise<void> {
  await withInstallation(invocation, async (installation) => {
    const { terminal, words } = invocation;
    const id = words[0] ?? '';
    await act(installation.tenancy, await personAsking(invocation, installation), id);
    if (terminal.isJson) return terminal.print(JSON.stringify({ id }));
    terminal.remark(cliText(terminal.language, done, { id }));
  });
}

export const captureList: Run = async (invocation) =>
  withInstallation(invocation, async ({ tenancy, store, tenant }) => {
    const { terminal } = invocation;
    const captures = await listCaptures(tenancy, tenant.id);
    if (terminal.isJson) return terminal.print(JSON.stringify(captures));
    const persons = new Map((await listPersons(store, tenant.id)).map(({ id, name }) => [id, name]));
    const rows = captures.map(({ id, label, days, state, requestedBy, approvedBy, purpose }) => [
      id,
      label,
      String(days),
      cliText(terminal.language, `captureList.state.${state}`, {}),
      persons.get(requestedBy) ?? '–',
      persons.get(approvedBy ?? '') ?? '–',
      purpose,
    ]);
    printTable(terminal, cliText(terminal.language, 'captureList.columns', {}).split('|'), rows);
  });

// Whoever acts shows their own octroi key: a name on a command line would prove nothing of two persons.
async function personAsking({ terminal }: Invocation, { tenancy, tenant }: Installation): Promise<CapturePerson> {
  terminal.remark(cliText(terminal.language, 'capture.ask', {}));
  const person = await personOfKey(tenancy, (await terminal.readInput()).trim());
  if (!person || person.tenantId !== tenant.id) throw cliError('cli_key_unknown');
  return person;
}
