import { errorMaker } from '../base/index.ts';

export const egressErrorCodes = [
  'egress_target_malformed',
  'egress_address_literal',
  'egress_port_refused',
  'egress_host_denied',
  'egress_host_unknown',
  'egress_name_unresolved',
  'egress_address_private',
  'egress_unreachable',
  'egress_hello_missing',
  'egress_hello_malformed',
  'egress_hello_too_slow',
  'egress_name_missing',
  'egress_name_foreign',
  'egress_credential_missing',
  'egress_request_malformed',
  'egress_unrecorded',
  'egress_authority_foreign',
  'egress_path_ambiguous',
  'egress_path_denied',
  'egress_upgrade_refused',
  'egress_upstream_untrusted',
  'egress_client_distrusts',
] as const;

/** What reading logs of others can say. */
export const egressLogErrorCodes = ['egress_log_unrecognised', 'egress_log_ambiguous'] as const;

export type EgressErrorCode = (typeof egressErrorCodes)[number];
export type EgressLogErrorCode = (typeof egressLogErrorCodes)[number];

export const egressError = errorMaker<EgressErrorCode | EgressLogErrorCode>();
