import { canonicalJson, describeCause, type DeviceReport, enrolmentType, reportType } from '../../base/index.ts';
import { pinnedKeyText, signEnvelope } from '../../base/signed-envelope.ts';
import type { Language } from '../../messages/index.ts';
import { endpointError } from '../errors.ts';
import type { System } from '../machine/machine.ts';
import { type DeviceIdentity, findIdentity, keyOf, newKeys, readIdentity, writeIdentity } from './identity.ts';
import { Spool } from './spool.ts';

const answerWithinMs = 30_000;

export type Enrolling = {
  readonly folder: string;
  readonly gateway: string;
  readonly code: string;
  readonly system: System;
  readonly language: Language;
  /** Gives up the identity that is there, with its key and the reports that wait. */
  readonly again: boolean;
};

/**
 * Makes this workstation's key and has it taken for a one-time code. When the answer gets lost, the next try brings the
 * same key, which the post takes for the same code.
 * @throws endpoint_device_enrolled, endpoint_post_unreachable, endpoint_device_refused, endpoint_device_invalid
 */
export async function enrolHere({
  folder,
  gateway,
  code,
  system,
  language,
  again,
}: Enrolling): Promise<DeviceIdentity> {
  const before = again ? undefined : findIdentity(folder);
  const isPending = before?.deviceId === pending;
  if (before && !isPending) throw endpointError('endpoint_device_enrolled', { device: before.name });
  const { privateKey, referenceKey } = isPending ? before : newKeys();
  const wanted = { gateway, privateKey, referenceKey, sequence: 0 } as const;
  const draft = { schema: 'octroi.device/1', tenantId: pending, deviceId: pending, name: '', ...wanted } as const;
  if (again) new Spool(folder).clear();
  writeIdentity(folder, draft);
  const key = keyOf(draft);
  const asked = { schema: 'octroi.device.enrolment/1', code, publicKey: pinnedKeyText(key), system } as const;
  const envelope = signEnvelope(Buffer.from(canonicalJson(asked)), { type: enrolmentType, key });
  const answered = await ask(`${gateway}/devices/enrol`, { body: envelope, language }).catch((fault: unknown) => {
    throw endpointError('endpoint_post_unreachable', { gateway, cause: describeCause(fault) }, fault);
  });
  if (answered.kind !== 'taken') throw refused(answered, folder);
  const { tenantId, deviceId, name } = answered.value as Pick<DeviceIdentity, 'tenantId' | 'deviceId' | 'name'>;
  const identity: DeviceIdentity = { ...draft, tenantId, deviceId, name };
  writeIdentity(folder, identity);
  return identity;
}

const pending = '00000000-0000-0000-0000-000000000000';

/**
 * Makes a report under the next number and puts it among those that wait. The number is used up first: a report that was
 * half written leaves a gap, and no number is given twice.
 * @throws endpoint_device_missing, endpoint_device_invalid
 */
export function queueReport(folder: string, make: (identity: DeviceIdentity) => DeviceReport): number {
  const before = enrolledIdentity(folder);
  const identity = { ...before, sequence: before.sequence + 1 };
  writeIdentity(folder, identity);
  const payload = Buffer.from(canonicalJson(make(identity)));
  new Spool(folder).add(identity.sequence, signEnvelope(payload, { type: reportType, key: keyOf(identity) }));
  return identity.sequence;
}

/** The identity of a workstation whose enrolment was answered. @throws endpoint_device_missing, endpoint_device_invalid */
export function enrolledIdentity(folder: string): DeviceIdentity {
  const identity = readIdentity(folder);
  if (identity.deviceId === pending) throw endpointError('endpoint_device_missing', { path: `${folder}/device.json` });
  return identity;
}

export type Delivery = {
  readonly sent: readonly number[];
  readonly waiting: readonly number[];
  /** Why what waits was not sent; undefined when nothing waits. */
  readonly cause: string | undefined;
  /** The bundle of the policy that the post handed out, as a signed file; undefined where this workstation has it. */
  readonly bundle: string | undefined;
};

/**
 * Sends what waits, the oldest first, each until the post says that it has it. Stops at the first that cannot be sent:
 * the post takes them in their order.
 * @throws endpoint_device_refused when the post will not take this device's reports as they are; they wait on.
 */
export async function deliver(folder: string, language: Language): Promise<Delivery> {
  const identity = enrolledIdentity(folder);
  const spool = new Spool(folder);
  const sent: number[] = [];
  let bundle: string | undefined;
  for (const sequence of spool.waiting()) {
    const body = spool.read(sequence);
    const answered = await ask(`${identity.gateway}/devices/reports`, { body, language, identity }).catch(
      (fault: unknown) => ({ kind: 'later', cause: describeCause(fault) }) as const,
    );
    if (answered.kind === 'later') return { sent, waiting: spool.waiting(), cause: answered.cause, bundle };
    // One that comes too late was overtaken, by a copy of this machine say: it will never be taken.
    if (answered.kind === 'refused' && answered.code !== 'gateway_device_out_of_order') throw refused(answered, folder);
    spool.remove(sequence);
    if (answered.kind !== 'taken') continue;
    sent.push(sequence);
    const { bundle: handed } = answered.value as { readonly bundle?: unknown };
    bundle = typeof handed === 'string' ? handed : undefined;
  }
  return { sent, waiting: [], cause: undefined, bundle };
}

type Answered =
  | { readonly kind: 'taken'; readonly value: unknown }
  | { readonly kind: 'refused'; readonly code: string; readonly message: string }
  | { readonly kind: 'later'; readonly cause: string };

type Asking = { readonly body: string; readonly language: Language; readonly identity?: DeviceIdentity };

async function ask(url: string, { body, language, identity }: Asking): Promise<Answered> {
  const answer = await fetch(url, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'accept-language': language,
      ...(identity ? { authorization: `Octroi-Device ${identity.tenantId}.${identity.deviceId}` } : {}),
    },
    body,
    redirect: 'error',
    signal: AbortSignal.timeout(answerWithinMs),
  });
  const value: unknown = await answer.json();
  if (answer.ok) return { kind: 'taken', value };
  const { error, octroi } = value as { error?: { message?: unknown }; octroi?: { code?: unknown } };
  // Without a code of ours somebody else answered: a proxy, a page that asks for a sign-in.
  if (answer.status >= 500 || typeof octroi?.code !== 'string')
    return { kind: 'later', cause: `HTTP ${answer.status}` };
  return { kind: 'refused', code: octroi.code, message: String(error?.message ?? octroi.code) };
}

function refused(answered: Exclude<Answered, { kind: 'taken' }>, folder: string) {
  const message = answered.kind === 'refused' ? answered.message : answered.cause;
  return endpointError('endpoint_device_refused', { message, spool: new Spool(folder).folder });
}
