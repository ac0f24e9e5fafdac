import { errorMaker } from '../base/index.ts';

export const fleetErrorCodes = [
  'fleet_name_invalid',
  'fleet_name_taken',
  'fleet_days_invalid',
  'fleet_device_unknown',
  'fleet_device_revoked',
] as const;

export type FleetErrorCode = (typeof fleetErrorCodes)[number];

export const fleetError = errorMaker<FleetErrorCode>();
