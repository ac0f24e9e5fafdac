import { errorMaker } from '../base/index.ts';

export const storeErrorCodes = [
  'store_binaries_missing',
  'store_cache_unwritable',
  'store_folder_in_use',
  'store_folder_unreachable',
  'store_init_failed',
  'store_start_failed',
  'store_url_invalid',
  'store_unreachable',
  'store_role_missing',
  'store_role_too_powerful',
  'store_not_durable',
  'store_migration_changed',
  'store_migration_failed',
  'store_schema_newer',
] as const;

export type StoreErrorCode = (typeof storeErrorCodes)[number];

export const storeError = errorMaker<StoreErrorCode>();
