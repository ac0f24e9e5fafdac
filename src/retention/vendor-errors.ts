import { errorMaker } from '../base/index.ts';

export const retentionVendorErrorCodes = [
  'retention_file_unknown',
  'retention_vendor_unreachable',
  'retention_vendor_refused',
  'retention_vendor_unreadable',
] as const;

export type RetentionVendorErrorCode = (typeof retentionVendorErrorCodes)[number];

export const vendorError = errorMaker<RetentionVendorErrorCode>();
