import { peopleTables } from './fill-people.ts';

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
  'vendor_file',
  'contract_compliance_key',
  'capture_approval',
  'console_link',
  'console_session',
  ...peopleTables,
  'siem_cursor',
  'retention_hold',
  'retention_certificate',
] as const;
