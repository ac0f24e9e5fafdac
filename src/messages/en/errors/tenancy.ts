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
  tenancy_compliance_key_invalid: {
    text: 'This is no Compliance Access Key: keys of the Admin API reach no content.',
    hint: 'Make one in claude.ai, under the organisation’s settings.',
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
  tenancy_person_unknown: {
    text: 'Nobody by that name, pseudonym or id is known here.',
    hint: 'Take the pseudonym from `octroi person list`.',
  },
  tenancy_account_missing: {
    text: '{person} has no account: their keys alone let them in.',
    hint: 'Revoke the keys: `octroi key list` shows them.',
  },
  tenancy_role_unknown: {
    text: 'octroi knows no role {role}, and names that begin with octroi- are its own.',
    hint: 'Its roles are {roles}; call one of your own otherwise.',
  },
  tenancy_role_invalid: {
    text: 'A role is 1 to 32 small letters, digits and hyphens; this is not: {role}.',
    hint: 'For example: lead.',
  },
  tenancy_role_not_held: {
    text: '{person} does not have the role {role}.',
    hint: '`octroi person list` shows who has which.',
  },
  tenancy_role_provided: {
    text: 'A group of the identity provider gives {person} the role {role}.',
    hint: 'Take them out of the group there: the role goes at their next sign-in or refresh.',
  },
  tenancy_password_weak: {
    text: 'A password has {min} to {max} characters.',
    hint: 'Take a few words that only you would put together.',
  },
  tenancy_passkey_refused: {
    text: 'This passkey was not accepted.',
    hint: 'Make it again on the page of the invitation.',
  },
  tenancy_invite_invalid: {
    text: 'This invitation has been used, or is older than seven days.',
    hint: 'An operator makes another with `octroi person invite`.',
  },
  tenancy_group_rule_invalid: {
    text: 'A group is assigned as GROUP=TARGET; this is not: {rule}.',
    hint: 'Correct `signIn.workspaces` or `signIn.roles` in the settings.',
  },
  tenancy_provider_unavailable: {
    text: 'The identity provider does not answer, or not as one.',
    hint: 'Try again. If it lasts, an operator checks `signIn.issuer` and whether the gateway reaches it.',
  },
  tenancy_provider_refused: {
    text: 'The identity provider’s answer was not accepted ({reason}).',
    hint: 'Begin again. If it lasts, an operator checks the client’s registration at the provider.',
  },
  tenancy_identity_nameless: {
    text: 'The identity provider did not say who you are: the claim {claim} is missing or not verified.',
    hint: 'An operator sets `signIn.nameClaim`, or has the provider send that claim.',
  },
  tenancy_person_unplaced: {
    text: 'You are known, but none of your groups works in a workspace here.',
    hint: 'Ask for a group that does; an operator assigns groups in `signIn.workspaces`.',
  },
  tenancy_person_disabled: { text: 'Your access to octroi is closed.', hint: 'Ask an operator.' },
} as const;
