import { errorMaker } from '../base/index.ts';

export const siemErrorCodes = [
  'siem_file_unwritable',
  'siem_unreachable',
  'siem_timed_out',
  'siem_broke_off',
  'siem_certificate_refused',
  'siem_refused',
  'siem_address_invalid',
  'siem_headers_invalid',
  'siem_pem_invalid',
] as const;

export type SiemErrorCode = (typeof siemErrorCodes)[number];

export const siemError = errorMaker<SiemErrorCode>();
