import { errorMaker } from '../base/index.ts';

export const evaluationErrorCodes = [
  'evaluation_input_invalid',
  'evaluation_choice_missing',
  'evaluation_choice_unknown',
  'evaluation_words_invalid',
  'evaluation_expiry_invalid',
  'evaluation_unknown',
  'evaluation_weight_invalid',
  'evaluation_zdr_not_offered',
] as const;

export type EvaluationErrorCode = (typeof evaluationErrorCodes)[number];

export const evaluationError = errorMaker<EvaluationErrorCode>();
