import type { SessionView } from '../../../console-api/contract.ts';
import { call } from '../../api/call.ts';
import { ApiFault } from '../../api/fault.ts';

/** Whether this browser can use passkeys as the server speaks of them. */
export function canUsePasskeys(): boolean {
  return typeof PublicKeyCredential === 'function' && 'parseRequestOptionsFromJSON' in PublicKeyCredential;
}

/** Has a passkey of the person sign, and signs them in by it. @throws ApiFault */
export async function signWithPasskey(): Promise<SessionView> {
  const options = await call<PublicKeyCredentialRequestOptionsJSON>('/api/sign-in/passkey/options', {
    method: 'POST',
    body: {},
  });
  const credential = await navigator.credentials
    .get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) })
    .catch(() => null); // Given up, or there is none: it is told like one that does not fit.
  if (!(credential instanceof PublicKeyCredential)) throw new ApiFault('passkey');
  return call<SessionView>('/api/sign-in/passkey', { method: 'POST', body: credential.toJSON() });
}
