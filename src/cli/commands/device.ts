import { type DeviceLine, type InvitedDevice, inviteDevice, readFleet, revokeDevice } from '../../fleet/index.ts';
import { cliText, type Language } from '../../messages/index.ts';
import { exitCodes, type Run } from '../command.ts';
import { withInstallation } from '../options.ts';
import { addressOf } from '../post-address.ts';
import { printTable } from '../print-table.ts';
import { integerOption } from '../read-options.ts';

const usualDays = 7;

export const deviceInvite: Run = async (invocation) =>
  withInstallation(invocation, async ({ tenancy, tenant, settings }) => {
    const { options, terminal, words } = invocation;
    const days = integerOption(options, 'days', usualDays);
    const invited: InvitedDevice[] = [];
    for (const name of words)
      invited.push(await inviteDevice(tenancy, { tenantId: tenant.id, name, days, actor: 'command_line' }));
    if (terminal.isJson) return terminal.print(JSON.stringify(invited));
    const { gatewayUrl } = await addressOf(settings);
    for (const { name, code, expiresAt } of invited) {
      terminal.remark(cliText(terminal.language, 'deviceInvite.once', { name, until: expiresAt.slice(0, 10) }));
      terminal.print(`octroi endpoint enrol --gateway ${gatewayUrl} --code ${code}`);
    }
  });

/** Exits with 1 while a device is silent or a control is not met: what is not heard is not taken for good. */
export const deviceList: Run = async (invocation) =>
  withInstallation(invocation, async ({ tenancy, tenant, settings }) => {
    const { terminal } = invocation;
    const { staleAfterHours } = settings.fleet;
    const fleet = await readFleet(tenancy, tenant.id, { now: tenancy.now(), staleAfterHours });
    const enrolled = fleet.devices.filter(({ standing }) => standing === 'enrolled');
    const isOpen = enrolled.some(({ isSilent, controls }) => isSilent || Object.values(controls).includes('not_met'));
    if (terminal.isJson) terminal.print(JSON.stringify(fleet.devices));
    else if (fleet.devices.length === 0) terminal.remark(cliText(terminal.language, 'deviceList.none', {}));
    else
      printTable(
        terminal,
        cliText(terminal.language, 'deviceList.columns', {}).split('|'),
        fleet.devices.map((device) => rowOf(device, terminal.language)),
      );
    return isOpen ? exitCodes.refused : exitCodes.done;
  });

function rowOf(device: DeviceLine, language: Language): readonly string[] {
  const states = Object.values(device.controls);
  const count = (state: string): string => String(states.filter((one) => one === state).length);
  const isSilent = device.standing === 'enrolled' && device.isSilent;
  return [
    device.name,
    device.system ?? '–',
    cliText(language, isSilent ? 'device.silent' : `device.${device.standing}`, {}),
    device.lastReportAt ?? '–',
    count('met'),
    count('not_met'),
    count('unknown'),
    device.id,
  ];
}

export const deviceRevoke: Run = async (invocation) =>
  withInstallation(invocation, async ({ tenancy, tenant }) => {
    const { terminal, words } = invocation;
    const deviceId = words[0] ?? '';
    await revokeDevice(tenancy, { tenantId: tenant.id, deviceId, actor: 'command_line' });
    if (terminal.isJson) terminal.print(JSON.stringify({ id: deviceId, state: 'revoked' }));
    else terminal.remark(cliText(terminal.language, 'deviceRevoke.done', { device: deviceId }));
  });
