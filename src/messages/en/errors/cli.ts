export const cliErrors = {
  cli_command_unknown: { text: 'There is no command `{command}`.', hint: 'Run `octroi --help` for the list.' },
  cli_option_invalid: {
    text: '{option} is not valid: {value}',
    hint: 'Run the command with `--help` for its options and examples.',
  },
  cli_option_missing: {
    text: '{option} is missing.',
    hint: 'Run the command with `--help` for its options and examples.',
  },
  cli_settings_invalid: {
    text: 'The settings are not valid:{faults}',
    hint: 'Correct these; every setting is listed in docs/reference/settings.md.',
  },
  cli_settings_unreadable: {
    text: 'The settings file {file} cannot be read.',
    hint: 'Check the name after `--config` or in OCTROI_CONFIG.',
  },
  cli_port_taken: {
    text: 'Nothing can listen on {address} ({code}).',
    hint: 'Stop what listens there, or set another port: OCTROI_GATEWAY_PORT, OCTROI_CONSOLE_PORT.',
  },
  cli_data_is_demo: {
    text: 'This data folder holds a demo.',
    hint: 'Choose another folder with `--data`; made-up exchanges and real ones never share a ledger.',
  },
  cli_data_is_real: {
    text: 'This data folder holds a real ledger.',
    hint: 'Choose another folder with `--data`; made-up exchanges and real ones never share a ledger.',
  },
  cli_file_unreadable: { text: 'The file {file} cannot be read.', hint: 'Check its name and that you may read it.' },
  cli_internal: {
    text: 'octroi failed ({detail}).',
    hint: 'Run it again with OCTROI_TRACE=1 and report what it prints.',
  },
  cli_file_unwritable: {
    text: 'The file {file} cannot be written.',
    hint: 'Check that its folder is there and yours to write to.',
  },
} as const;
