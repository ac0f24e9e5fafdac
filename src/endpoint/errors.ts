import { errorMaker } from '../base/index.ts';

export const endpointErrorCodes = [
  'endpoint_root_unreadable',
  'endpoint_user_unknown',
  'endpoint_nobody',
  'endpoint_fix_forbidden',
  'endpoint_fix_unsafe',
  'endpoint_fix_changed',
  'endpoint_fix_busy',
  'endpoint_record_invalid',
  'endpoint_bundle_missing',
  'endpoint_hook_failed',
  'endpoint_hook_unreadable',
] as const;

export type EndpointErrorCode = (typeof endpointErrorCodes)[number];

export const endpointError = errorMaker<EndpointErrorCode>();
