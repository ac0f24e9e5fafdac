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
  cli_option_unknown: {
    text: '`octroi {command}` does not take {option}.',
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
  cli_compliance_key_missing: {
    text: 'The contract {name} has no key for the compliance API.',
    hint: 'Give it one: `octroi compliance key --contract {name} < key.txt`.',
  },
  cli_key_unknown: {
    text: 'This is no octroi key that is valid here.',
    hint: 'Give your own key on standard input: `… < my-octroi-key`.',
  },
  cli_plan_unknown: {
    text: 'The catalogue has no plan {plan} of this vendor.',
    hint: 'Name the one you hold: {plans}. `octroi catalogue show` tells their terms.',
  },
  cli_port_taken: {
    text: 'Nothing can listen on {address} ({code}).',
    hint: 'Stop what listens there, or set another port: OCTROI_GATEWAY_PORT, OCTROI_CONSOLE_PORT.',
  },
  cli_tls_invalid: {
    text: 'TLS cannot be spoken with {files} ({cause}).',
    hint: 'Both must be in PEM, and the key must be the certificate’s own: egress.tlsCertificate, egress.tlsKey, egress.callerAuthorities.',
  },
  cli_data_unusable: {
    text: 'The data folder {folder} cannot be made or written ({code}).',
    hint: 'Check that it is a folder you may write in, or name another with `--data`.',
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
  cli_authorities_unreadable: {
    text: 'The file {file} holds no certificates that can be read.',
    hint: 'egress.upstreamAuthorities names a file of certificates in PEM.',
  },
  cli_file_unwritable: {
    text: 'The file {file} cannot be written.',
    hint: 'Check that its folder is there and that you may write in it.',
  },
  cli_verifier_missing: {
    text: 'The auditor’s program is not built: {file} cannot be read.',
    hint: 'Run `npm run build:verifier`, then the command again.',
  },
  cli_source_refused: { text: '{file} cannot be used: {reason} [{code}]', hint: 'Nothing was done. {advice}' },
  cli_line_invalid: {
    text: 'Line {line} is {reason}.',
    hint: 'Each line is a JSON object with an id and a text: {"id": 1, "text": "…"}',
  },
  cli_text_unscanned: {
    text: '{name} was not scanned: {reason}.',
    hint: 'Do not take it for clean. Try again with fewer imported rules, or scan it in parts.',
  },
  cli_git_missing: {
    text: 'The program `git` is needed to read archives and histories, and is not there.',
    hint: 'Install git, or run this where it is.',
  },
  cli_archive_unreadable: {
    text: 'The archive {archive} cannot be read.',
    hint: 'Name a whole clone that is yours, a bundle, or the address of an Open Terms Archive version repository.',
  },
  cli_history_unreadable: {
    text: 'git could not read that: {detail}',
    hint: 'Name a file, a commit, a range such as v1.2..HEAD, or staged, inside a Git work tree; --repository FOLDER says which.',
  },
  cli_marks_invalid: {
    text: 'What came in is no list of marks: {path}.',
    hint: 'Write it anew where the work tree is: octroi provenance marks RANGE > marks.json',
  },
  cli_passage_empty: {
    text: '{file} has no line from {from} to {to}.',
    hint: 'Name lines that the file has as it stands in the work tree.',
  },
  cli_archive_foreign: {
    text: 'None of these archives holds a document that the catalogue rests on, so nothing was checked.',
    hint: 'Name version repositories of Open Terms Archive, such as genai-eu-versions and genai-contrib-versions.',
  },
  cli_catalogue_older: {
    text: 'The catalogue in force was {before}; the one here now is {now}. The imported one is gone, or an older one took its place.',
    hint: 'Import it again: octroi catalogue import FILE. Where the older one is meant: octroi up --older-catalogue',
  },
  cli_internal: {
    text: 'octroi failed ({detail}).',
    hint: 'Run it again with OCTROI_TRACE=1 and report what it prints.',
  },
} as const;
