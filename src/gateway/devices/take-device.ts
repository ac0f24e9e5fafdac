import type { IncomingMessage, ServerResponse } from 'node:http';
import { canonicalJson, type DeviceReport } from '../../base/index.ts';
import { gatewayError } from '../errors.ts';
import type { GatewayParts } from '../gateway.ts';
import type { Held } from '../held-bytes.ts';
import type { Inspector } from '../inspection/inspect.ts';
import { receiveBody } from '../receive-body.ts';
import { waitForDatabase } from '../wait-for-database.ts';
import type { DeviceDesk } from './device-desk.ts';
import { readEnrolment, readReport } from './read-report.ts';

export type DeviceRequest = {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly desk: DeviceDesk;
  readonly held: Held;
};

const mostEnrolmentBytes = 16 * 1024;
const mostReportBytes = 8 * 1024 * 1024;
// A clock may go a little before ours. What is much later than now would keep a silent device alive.
const mostAheadMs = 10 * 60_000;

/**
 * Takes a device's key for its one-time code.
 * @throws gateway_device_malformed, gateway_device_signature_invalid, gateway_device_code_unknown
 */
export async function enrol(gateway: GatewayParts, { request, response, desk, held }: DeviceRequest): Promise<void> {
  const { limits } = gateway;
  const body = await receiveBody(request, { ...limits, maxBodyBytes: mostEnrolmentBytes }, held);
  const asked = readEnrolment(body);
  const enrolled = await waitForDatabase(limits.waitMs, () => desk.enrol(asked));
  if (!enrolled) throw gatewayError('gateway_device_code_unknown', {});
  send(response, enrolled);
}

/**
 * Takes a device's report. It is on record before the answer. One that was taken before is answered in the same way, so
 * that a device whose answer got lost goes on. A device that has another bundle of the policy than the post gets the post's;
 * it is the device that holds it against the keys it trusts.
 * @throws gateway_device_unknown, gateway_device_revoked, gateway_device_malformed, gateway_device_signature_invalid,
 *   gateway_device_foreign, gateway_device_clock, gateway_device_secret, gateway_device_out_of_order
 */
export async function takeDeviceReport(
  gateway: GatewayParts,
  inspector: Inspector,
  { request, response, desk, held }: DeviceRequest,
): Promise<void> {
  const { limits } = gateway;
  const named = deviceOf(request);
  const known = await waitForDatabase(limits.waitMs, () => desk.find(named.tenantId, named.deviceId));
  if (!known) throw gatewayError('gateway_device_unknown', {});
  if (known.isRevoked) throw gatewayError('gateway_device_revoked', {});
  const body = await receiveBody(request, { ...limits, maxBodyBytes: mostReportBytes }, held);
  const { report, signature } = readReport(body, known.publicKey);
  if (report.tenantId !== named.tenantId || report.deviceId !== named.deviceId)
    throw gatewayError('gateway_device_foreign', {});
  if (Date.parse(report.reportedAt) > gateway.now().getTime() + mostAheadMs)
    throw gatewayError('gateway_device_clock', { reportedAt: report.reportedAt });
  await refuseSecrets(inspector, report);
  const outcome = await waitForDatabase(limits.waitMs, () => desk.take(report, signature));
  if (outcome === 'out_of_order') throw gatewayError('gateway_device_out_of_order', { sequence: report.sequence });
  const bundle = await desk.bundle();
  const isOther = bundle !== undefined && bundle.digest !== report.bundle?.digest;
  send(response, { sequence: report.sequence, outcome, ...(isOther ? { bundle: bundle.text } : {}) });
}

// `Octroi-Device <tenant>.<device>` says whose key the body is held against; it proves nothing.
function deviceOf(request: IncomingMessage): { readonly tenantId: string; readonly deviceId: string } {
  const [, tenantId, deviceId] =
    /^Octroi-Device ([0-9a-f-]{36})\.([0-9a-f-]{36})$/.exec(request.headers.authorization ?? '') ?? [];
  if (tenantId === undefined || deviceId === undefined) throw gatewayError('gateway_device_unknown', {});
  return { tenantId, deviceId };
}

// Devices leave secrets out of what they tell: a report that holds one was not made by the program we know.
async function refuseSecrets(inspector: Inspector, report: DeviceReport): Promise<void> {
  const found = await inspector.findIn(report.verdicts.map((verdict) => canonicalJson(verdict)));
  if (found.flat().some((finding) => finding.class === 'secret')) throw gatewayError('gateway_device_secret', {});
}

function send(response: ServerResponse, value: unknown): void {
  const text = JSON.stringify(value);
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) });
  response.end(text);
}
