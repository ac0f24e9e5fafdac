export { clientsOfDevices, type DeviceView, type Drift, readDevice } from './device-view.ts';
export {
  deviceNames,
  enrolDevice,
  findDevice,
  findDeviceNamed,
  type FleetBooks,
  type InvitedDevice,
  inviteDevice,
  revokeDevice,
} from './devices.ts';
export { type FleetErrorCode, fleetErrorCodes } from './errors.ts';
export { type DeviceLine, type FleetView, readFleet, readTrend, type TrendDay } from './fleet-view.ts';
export { takeReport } from './take-report.ts';
