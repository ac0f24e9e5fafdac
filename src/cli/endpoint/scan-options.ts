import { userInfo } from 'node:os';
import { buildRuleset, scan as scanText } from '../../detection/index.ts';
import type { ScanOptions } from '../../endpoint/index.ts';
import type { Invocation } from '../command.ts';
import { cliError } from '../errors.ts';
import { textOption } from '../read-options.ts';

const systems = ['linux', 'macos', 'windows'] as const;

/** Whose workstation is looked at, as the command line says. @throws cli_option_invalid */
export function scanOptionsOf({ options }: Invocation): ScanOptions {
  const root = textOption(options, 'root') ?? '/';
  const user = textOption(options, 'user');
  const isEverybody =
    options['all-users'] === true || textOption(options, 'root') !== undefined || process.getuid?.() === 0;
  if (options['all-users'] === true && user !== undefined)
    throw cliError('cli_option_invalid', { option: '--user', value: user });
  if (options['live'] === true && root !== '/')
    throw cliError('cli_option_invalid', { option: '--live', value: `--root ${root}` });
  return {
    root,
    user: user ?? (isEverybody ? undefined : userInfo().username),
    system: systemOption(textOption(options, 'system')),
    findSecrets: secretFinder(),
    sessionsOf: options['live'] === true ? userInfo().username : undefined,
    now: new Date(),
  };
}

function systemOption(value: string | undefined) {
  const system = systems.find((name) => name === value);
  if (value !== undefined && !system) throw cliError('cli_option_invalid', { option: '--system', value });
  return system;
}

/** Names the secrets in a text. Built when it is first asked: most homes of a fleet have no traces. */
export function secretFinder(): (text: string) => readonly string[] {
  let rules: ReturnType<typeof buildRuleset> | undefined;
  return (text) => {
    rules ??= buildRuleset();
    return scanText(rules, text).map(({ kind }) => kind);
  };
}
