import { errorMaker } from '../base/index.ts';

export const trainingErrorCodes = [
  'training_module_invalid',
  'training_module_unknown',
  'training_day_invalid',
  'training_document_invalid',
  'training_attempts_spent',
  'training_attempt_unknown',
  'training_attempt_over',
  'training_attempt_not_passed',
  'training_module_changed',
  'training_statement_other',
  'training_hours_invalid',
  'training_reason_invalid',
  'training_store_address_invalid',
  'training_store_refused',
] as const;

export type TrainingErrorCode = (typeof trainingErrorCodes)[number];

export const trainingError = errorMaker<TrainingErrorCode>();
