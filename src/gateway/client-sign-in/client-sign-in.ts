/** The codes with which a client begins (RFC 8628 §3.2). */
export type DeviceCodes = {
  readonly deviceCode: string;
  readonly userCode: string;
  readonly expiresInSeconds: number;
  readonly intervalSeconds: number;
};

export type ClientTokens = {
  readonly accessToken: string;
  readonly refreshToken: string;
  readonly expiresInSeconds: number;
  readonly personName: string;
};

export type DeviceAnswer =
  | { readonly kind: 'pending' | 'slow_down' | 'denied' | 'expired' }
  | { readonly kind: 'granted'; readonly tokens: ClientTokens };

export type RefreshAnswer = { readonly kind: 'granted'; readonly tokens: ClientTokens } | { readonly kind: 'ended' };

/** A browser on its way from a user code to a decision; `person` once somebody has signed in. */
export type Attempt = {
  readonly surface: string | undefined;
  readonly person:
    | { readonly name: string; readonly workspaces: readonly { readonly id: string; readonly name: string }[] }
    | undefined;
};

export type Decision = { readonly kind: 'approved'; readonly workspaceId: string } | { readonly kind: 'denied' };

/** The origin of the pages and the host name that passkeys belong to. */
export type PasskeySite = { readonly origin: string; readonly host: string };

/**
 * What clients sign in with, handed in by the wiring, which has the database. `attempt` and `invite` are the secrets that
 * a browser carries. Refusals are thrown as errors with codes of the tenancy room; a wrong name, password or passkey is
 * `false`.
 */
export type ClientSignIn = {
  /** Shown by the client beside the code: the notice to staff, and that training is asked for. At most 500 characters, or empty. */
  readonly notice: string;
  /** What the company's identity provider is called on the page; undefined where persons have accounts here. */
  readonly providerName: string | undefined;

  begin(surface: string | undefined): Promise<DeviceCodes>;
  redeem(deviceCode: string): Promise<DeviceAnswer>;
  refresh(refreshToken: string): Promise<RefreshAnswer>;
  revoke(token: string): Promise<void>;

  openAttempt(userCode: string): Promise<string | undefined>;
  findAttempt(attempt: string): Promise<Attempt | undefined>;
  decide(attempt: string, decision: Decision): Promise<boolean>;

  providerUrl(attempt: string, redirectUrl: string): Promise<string>;
  returnFromProvider(attempt: string, returnedTo: URL): Promise<boolean>;
  withPassword(attempt: string, given: { readonly name: string; readonly password: string }): Promise<boolean>;
  passkeyToUse(attempt: string, site: PasskeySite): Promise<unknown>;
  withPasskey(attempt: string, given: { readonly response: unknown; readonly site: PasskeySite }): Promise<boolean>;

  findInvite(invite: string): Promise<{ readonly name: string; readonly language: 'fr' | 'en' } | undefined>;
  setPassword(invite: string, password: string): Promise<void>;
  passkeyToMake(invite: string, site: PasskeySite): Promise<unknown>;
  addPasskey(invite: string, given: { readonly response: unknown; readonly site: PasskeySite }): Promise<void>;
};
