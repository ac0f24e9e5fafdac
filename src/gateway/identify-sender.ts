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
export async function identifySender(
  gateway: GatewayParts,
  request: IncomingMessage,
  kinds?: RegExp,
): Promise<Identified> {
  const key = presentedKey(request.rawHeaders, kinds);
  const { admit, limits } = gateway;
  const looked = await waitForDatabase(limits.waitMs, () => admit(key));
  const admission = admitted(looked.answer);
  const confirm = async (): Promise<void> => {
    const { answer } = await waitForDatabase(limits.waitMs, async () => confirmed(await admit(key)));
    admitted(answer);
  };
  return { admission, confirm };
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
  if (answer.admission.contract.isStopped)
    throw new Refused(gatewayError('gateway_contract_stopped'), answer.admission.language);
  return answer.admission;
}
