import { errorMaker } from '../base/index.ts';

export const retentionCaptureErrorCodes = [
  'retention_capture_unknown',
  'retention_capture_invalid',
  'retention_capture_role_missing',
  'retention_capture_same_person',
  'retention_capture_closed',
] as const;

export type RetentionCaptureErrorCode = (typeof retentionCaptureErrorCodes)[number];

export const captureError = errorMaker<RetentionCaptureErrorCode>();
