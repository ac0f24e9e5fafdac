import { cliText } from '../../messages/index.ts';
import { announceChange, personNamed } from '../../tenancy/index.ts';
import { listAttestations, recordAttestation } from '../../training/index.ts';
import type { Run } from '../command.ts';
import { withInstallation } from '../options.ts';
import { requiredOption, textOption } from '../read-options.ts';
import { printTable } from '../print-table.ts';

export const trainingRecord: Run = async (invocation) => {
  const { options, terminal, words } = invocation;
  const person = words[0] ?? '';
  const attested = {
    module: requiredOption(options, 'module'),
    validUntil: requiredOption(options, 'valid-until'),
    document: textOption(options, 'document'),
  };
  await withInstallation(invocation, async ({ store, tenancy, tenant }) => {
    const tenantId = tenant.id;
    const personId = await store.inTenant(tenantId, (db) => personNamed(db, tenancy, { tenantId, person }));
    const parts = { ...tenancy, announce: announceChange };
    const id = await recordAttestation(parts, { tenantId, personId, ...attested, actor: 'command_line' });
    if (terminal.isJson) return terminal.print(JSON.stringify({ id, personId, ...attested }));
    const { module, validUntil } = attested;
    terminal.remark(cliText(terminal.language, 'trainingRecord.done', { person, module, validUntil }));
  });
};

export const trainingList: Run = async (invocation) =>
  withInstallation(invocation, async ({ store, tenant }) => {
    const { terminal } = invocation;
    const listed = await listAttestations({ store }, tenant.id);
    if (terminal.isJson) return terminal.print(JSON.stringify(listed));
    if (listed.length === 0) return terminal.remark(cliText(terminal.language, 'trainingList.none', {}));
    const rows = listed.map(({ pseudonym, module, validUntil, recordedAt, document }) => [
      pseudonym,
      module,
      validUntil,
      recordedAt,
      document ?? '',
    ]);
    printTable(terminal, cliText(terminal.language, 'trainingList.columns', {}).split('|'), rows);
  });
