import { errorMaker } from '../base/index.ts';

export const endpointErrorCodes = [
  'endpoint_root_unreadable',
  'endpoint_user_unknown',
  'endpoint_nobody',
  'endpoint_probe_tool_missing',
  'endpoint_probe_not_isolated',
  'endpoint_probe_profile_unreadable',
  'endpoint_probe_failed',
  'endpoint_probe_client_unknown',
  'endpoint_probe_client_missing',
  'endpoint_probe_none_installed',
  'endpoint_fix_forbidden',
  'endpoint_fix_unsafe',
  'endpoint_fix_changed',
  'endpoint_fix_busy',
  'endpoint_record_invalid',
  'endpoint_bundle_missing',
  'endpoint_device_missing',
  'endpoint_device_invalid',
  'endpoint_device_enrolled',
  'endpoint_device_refused',
  'endpoint_post_unreachable',
  'endpoint_bundle_older',
  'endpoint_hook_failed',
  'endpoint_hook_unreadable',
] as const;

export type EndpointErrorCode = (typeof endpointErrorCodes)[number];

export const endpointError = errorMaker<EndpointErrorCode>();
