import { errorMaker } from '../base/index.ts';

export const cliErrorCodes = [
  'cli_command_unknown',
  'cli_option_invalid',
  'cli_option_missing',
  'cli_option_unknown',
  'cli_settings_invalid',
  'cli_settings_unreadable',
  'cli_compliance_key_missing',
  'cli_key_unknown',
  'cli_plan_unknown',
  'cli_port_taken',
  'cli_data_unusable',
  'cli_data_is_demo',
  'cli_data_is_real',
  'cli_file_unreadable',
  'cli_authorities_unreadable',
  'cli_file_unwritable',
  'cli_tls_invalid',
  'cli_verifier_missing',
  'cli_source_refused',
  'cli_line_invalid',
  'cli_text_unscanned',
  'cli_git_missing',
  'cli_archive_unreadable',
  'cli_history_unreadable',
  'cli_marks_invalid',
  'cli_passage_empty',
  'cli_archive_foreign',
  'cli_catalogue_older',
  'cli_internal',
] as const;

export type CliErrorCode = (typeof cliErrorCodes)[number];

export const cliError = errorMaker<CliErrorCode>();
