export const tenancyErrors = {
  tenancy_master_key_missing: {
    text: 'The master key {file} is missing, and the database holds secrets sealed with it.',
    hint: 'Restore the file from your backup, or give the key in OCTROI_MASTER_KEY.',
  },
  tenancy_master_key_invalid: {
    text: 'The master key in {from} is not 32 bytes in base64.',
    hint: 'Make one with `openssl rand -base64 32`.',
  },
  tenancy_master_key_exposed: { text: 'Other users may read the master key {file}.', hint: 'Run `chmod 600 {file}`.' },
  tenancy_unseal_failed: {
    text: 'A stored secret does not open with this master key.',
    hint: 'Use the master key that this database was made with.',
  },
  tenancy_name_invalid: {
    text: 'A name is 1 to 120 characters, without control characters.',
    hint: 'Choose another name.',
  },
  tenancy_expiry_invalid: { text: 'A key lasts from 1 to {max} days.', hint: 'For example: `--days 90`.' },
  tenancy_key_unknown: { text: 'There is no key {keyId}.', hint: 'Copy the id from `octroi key list`.' },
  tenancy_contract_active: { text: 'Contract {contractId} is not stopped.', hint: 'Nothing was changed.' },
  tenancy_contract_unknown: {
    text: 'There is no contract {contractId}.',
    hint: 'Copy the id from `octroi contract list`.',
  },
  tenancy_contract_exists: {
    text: 'There is a contract named {name} already.',
    hint: 'Give this one another name with `--name`.',
  },
  tenancy_upstream_invalid: {
    text: 'That is no address a contract can use ({reason}).',
    hint: 'Write https://host or, on this machine only, http://127.0.0.1:PORT; without user, query or fragment.',
  },
  tenancy_credential_consumer: {
    text: 'That is the token of a personal claude.ai login. The vendor’s terms do not allow a third party to carry it.',
    hint: 'Use an API key of your organisation (sk-ant-api…), made in the vendor’s console.',
  },
  tenancy_credential_invalid: {
    text: 'That is no credential that can send messages.',
    hint: 'Use an API key of your organisation (sk-ant-api…), on standard input or with `--credential-file`.',
  },
  tenancy_organization_invalid: {
    text: 'That is no organisation id.',
    hint: 'Copy it from the vendor’s console, for example 3fa85f64-5717-4562-b3fc-2c963f66afa6.',
  },
} as const;
