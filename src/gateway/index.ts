export type { Admission, AdmissionAnswer, Admit } from './admission.ts';
export { type GatewayErrorCode, gatewayErrorCodes } from './errors.ts';
export type { GatewayEvent, GatewayLimits, GatewayParts, OrganizationMismatch } from './gateway.ts';
export { type Gateway, startGateway } from './server.ts';
