import type { IncomingMessage } from 'node:http';
import { OctroiError } from '../base/index.ts';
import type { Admission, AdmissionAnswer, Looked } from './admission.ts';
import { gatewayError } from './errors.ts';
import type { GatewayParts } from './gateway.ts';
import { presentedKey } from './identify.ts';
import { waitForDatabase } from './wait-for-database.ts';

export type Identified = {
  readonly admission: Admission;
  /** Asks the database once more where memory had to serve: what it answered must hold before anything leaves. */
  readonly confirm: () => Promise<void>;
};

/** Tells before the body is read who sends, and under which contract. @throws what refuses the request */
export async function identifySender(gateway: GatewayParts, request: IncomingMessage): Promise<Identified> {
  const key = presentedKey(request.rawHeaders);
  const { admit, limits } = gateway;
  const looked = await waitForDatabase(limits.waitMs, () => admit(key));
  const admission = sending(admitted(looked.answer));
  const confirm = async (): Promise<void> => {
    const { answer } = await waitForDatabase(limits.waitMs, async () => confirmed(await admit(key)));
    sending(admitted(answer));
  };
  return { admission, confirm };
}

/**
 * Tells who asks beside the way of an exchange. A stopped contract stops what is sent, and nothing here: a client must
 * get its settings, and tell what it did, all the same.
 * @param kinds what an octroi credential of this way begins with.
 */
export async function identifyAside(
  gateway: GatewayParts,
  request: IncomingMessage,
  kinds?: RegExp,
): Promise<Admission> {
  const key = presentedKey(request.rawHeaders, kinds);
  const { answer } = await waitForDatabase(gateway.limits.waitMs, () => gateway.admit(key));
  return admitted(answer);
}

/** A refusal that knows the language of the person it refuses. */
export class Refused extends OctroiError {
  readonly language: Admission['language'] | undefined;

  constructor(fault: OctroiError, language: Admission['language'] | undefined) {
    super(fault.code, fault.args);
    this.language = language;
  }
}

function confirmed(looked: Looked): Looked {
  if (!looked.isConfirmed) throw new Error('the database is away');
  return looked;
}

const refusedAdmissions = {
  unknown: 'gateway_key_unknown',
  expired: 'gateway_key_expired',
  revoked: 'gateway_key_revoked',
  no_contract: 'gateway_contract_missing',
} as const;

function admitted(answer: AdmissionAnswer): Admission {
  if (answer.kind === 'refused') throw new Refused(gatewayError(refusedAdmissions[answer.reason]), answer.language);
  return answer.admission;
}

function sending(admission: Admission): Admission {
  if (admission.contract.isStopped) throw new Refused(gatewayError('gateway_contract_stopped'), admission.language);
  return admission;
}
