import type { DeviceReport } from '../base/index.ts';
import type { Actor, Common } from './records.ts';

/** A device may enrol from now on, or counts no more. */
type DeviceChanged = Common & {
  readonly kind: 'device_invited' | 'device_revoked';
  readonly deviceId: string;
  readonly name: string;
  readonly actor: Actor;
};

/** A device has used its one-time code; from now on this key speaks for it. */
type DeviceEnrolled = Common & {
  readonly kind: 'device_enrolled';
  readonly deviceId: string;
  readonly publicKey: string;
  readonly system: string;
};

/** What a device found on itself. The signature is over the report's canonical JSON, so it can be checked from here. */
export type WorkstationReported = Common & {
  readonly kind: 'workstation_reported';
  readonly deviceId: string;
  readonly report: DeviceReport;
  /** A DSSE signature by the device's key, base64. */
  readonly signature: string;
};

/** What is recorded of workstations and their reports. */
export type DeviceRecord = DeviceChanged | DeviceEnrolled | WorkstationReported;
