export type { Admission, AdmissionAnswer, Admit } from './admission.ts';
export type { ClientSignIn } from './client-sign-in/client-sign-in.ts';
export { type GatewayErrorCode, gatewayErrorCodes } from './errors.ts';
export type { GatewayEvent, GatewayLimits, GatewayParts, OrganizationMismatch } from './gateway.ts';
export type { DecideHook, HookFacts } from './hooks/decide-hook.ts';
export type { InferenceHooks } from './hooks/inference-hook.ts';
export type { ListedModel, ModelsFor } from './managed-settings/models.ts';
export type { SettingsFor, SettingsSubject } from './managed-settings/served-settings.ts';
export { type Gateway, startGateway } from './server.ts';
