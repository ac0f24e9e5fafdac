import { errorMaker } from '../base/index.ts';

export const detectionErrorCodes = [
  'scan_timed_out',
  'detection_rules_not_toml',
  'detection_rule_unsupported',
  'detection_rule_invalid',
  'detection_rule_too_slow',
  'detection_dictionary_invalid',
  'detection_mapping_conflict',
] as const;

export type DetectionErrorCode = (typeof detectionErrorCodes)[number];

export const detectionError = errorMaker<DetectionErrorCode>();
