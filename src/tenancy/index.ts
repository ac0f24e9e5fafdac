export type { Admission, AdmissionAnswer } from './admission.ts';
export { announceChange } from './changes.ts';
export { complianceAccess, setComplianceKey } from './compliance-key.ts';
export { type ContractAccess, contractAccess } from './contract-access.ts';
export { addContract, type ListedContract, listContracts, resumeContract, stopContract } from './contracts.ts';
export { Directory, type Looked } from './directory.ts';
export { type TenancyErrorCode, tenancyErrorCodes } from './errors.ts';
export { hookToken } from './hook-token.ts';
export { type InspectionAuthority, inspectionAuthorities } from './inspection-authority.ts';
export { type CreatedKey, createKey, type KeyState, type ListedKey, listKeys, revokeKey } from './keys.ts';
export { type ListedPerson, listPeople } from './list-people.ts';
export { loadMasterKey, parseMasterKey } from './master-key.ts';
export { namesById } from './names-by-id.ts';
export { type PersonOfKey, personOfKey } from './person-of-key.ts';
export { isOctroiKey } from './octroi-key.ts';
export { grantRole, octroiRoles, type OctroiRole, personNamed, revokeRole, rolesHeld } from './roles.ts';
export {
  countPersonRows,
  describePerson,
  dualReasonContext,
  type PersonDescription,
  personTables,
  resolvePerson,
  unsafeErasePerson,
} from './person-data.ts';
export {
  disablePerson,
  enablePerson,
  findInvite,
  type Invite,
  invitePerson,
  type OpenInvite,
} from './sign-in/accounts.ts';
export { type Attempt, decideAttempt, type Decision, findAttempt, identify, openAttempt } from './sign-in/attempts.ts';
export { isConsoleAttempt, keepSecrets, openConsoleAttempt, takeSecrets } from './sign-in/attempts.ts';
export { beginDevice, type DeviceAnswer, type DeviceCodes, redeemDevice } from './sign-in/device.ts';
export { type GroupRules, openGroupRules } from './sign-in/groups.ts';
export { IdentityProvider, type ProviderOptions, type ProviderSecrets } from './sign-in/identity-provider.ts';
export {
  acceptWithPasskey,
  checkPasskey,
  type PasskeySite,
  passkeyToMake,
  passkeyToUse,
} from './sign-in/passkeys.ts';
export { acceptWithPassword, checkPassword } from './sign-in/passwords.ts';
export { providedPerson } from './sign-in/provided-person.ts';
export { type ClientTokens, type RefreshAnswer, refreshSession, revokeToken } from './sign-in/sessions.ts';
export type { SignIn } from './sign-in/sign-in.ts';
export {
  assertMasterKey,
  ensureTenant,
  type Language,
  listPersons,
  listTenants,
  listWorkspaces,
  type Named,
  openTenancy,
  personName,
  type Tenancy,
  type Tenant,
  tenantFingerprintKey,
} from './tenants.ts';
export { openVault, type Vault } from './vault.ts';
