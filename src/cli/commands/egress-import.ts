import { cliText } from '../../messages/index.ts';
import { tenantFingerprintKey } from '../../tenancy/index.ts';
import { loadCatalogue } from '../catalogue/installed-catalogue.ts';
import type { Run } from '../command.ts';
import { type Imported, importLog } from '../egress/import-log.ts';
import { formatOption, namedLogs, remarkReading, toldOf } from '../egress/log-options.ts';
import { withInstallation } from '../options.ts';

/** `egress import`: keeps what logs tell of AI; the same line counts once, in whatever file it comes. */
export const egressImport: Run = async (invocation) =>
  withInstallation(invocation, async ({ tenancy, tenant, settings }) => {
    const { options, terminal, words } = invocation;
    const format = formatOption(options);
    const catalogue = await loadCatalogue(settings);
    const key = await tenantFingerprintKey(tenancy, tenant.id);
    const importing = { tenancy, tenantId: tenant.id, catalogue, key };
    const logs: Imported[] = [];
    for (const log of namedLogs(words)) logs.push(await toldOf(log.name, importLog(importing, { ...log, format })));
    if (terminal.isJson) return terminal.print(JSON.stringify(logs));
    for (const log of logs) {
      remarkReading(terminal, log);
      const { taken, repeated } = log;
      terminal.remark(cliText(terminal.language, 'egressImport.taken', { file: log.name, taken, repeated }));
    }
  });
