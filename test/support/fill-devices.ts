import { enrolDevice, inviteDevice, takeReport } from '../../src/fleet/index.ts';
import type { Tenancy } from '../../src/tenancy/index.ts';
import { deviceReport, wireDevice } from './device.ts';

/** A device that has reported once. */
export async function fillDevices(tenancy: Tenancy, tenantId: string, name = 'PC-0412'): Promise<string> {
  const { code, id: deviceId } = await inviteDevice(tenancy, { tenantId, name, days: 1, actor: 'command_line' });
  await enrolDevice(tenancy, { code, publicKey: wireDevice().publicKey, system: 'linux' });
  await takeReport(tenancy, deviceReport({ tenantId, deviceId }), 'c2ln');
  return deviceId;
}
