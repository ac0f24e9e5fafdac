import { signInTables } from './fill-sign-in.ts';

/** Every table that holds rows of tenants. */
export const tenantTables = [
  'contract',
  'workspace',
  'person',
  'octroi_key',
  'ledger_record',
  'ledger_record_in_clear',
  'ledger_waiting',
  'ledger_log',
  'ledger_position',
  'ledger_tile',
  'ledger_checkpoint',
  'ledger_signing_key',
  'ledger_tenant_key',
  'ledger_subject_key',
  'ledger_abandoned_check',
  'console_link',
  'console_session',
  'retention_hold',
  'retention_certificate',
  ...signInTables,
] as const;
