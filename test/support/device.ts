import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import {
  canonicalJson,
  type DeviceReport,
  enrolmentType,
  type ReportedVerdict,
  reportType,
} from '../../src/base/index.ts';
import { pinnedKeyText, signEnvelope } from '../../src/base/signed-envelope.ts';

export const person = 'a1b2c3d4e5f60718';

/** A device as the wire sees it. */
export type WireDevice = {
  readonly key: KeyObject;
  readonly publicKey: string;
  readonly enrolment: (code: string) => string;
  readonly report: (report: DeviceReport) => string;
};

export function wireDevice(): WireDevice {
  const { privateKey: key } = generateKeyPairSync('ed25519');
  const publicKey = pinnedKeyText(key);
  const sign = (value: object, type: string): string =>
    signEnvelope(Buffer.from(canonicalJson(JSON.parse(JSON.stringify(value)))), { type, key });
  return {
    key,
    publicKey,
    enrolment: (code) => sign({ schema: 'octroi.device.enrolment/1', code, publicKey, system: 'linux' }, enrolmentType),
    report: (report) => sign(report, reportType),
  };
}

export function verdict(
  control: string,
  state: ReportedVerdict['state'],
  but: Partial<ReportedVerdict> = {},
): ReportedVerdict {
  const decided = { value: '1', file: '~/.profile', line: 3, source: 'environment', holds: false };
  return {
    person,
    control,
    state,
    ...decided,
    reason: 'never_set',
    args: { name: 'DO_NOT_TRACK' },
    overrides: [],
    ...but,
  };
}

export function deviceReport(
  named: { readonly tenantId: string; readonly deviceId: string },
  but: Partial<DeviceReport> = {},
): DeviceReport {
  return {
    schema: 'octroi.device.report/1',
    ...named,
    sequence: 1,
    reportedAt: '2026-11-26T10:00:00.000Z',
    program: '0.0.0-test',
    system: 'linux',
    persons: [person],
    clientDeviceIds: ['device-of-a-client'],
    bundle: null,
    verdicts: [verdict('telemetry', 'met'), verdict('error_reports', 'not_met')],
    ...but,
  };
}
