import { errorMaker } from '../base/index.ts';

export const gatewayErrorCodes = [
  'gateway_credential_missing',
  'gateway_credential_personal',
  'gateway_credential_vendor',
  'gateway_credential_unknown',
  'gateway_credential_conflict',
  'gateway_key_unknown',
  'gateway_key_expired',
  'gateway_key_revoked',
  'gateway_contract_missing',
  'gateway_contract_stopped',
  'gateway_organization_mismatch',
  'gateway_path_unknown',
  'gateway_method_unknown',
  'gateway_request_malformed',
  'gateway_headers_too_large',
  'gateway_body_missing',
  'gateway_body_too_large',
  'gateway_request_too_slow',
  'gateway_body_cut_short',
  'gateway_body_not_json',
  'gateway_body_not_utf8',
  'gateway_body_too_deep',
  'gateway_body_ambiguous',
  'gateway_body_not_messages',
  'gateway_encoding_unknown',
  'gateway_encoding_broken',
  'gateway_type_unknown',
  'gateway_busy',
  'gateway_stopping',
  'gateway_directory_unavailable',
  'gateway_upstream_unreachable',
  'gateway_upstream_broke_off',
  'gateway_upstream_timed_out',
  'gateway_upstream_not_api',
  'gateway_internal',
] as const;

export type GatewayErrorCode = (typeof gatewayErrorCodes)[number];

export const gatewayError = errorMaker<GatewayErrorCode>();
