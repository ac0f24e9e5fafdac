import { errorMaker } from '../base/index.ts';

export const tenancyErrorCodes = [
  'tenancy_master_key_missing',
  'tenancy_master_key_invalid',
  'tenancy_master_key_exposed',
  'tenancy_unseal_failed',
  'tenancy_name_invalid',
  'tenancy_expiry_invalid',
  'tenancy_key_unknown',
  'tenancy_contract_unknown',
  'tenancy_contract_active',
  'tenancy_contract_exists',
  'tenancy_upstream_invalid',
  'tenancy_credential_consumer',
  'tenancy_credential_invalid',
  'tenancy_organization_invalid',
  'tenancy_compliance_key_invalid',
  'tenancy_person_unknown',
  'tenancy_account_missing',
  'tenancy_role_unknown',
  'tenancy_role_invalid',
  'tenancy_role_not_held',
  'tenancy_role_provided',
  'tenancy_password_weak',
  'tenancy_passkey_refused',
  'tenancy_invite_invalid',
  'tenancy_group_rule_invalid',
  'tenancy_provider_unavailable',
  'tenancy_provider_refused',
  'tenancy_identity_nameless',
  'tenancy_person_unplaced',
  'tenancy_person_disabled',
] as const;

export type TenancyErrorCode = (typeof tenancyErrorCodes)[number];

export const tenancyError = errorMaker<TenancyErrorCode>();
