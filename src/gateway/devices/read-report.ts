import { z } from 'zod';
import { type DeviceEnrolment, type DeviceReport, enrolmentType, reportType } from '../../base/index.ts';
import { openEnvelope, parsePinnedKey } from '../../base/signed-envelope.ts';
import { gatewayError } from '../errors.ts';

const system = z.enum(['linux', 'macos', 'windows']);
const word = z.string().regex(/^[a-z0-9][a-z0-9_.-]{0,79}$/);
const reference = z.string().regex(/^[0-9a-f]{16}$/);
// Paths and values as a scan shows them, which cuts them; a control character would be somebody's try at a screen.
const text = z
  .string()
  .max(1_000)
  .regex(/^[^\0-\x08\x0b-\x1f\x7f]*$/);
const line = z.int().min(1).nullable();

const verdict = z.strictObject({
  person: reference,
  control: word,
  state: z.enum(['met', 'not_met', 'unknown']),
  value: text.nullable(),
  file: text.nullable(),
  line,
  source: text.nullable(),
  holds: z.boolean(),
  reason: word,
  args: z.record(z.string().regex(/^[A-Za-z]{1,40}$/), z.union([text, z.number()])),
  overrides: z.array(z.strictObject({ file: text, line: z.int().min(0), value: text.nullable() })).max(50),
});

const reportSchema = z.strictObject({
  schema: z.literal('octroi.device.report/1'),
  tenantId: z.uuid(),
  deviceId: z.uuid(),
  sequence: z.int().min(1).max(2_000_000_000),
  reportedAt: z.iso.datetime({ precision: 3 }),
  program: z.string().regex(/^[\w.+-]{1,40}$/),
  system,
  persons: z.array(reference).max(2_000),
  clientDeviceIds: z.array(z.string().regex(/^[\w-]{8,128}$/)).max(4_000),
  bundle: z
    .strictObject({ policyVersion: z.string().regex(/^[\w.-]{1,128}$/), digest: z.string().regex(/^[0-9a-f]{64}$/) })
    .nullable(),
  verdicts: z.array(verdict).max(100_000),
});

const enrolmentSchema = z.strictObject({
  schema: z.literal('octroi.device.enrolment/1'),
  code: z.string().max(200),
  publicKey: z.string().refine((given) => parsePinnedKey(given) !== undefined),
  system,
});

/** An enrolment, signed by the key it brings. @throws gateway_device_malformed, gateway_device_signature_invalid */
export function readEnrolment(body: Buffer): DeviceEnrolment {
  const envelope = body.toString('utf8');
  // The key stands in what it signs: read first, believed only when the signature is right.
  const claimed = parsed(enrolmentSchema, payloadOf(envelope));
  open(envelope, enrolmentType, claimed.publicKey);
  return claimed;
}

/** A report and its signature. @throws gateway_device_malformed, gateway_device_signature_invalid */
export function readReport(
  body: Buffer,
  publicKey: string,
): { readonly report: DeviceReport; readonly signature: string } {
  const envelope = body.toString('utf8');
  const payload = open(envelope, reportType, publicKey);
  const report = parsed(reportSchema, parse(payload.toString('utf8')));
  return { report, signature: signatureOf(envelope) };
}

function open(envelope: string, type: string, publicKey: string): Buffer {
  const opened = openEnvelope(envelope, { type, pinnedKeys: [publicKey] });
  if (opened.kind === 'not_signed') throw gatewayError('gateway_device_malformed', { at: 'envelope' });
  if (opened.kind !== 'payload') throw gatewayError('gateway_device_signature_invalid', {});
  return opened.payload;
}

const carrier = z.object({
  payload: z.string(),
  signatures: z.array(z.object({ sig: z.string() })).min(1),
});

function payloadOf(envelope: string): unknown {
  const { payload } = parsed(carrier, parse(envelope));
  return parse(Buffer.from(payload, 'base64').toString('utf8'));
}

function signatureOf(envelope: string): string {
  return parsed(carrier, parse(envelope)).signatures[0]?.sig ?? '';
}

function parsed<T>(schema: z.ZodType<T>, value: unknown): T {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  throw gatewayError('gateway_device_malformed', { at: result.error.issues[0]?.path.join('.') || '–' });
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined; // No JSON fits no schema: it is refused as what does not fit.
  }
}
