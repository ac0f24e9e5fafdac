import type { ReportedVerdict } from '../../src/base/index.ts';
import { enrolDevice, inviteDevice, revokeDevice, takeReport } from '../../src/fleet/index.ts';
import { listExchanges } from '../../src/ledger/index.ts';
import type { Tenancy } from '../../src/tenancy/index.ts';
import { deviceReport, verdict, wireDevice } from './device.ts';

type Told = { readonly at: Date; readonly verdicts?: readonly ReportedVerdict[]; readonly clientDeviceIds?: string[] };

/** A device that has reported, once for each of `reports`. */
export async function fillDevices(
  tenancy: Tenancy,
  tenantId: string,
  name = 'PC-0412',
  reports: readonly Told[] = [{ at: new Date('2026-11-26T10:00:00Z') }],
): Promise<string> {
  const { code, id: deviceId } = await inviteDevice(tenancy, { tenantId, name, days: 1, actor: 'command_line' });
  await enrolDevice(tenancy, { code, publicKey: wireDevice().publicKey, system: 'linux' });
  for (const [index, { at, ...told }] of reports.entries()) {
    const numbered = { sequence: index + 1, reportedAt: at.toISOString(), ...told };
    await takeReport(tenancy, deviceReport({ tenantId, deviceId }, numbered), 'c2ln');
  }
  return deviceId;
}

/** Workstations in every standing; the first is the one that exchanges came from, and has drifted. */
export async function addDevices({ tenancy, tenantId }: { tenancy: Tenancy; tenantId: string }): Promise<void> {
  const at = (hoursAgo: number): Date => new Date(tenancy.now().getTime() - hoursAgo * 3_600_000);
  const exchanges = await listExchanges(tenancy, tenantId, { limit: 100 });
  const [client = 'none'] = exchanges.flatMap(({ began }) => began.client.deviceId ?? []);
  const before = [verdict('telemetry', 'met'), verdict('error_reports', 'met'), verdict('bypass_mode', 'unknown')];
  const after = [
    verdict('telemetry', 'met', { holds: true, file: '/etc/claude-code/managed-settings.json' }),
    verdict('error_reports', 'not_met', { file: '~/.bashrc', line: 12, value: '0', reason: 'variable_unset' }),
    verdict('bypass_mode', 'unknown', { file: null, line: null, value: null }),
    verdict('local_traces', 'not_met', {
      file: `~/${'deep/'.repeat(30)}settings.json`,
      overrides: [{ file: '~/.profile', line: 2, value: '<b>1</b>' }],
    }),
  ];
  await fillDevices(tenancy, tenantId, 'PC-0412', [
    { at: at(30), verdicts: before },
    { at: at(1), verdicts: after, clientDeviceIds: [client] },
  ]);
  await fillDevices(tenancy, tenantId, 'MAC-0007', [{ at: at(400), verdicts: before }]);
  await fillDevices(tenancy, tenantId, `${'W'.repeat(90)}<i>`, [{ at: at(2), verdicts: before }]);
  const actor = 'command_line';
  await inviteDevice(tenancy, { tenantId, name: 'PC-0500', days: 7, actor });
  await revokeDevice(tenancy, { tenantId, deviceId: await fillDevices(tenancy, tenantId, 'PC-0001', []), actor });
}
