import { exportRecords, exportVerifiable, type RecordKind, recordKinds } from '../../ledger/index.ts';
import type { Run } from '../command.ts';
import { cliError } from '../errors.ts';
import { makeSequencer } from '../run-log.ts';
import { withInstallation } from '../options.ts';
import { instantOption, textOption } from '../read-options.ts';

export const exportCommand: Run = async (invocation) => {
  const { options, terminal } = invocation;
  const filter = {
    from: instantOption(options, 'from'),
    until: instantOption(options, 'until'),
    kinds: kindsOption(textOption(options, 'kind')),
  };
  await withInstallation(invocation, async (installation) => {
    const { tenancy, tenant } = installation;
    const isVerifiable = options['verifiable'] === true;
    // What was recorded a moment ago and waits is logged first.
    if (isVerifiable) await makeSequencer(installation, () => {}).round();
    const write = isVerifiable ? exportVerifiable : exportRecords;
    for await (const line of write(tenancy, tenant.id, filter)) terminal.print(line);
  });
};

function kindsOption(value: string | undefined): readonly RecordKind[] {
  // Captured content leaves the house only when it is asked for by its name.
  if (value === undefined) return recordKinds.filter((kind) => kind !== 'content_captured');
  return value.split(',').map((name) => {
    const kind = recordKinds.find((known) => known === name.trim());
    if (!kind) throw cliError('cli_option_invalid', { option: '--kind', value: name });
    return kind;
  });
}
