import { errorMaker } from '../base/index.ts';

export const cliErrorCodes = [
  'cli_command_unknown',
  'cli_option_invalid',
  'cli_option_missing',
  'cli_settings_invalid',
  'cli_settings_unreadable',
  'cli_port_taken',
  'cli_file_unreadable',
  'cli_internal',
] as const;

export type CliErrorCode = (typeof cliErrorCodes)[number];

export const cliError = errorMaker<CliErrorCode>();
