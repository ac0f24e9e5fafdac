import { errorMaker } from '../base/index.ts';

export const policyErrorCodes = [
  'policy_invalid',
  'policy_folder_empty',
  'policy_file_missing',
  'policy_cases_invalid',
  'policy_cases_unmet',
  'policy_repository_labels_invalid',
  'policy_bundle_not_signed',
  'policy_bundle_key_not_pinned',
  'policy_bundle_signature_invalid',
  'policy_bundle_foreign',
  'policy_bundle_too_old',
] as const;

export type PolicyErrorCode = (typeof policyErrorCodes)[number];

export const policyError = errorMaker<PolicyErrorCode>();
