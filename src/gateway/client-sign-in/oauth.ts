import { type TryLimit, OctroiError } from '../../base/index.ts';
import { type Answer, json, oauthError } from './answer.ts';
import { type BrowserRequest, formOf } from './browser-request.ts';
import type { ClientSignIn, ClientTokens } from './client-sign-in.ts';

export type OAuthParts = {
  readonly signIn: ClientSignIn;
  /** Where clients reach the gateway. */
  readonly base: string;
  /** How many sign-ins an address may begin. */
  readonly begun: TryLimit;
  readonly now: () => number;
};

const deviceGrant = 'urn:ietf:params:oauth:grant-type:device_code';

/** The metadata a client begins with (RFC 8414). There is no authorization endpoint: a person signs in on the device page. */
export function metadata({ base }: OAuthParts): Answer {
  return json(200, {
    issuer: base,
    device_authorization_endpoint: `${base}/oauth/device_authorization`,
    token_endpoint: `${base}/oauth/token`,
    revocation_endpoint: `${base}/oauth/revoke`,
    grant_types_supported: [deviceGrant, 'refresh_token'],
    response_types_supported: [],
    token_endpoint_auth_methods_supported: ['none'],
    revocation_endpoint_auth_methods_supported: ['none'],
  });
}

/** Begins a sign-in (RFC 8628 §3.2). Parameters that are not known here are passed over. */
export async function authorizeDevice(parts: OAuthParts, request: BrowserRequest): Promise<Answer> {
  const { signIn, base, begun, now } = parts;
  if (!begun.take(request.address, now())) return oauthError(429, 'slow_down', { 'retry-after': '60' });
  const surface = surfaceOf(formOf(request).get('surface'));
  const codes = await signIn.begin(surface);
  return json(200, {
    device_code: codes.deviceCode,
    user_code: codes.userCode,
    verification_uri: `${base}/device`,
    verification_uri_complete: `${base}/device?user_code=${codes.userCode}`,
    expires_in: codes.expiresInSeconds,
    interval: codes.intervalSeconds,
    ...(signIn.notice === '' ? {} : { login_notice: signIn.notice }),
  });
}

// It is recorded and shown: a short plain word, or none.
function surfaceOf(given: string | null): string | undefined {
  return given !== null && /^[A-Za-z0-9_.-]{1,40}$/.test(given) ? given : undefined;
}

/** Gives tokens for a device code or a refresh token (RFC 8628 §3.4, RFC 6749 §6). */
export async function giveTokens({ signIn }: OAuthParts, request: BrowserRequest): Promise<Answer> {
  const form = formOf(request);
  switch (form.get('grant_type')) {
    case deviceGrant:
      return redeem(signIn, form.get('device_code') ?? '');
    case 'refresh_token':
      return refresh(signIn, form.get('refresh_token') ?? '');
    case null:
      return oauthError(400, 'invalid_request');
    default:
      return oauthError(400, 'unsupported_grant_type');
  }
}

async function redeem(signIn: ClientSignIn, deviceCode: string): Promise<Answer> {
  const answer = await signIn.redeem(deviceCode);
  switch (answer.kind) {
    case 'granted':
      return granted(answer.tokens);
    case 'pending':
      return oauthError(400, 'authorization_pending');
    case 'slow_down':
      return oauthError(400, 'slow_down');
    case 'denied':
      return oauthError(400, 'access_denied');
    case 'expired':
      return oauthError(400, 'expired_token');
  }
}

// 401 is how the client learns that its person is not known here any more; after a 5xx it tries again by itself.
async function refresh(signIn: ClientSignIn, refreshToken: string): Promise<Answer> {
  try {
    const answer = await signIn.refresh(refreshToken);
    return answer.kind === 'granted' ? granted(answer.tokens) : oauthError(401, 'invalid_grant');
  } catch (fault) {
    if (fault instanceof OctroiError && fault.code === 'tenancy_provider_unavailable')
      return oauthError(503, 'temporarily_unavailable', { 'retry-after': '30' });
    throw fault;
  }
}

function granted({ accessToken, refreshToken, expiresInSeconds, personName }: ClientTokens): Answer {
  return json(200, {
    access_token: accessToken,
    token_type: 'Bearer',
    expires_in: expiresInSeconds,
    refresh_token: refreshToken,
    email: personName,
  });
}

/** Ends the session of a token. What nobody knows is gone already (RFC 7009 §2.2). */
export async function revoke({ signIn }: OAuthParts, request: BrowserRequest): Promise<Answer> {
  await signIn.revoke(formOf(request).get('token') ?? '');
  return json(200, {});
}
