import { exportRecords, type RecordKind, recordKinds } from '../../ledger/index.ts';
import type { Run } from '../command.ts';
import { cliError } from '../errors.ts';
import { instantOption, textOption, withInstallation } from '../options.ts';

export const exportCommand: Run = async (invocation) => {
  const { options, terminal } = invocation;
  const filter = {
    from: instantOption(options, 'from'),
    until: instantOption(options, 'until'),
    kinds: kindsOption(textOption(options, 'kind')),
  };
  await withInstallation(invocation, async ({ store, tenant }) => {
    for await (const record of exportRecords(store, tenant.id, filter)) terminal.print(record);
  });
};

function kindsOption(value: string | undefined): readonly RecordKind[] | undefined {
  return value?.split(',').map((name) => {
    const kind = recordKinds.find((known) => known === name.trim());
    if (!kind) throw cliError('cli_option_invalid', { option: '--kind', value: name });
    return kind;
  });
}
