import { errorMaker } from '../base/index.ts';

export const retentionErrorCodes = [
  'retention_held',
  'retention_hold_unknown',
  'retention_hold_released',
  'retention_hold_ends_before',
  'retention_statement_invalid',
  'retention_class_unknown',
  'retention_conversation_unknown',
  'retention_nothing_there',
  'retention_plan_other',
  'retention_certificate_unknown',
  'retention_records_in_clear',
] as const;

export type RetentionErrorCode = (typeof retentionErrorCodes)[number];

export const retentionError = errorMaker<RetentionErrorCode>();
