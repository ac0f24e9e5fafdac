import type { Options } from '../command.ts';
import { cliError } from '../errors.ts';
import { requiredOption } from '../read-options.ts';

/** The gateway's address: what is sent there must not cross a network in the clear. @throws cli_option_missing, cli_option_invalid */
export function gatewayOption(options: Options): string {
  const text = requiredOption(options, 'gateway');
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const isLoopback = url !== undefined && /^(localhost|127(\.\d+){3}|\[::1\])$/.test(url.hostname);
  if (url?.protocol !== 'https:' && !(url?.protocol === 'http:' && isLoopback))
    throw cliError('cli_option_invalid', { option: '--gateway', value: text });
  return url.href.replace(/\/+$/, '');
}
