import { makeDevicePass } from '../../base/device-pass.ts';
import { deviceFolder, enrolledIdentity, keyOf } from '../../endpoint/index.ts';
import type { Run } from '../command.ts';
import { cliError } from '../errors.ts';
import { integerOption, textOption } from '../read-options.ts';

const usualHours = 24;
const mostHours = 31 * 24;

/** `endpoint pass`: what this workstation shows the forward proxy as a password, signed by its key and good for some hours. */
export const endpointPass: Run = async ({ options, terminal }) => {
  const hours = integerOption(options, 'hours', usualHours);
  if (hours < 1 || hours > mostHours) throw cliError('cli_option_invalid', { option: '--hours', value: hours });
  const identity = enrolledIdentity(textOption(options, 'state') ?? deviceFolder());
  const until = Math.floor(Date.now() / 1_000) + hours * 3_600;
  const pass = makeDevicePass(identity.deviceId, until, keyOf(identity));
  if (terminal.isJson) terminal.print(JSON.stringify({ pass, until: new Date(until * 1_000).toISOString() }));
  else terminal.print(pass);
};
