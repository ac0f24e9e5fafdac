import { exportRecords, type RecordKind, recordKinds } from '../../ledger/index.ts';
import { type Command, commonOptions } from '../command.ts';
import { cliError } from '../errors.ts';
import { instantOption, textOption, withInstallation } from '../options.ts';

export const exportCommand: Command = {
  name: 'export',
  options: { ...commonOptions, from: { type: 'string' }, until: { type: 'string' }, kind: { type: 'string' } },
  summary: 'export.summary',
  examples: [
    'octroi export > ledger.jsonl',
    'octroi export --from 2026-11-01 --until 2026-12-01 --kind exchange_declared,exchange_finished',
  ],
  run: async (invocation) => {
    const { options, terminal } = invocation;
    const filter = {
      from: instantOption(options, 'from'),
      until: instantOption(options, 'until'),
      kinds: kindsOption(textOption(options, 'kind')),
    };
    await withInstallation(invocation, async ({ tenancy, tenant }) => {
      for await (const record of exportRecords(tenancy, tenant.id, filter)) terminal.print(record);
    });
  },
};

function kindsOption(value: string | undefined): readonly RecordKind[] | undefined {
  return value?.split(',').map((name) => {
    const kind = recordKinds.find((known) => known === name.trim());
    if (!kind) throw cliError('cli_option_invalid', { option: '--kind', value: name });
    return kind;
  });
}
