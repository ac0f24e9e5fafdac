import * as oidc from 'openid-client';
import { tenancyError } from '../errors.ts';

export type ProviderOptions = {
  /** The issuer, as its metadata name it; plain http on this machine alone. */
  readonly issuer: string;
  readonly clientId: string;
  /** Empty for a client without a secret: PKCE protects the code. */
  readonly clientSecret: string;
  /** The claim that names a person here. It must be one that people cannot change themselves. */
  readonly nameClaim: string;
  readonly groupsClaim: string;
  readonly scopes: readonly string[];
};

/** What an answer of the provider is checked against. It is kept sealed with the browser's attempt. */
export type ProviderSecrets = { readonly state: string; readonly nonce: string; readonly verifier: string };

/** Who the provider says has signed in. */
export type ProvidedIdentity = {
  readonly issuer: string;
  readonly subject: string;
  readonly name: string;
  readonly groups: readonly string[];
  readonly refreshToken: string | undefined;
};

/** `groups` is absent where the provider tells none outside a sign-in. */
export type StillHeld = {
  readonly kind: 'holds';
  readonly refreshToken: string;
  readonly groups: readonly string[] | undefined;
};

const timeoutSeconds = 5;

/** The company's identity provider, by OpenID Connect with PKCE (code flow). Its metadata are read when first needed. */
export class IdentityProvider {
  readonly #options: ProviderOptions;
  #discovered: Promise<oidc.Configuration> | undefined;

  constructor(options: ProviderOptions) {
    this.#options = options;
  }

  /** Where to send the browser, and what to keep for its return. @throws tenancy_provider_unavailable */
  async begin(redirectUrl: string): Promise<{ readonly url: string; readonly secrets: ProviderSecrets }> {
    const configuration = await this.#configuration();
    const verifier = oidc.randomPKCECodeVerifier();
    const secrets = { state: oidc.randomState(), nonce: oidc.randomNonce(), verifier };
    const url = oidc.buildAuthorizationUrl(configuration, {
      redirect_uri: redirectUrl,
      scope: this.#scopes(configuration).join(' '),
      code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
      state: secrets.state,
      nonce: secrets.nonce,
    });
    return { url: url.href, secrets };
  }

  /**
   * Takes the browser's return: exchanges the code, and checks state, nonce, signature, issuer, audience and times.
   * @throws tenancy_provider_refused, tenancy_provider_unavailable, tenancy_identity_nameless
   */
  async finish(returnedTo: URL, secrets: ProviderSecrets): Promise<ProvidedIdentity> {
    const configuration = await this.#configuration();
    try {
      const tokens = await oidc.authorizationCodeGrant(configuration, returnedTo, {
        expectedState: secrets.state,
        expectedNonce: secrets.nonce,
        pkceCodeVerifier: secrets.verifier,
        idTokenExpected: true,
      });
      const claims = tokens.claims();
      if (!claims) throw tenancyError('tenancy_provider_refused', { reason: 'id_token' });
      const more = await this.#moreClaims(configuration, tokens.access_token, claims);
      return this.#identity({ ...more, ...claims }, tokens.refresh_token);
    } catch (fault) {
      throw named(fault);
    }
  }

  /**
   * Asks whether a person still holds at the provider, and in which groups.
   * @throws tenancy_provider_unavailable when it gives no answer.
   */
  async askAgain(refreshToken: string): Promise<StillHeld | { readonly kind: 'refused' }> {
    const configuration = await this.#configuration();
    try {
      const tokens = await oidc.refreshTokenGrant(configuration, refreshToken);
      const groups = await this.#groupsNow(configuration, tokens);
      return { kind: 'holds', refreshToken: tokens.refresh_token ?? refreshToken, groups };
    } catch (fault) {
      if (fault instanceof oidc.ResponseBodyError && fault.error === 'invalid_grant') return { kind: 'refused' };
      throw tenancyError('tenancy_provider_unavailable', {}, fault);
    }
  }

  // An ID token need not come with a refresh (OpenID Connect Core §12.2); the userinfo endpoint then tells, where there is one.
  async #groupsNow(
    configuration: oidc.Configuration,
    tokens: oidc.TokenEndpointResponse & oidc.TokenEndpointResponseHelpers,
  ): Promise<readonly string[] | undefined> {
    const { groupsClaim } = this.#options;
    const claims = tokens.claims();
    if (claims?.[groupsClaim] !== undefined) return textsOf(claims[groupsClaim]);
    if (configuration.serverMetadata().userinfo_endpoint === undefined) return claims && [];
    const subject = claims?.sub ?? oidc.skipSubjectCheck;
    return textsOf((await oidc.fetchUserInfo(configuration, tokens.access_token, subject))[groupsClaim]);
  }

  // A provider may keep groups and addresses out of the ID token and tell them at its userinfo endpoint.
  async #moreClaims(
    configuration: oidc.Configuration,
    accessToken: string,
    claims: oidc.IDToken,
  ): Promise<Readonly<Record<string, unknown>>> {
    const { nameClaim, groupsClaim } = this.#options;
    const isWhole = claims[nameClaim] !== undefined && claims[groupsClaim] !== undefined;
    if (isWhole || configuration.serverMetadata().userinfo_endpoint === undefined) return {};
    return oidc.fetchUserInfo(configuration, accessToken, claims.sub);
  }

  #identity(claims: Readonly<Record<string, unknown>>, refreshToken: string | undefined): ProvidedIdentity {
    const { nameClaim, groupsClaim } = this.#options;
    const name = claims[nameClaim];
    const isUnproven = nameClaim === 'email' && claims['email_verified'] === false;
    if (typeof name !== 'string' || name.trim() === '' || isUnproven)
      throw tenancyError('tenancy_identity_nameless', { claim: nameClaim });
    return {
      issuer: String(claims['iss']),
      subject: String(claims['sub']),
      name,
      groups: textsOf(claims[groupsClaim]),
      refreshToken,
    };
  }

  // Without a refresh token nobody can be asked later whether the person still holds: it is wanted where it can be had.
  #scopes(configuration: oidc.Configuration): readonly string[] {
    const offered = configuration.serverMetadata().scopes_supported ?? [];
    const later = offered.includes('offline_access') ? ['offline_access'] : [];
    return [...new Set(['openid', ...this.#options.scopes, ...later])];
  }

  #configuration(): Promise<oidc.Configuration> {
    this.#discovered ??= this.#discover().catch((fault: unknown) => {
      this.#discovered = undefined; // It may answer the next time.
      throw tenancyError('tenancy_provider_unavailable', {}, fault);
    });
    return this.#discovered;
  }

  async #discover(): Promise<oidc.Configuration> {
    const { issuer, clientId, clientSecret } = this.#options;
    const url = new URL(issuer);
    const isLoopback = /^(localhost|127(\.\d+){3}|\[::1\])$/.test(url.hostname);
    const authentication = clientSecret === '' ? oidc.None() : oidc.ClientSecretBasic(clientSecret);
    return oidc.discovery(url, clientId, undefined, authentication, {
      timeout: timeoutSeconds,
      execute: isLoopback ? [oidc.allowInsecureRequests] : [],
    });
  }
}

function textsOf(claim: unknown): readonly string[] {
  if (typeof claim === 'string') return [claim];
  return Array.isArray(claim) ? claim.filter((entry): entry is string => typeof entry === 'string') : [];
}

// An answer that was given and is not accepted, told from one that was not given at all.
function named(fault: unknown): unknown {
  if (fault instanceof Error && 'code' in fault && String(fault.code).startsWith('tenancy_')) return fault;
  if (fault instanceof oidc.AuthorizationResponseError)
    return tenancyError('tenancy_provider_refused', { reason: fault.error }, fault);
  if (fault instanceof oidc.ResponseBodyError)
    return tenancyError('tenancy_provider_refused', { reason: fault.error }, fault);
  if (fault instanceof oidc.ClientError && fault.code !== 'OAUTH_TIMEOUT')
    return tenancyError('tenancy_provider_refused', { reason: String(fault.code ?? 'answer') }, fault);
  return tenancyError('tenancy_provider_unavailable', {}, fault);
}
