import { errorMaker } from '../base/index.ts';

export const policyErrorCodes = [
  'policy_invalid',
  'policy_cases_invalid',
  'policy_cases_unmet',
  'policy_repository_labels_invalid',
] as const;

export type PolicyErrorCode = (typeof policyErrorCodes)[number];

export const policyError = errorMaker<PolicyErrorCode>();
