import { errorMaker } from '../base/index.ts';

export const trainingErrorCodes = [
  'training_module_invalid',
  'training_day_invalid',
  'training_document_invalid',
] as const;

export type TrainingErrorCode = (typeof trainingErrorCodes)[number];

export const trainingError = errorMaker<TrainingErrorCode>();
