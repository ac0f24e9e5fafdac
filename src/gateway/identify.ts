import { gatewayError } from './errors.ts';

/**
 * Takes the octroi key, or the access token of a client that signed in, from a request's headers, as `Authorization: Bearer` or `x-api-key`.
 *
 * Runs before a byte of the body is read. Every credential that is presented must be the same octroi key: a raw vendor
 * key or a personal login beside it would be one that does not belong on this way.
 * @param rawHeaders names and values in turn, as `node:http` gives them: nothing is merged or dropped there.
 * @param kinds what an octroi credential of this way begins with.
 * @throws gateway_credential_personal, gateway_credential_vendor, gateway_credential_unknown,
 *   gateway_credential_conflict, gateway_credential_missing
 */
export function presentedKey(rawHeaders: readonly string[], kinds = /^octa?_/): string {
  const credentials: string[] = [];
  for (let at = 0; at + 1 < rawHeaders.length; at += 2) {
    const name = (rawHeaders[at] ?? '').toLowerCase();
    const value = (rawHeaders[at + 1] ?? '').trim();
    if (name === 'authorization') credentials.push(value.replace(/^bearer(\s+|$)/i, ''));
    if (name === 'x-api-key') credentials.push(value);
    // A personal claude.ai login also shows by its beta header; the gateway must not carry one (claude-code.md §3).
    if (name === 'anthropic-beta' && /(^|[,\s])oauth-/i.test(value)) throw gatewayError('gateway_credential_personal');
    // Wherever else one stands, it would go on to the vendor as it is.
    if (value.includes('sk-ant-oat')) throw gatewayError('gateway_credential_personal');
    if (value.includes('sk-ant-')) throw gatewayError('gateway_credential_vendor');
  }
  for (const credential of credentials) refuseForeign(credential, kinds);
  const [key, ...others] = new Set(credentials);
  if (key === undefined || key === '') throw gatewayError('gateway_credential_missing');
  if (others.length > 0) throw gatewayError('gateway_credential_conflict');
  return key;
}

// An authorization scheme other than Bearer carries no octroi key either.
function refuseForeign(credential: string, kinds: RegExp): void {
  if (credential.startsWith('sk-ant-oat')) throw gatewayError('gateway_credential_personal');
  if (credential.startsWith('sk-')) throw gatewayError('gateway_credential_vendor');
  if (credential !== '' && !kinds.test(credential)) throw gatewayError('gateway_credential_unknown');
}
