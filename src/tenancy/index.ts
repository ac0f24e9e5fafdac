export type { Admission, AdmissionAnswer } from './admission.ts';
export { addContract, type ListedContract, listContracts, resumeContract, stopContract } from './contracts.ts';
export { Directory, type Looked } from './directory.ts';
export { type TenancyErrorCode, tenancyErrorCodes } from './errors.ts';
export { type CreatedKey, createKey, type KeyState, type ListedKey, listKeys, revokeKey } from './keys.ts';
export { loadMasterKey, parseMasterKey } from './master-key.ts';
export { isOctroiKey } from './octroi-key.ts';
export {
  assertMasterKey,
  ensureTenant,
  type Language,
  listPersons,
  listTenants,
  listWorkspaces,
  type Named,
  openTenancy,
  type Tenancy,
  type Tenant,
} from './tenants.ts';
export { openVault, type Vault } from './vault.ts';
