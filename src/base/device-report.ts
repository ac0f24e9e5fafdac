/*
 * What a workstation and its post say to each other: signed envelopes (signed-envelope.ts) of canonical JSON. Both sides
 * stand on this file and neither on the other.
 */

/** The media types of the payloads. */
export const enrolmentType = 'application/vnd.octroi.device-enrolment+json';
export const reportType = 'application/vnd.octroi.device-report+json';

export type DeviceSystem = 'linux' | 'macos' | 'windows';

/** Asks for a device's key to be taken, with the one-time code it was invited by; signed by that key. */
export type DeviceEnrolment = {
  readonly schema: 'octroi.device.enrolment/1';
  readonly code: string;
  /** 32 bytes of Ed25519, base64. */
  readonly publicKey: string;
  readonly system: DeviceSystem;
};

/** What a control found for one person, and what decided it. Nobody is named: see `persons`. */
export type ReportedVerdict = {
  readonly person: string;
  readonly control: string;
  readonly state: 'met' | 'not_met' | 'unknown';
  readonly value: string | null;
  readonly file: string | null;
  readonly line: number | null;
  readonly source: string | null;
  /** Whether only an administrator can undo it. */
  readonly holds: boolean;
  /** The code of a sentence, and what fills it. */
  readonly reason: string;
  readonly args: Readonly<Record<string, string | number>>;
  readonly overrides: readonly { readonly file: string; readonly line: number; readonly value: string | null }[];
};

/** One scan of one device. A home is `~` in its paths, and no login name is in it. */
export type DeviceReport = {
  readonly schema: 'octroi.device.report/1';
  readonly tenantId: string;
  readonly deviceId: string;
  /** Counted by the device from 1: what comes again or too late is told by it, and so is what never came. */
  readonly sequence: number;
  readonly reportedAt: string;
  /** The version of octroi that looked. */
  readonly program: string;
  readonly system: DeviceSystem;
  /** Everybody on the device, by a reference that its own secret key makes: the same person keeps theirs. */
  readonly persons: readonly string[];
  /** Under which ids their clients are known to vendors and gateways. */
  readonly clientDeviceIds: readonly string[];
  /** The bundle of the policy that is installed, by its file's SHA-256; null where none is, or none that holds. */
  readonly bundle: { readonly policyVersion: string; readonly digest: string } | null;
  readonly verdicts: readonly ReportedVerdict[];
};
