import type { FastifyRequest } from 'fastify';
import { describeCause, OctroiError, TryLimit } from '../base/index.ts';
import {
  checkPassword,
  checkPasskey,
  isConsoleAttempt,
  keepSecrets,
  openConsoleAttempt,
  type PasskeySite,
  passkeyToUse,
  providedPerson,
  type ProviderSecrets,
  type SignIn,
  takeSecrets,
} from '../tenancy/index.ts';
import { consoleError } from './errors.ts';
import { enter } from './sign-in.ts';

/** How persons sign in to the console: with what their clients sign in with, and with nothing else. */
export type PersonSignIn = {
  readonly signIn: SignIn;
  /** What the company's identity provider is called; undefined where persons have accounts here. */
  readonly providerName: string | undefined;
  /** Of persons whom the provider names for the first time. */
  readonly language: 'fr' | 'en';
  /** The host name at which people make their passkeys: the gateway's. */
  readonly passkeyHost: string;
};

// Enough for a company behind one address; little for somebody who tries passwords. Accounts are locked besides.
const mostFailures = 20;
const mostBegun = 600;

/** The ways in, with the count of what each address got wrong. */
export class PersonWays {
  readonly #parts: PersonSignIn;
  readonly #isHttps: boolean;
  readonly #failures = new TryLimit(mostFailures);
  readonly #begun = new TryLimit(mostBegun);

  constructor(parts: PersonSignIn, isHttps: boolean) {
    this.#parts = parts;
    this.#isHttps = isHttps;
  }

  /** Begins an attempt, whose secret the browser carries. @throws console_too_many_failures for an address that begins too many */
  async begin({ ip }: FastifyRequest): Promise<string> {
    if (!this.#begun.take(ip, performance.now())) throw consoleError('console_too_many_failures');
    return openConsoleAttempt(this.#parts.signIn);
  }

  /** @throws console_sign_in_refused, console_too_many_failures */
  async withPassword(request: FastifyRequest, { name, password }: { name: string; password: string }): Promise<string> {
    const { signIn, providerName } = this.#parts;
    const takeBack = this.#tryOf(request);
    const person = providerName === undefined ? await checkPassword(signIn, name, password) : undefined;
    if (person) takeBack();
    return this.#enter(person, 'password');
  }

  /** Where a passkey may be used: the console's own address, where it stands under the gateway's host name. */
  passkeySite(request: FastifyRequest): PasskeySite | undefined {
    const { providerName, passkeyHost } = this.#parts;
    const origin = this.origin(request);
    const { hostname: host } = new URL(origin);
    const isBare = /^[\d.]+$|^\[/.test(host);
    return providerName === undefined && !isBare && host === passkeyHost ? { origin, host } : undefined;
  }

  /** What a passkey is to sign. @throws console_sign_in_refused */
  async passkeyToUse(request: FastifyRequest, attempt: string): Promise<unknown> {
    const site = this.passkeySite(request);
    if (!site) throw consoleError('console_sign_in_refused');
    return passkeyToUse(this.#parts.signIn, attempt, site);
  }

  /** @throws console_sign_in_refused, console_too_many_failures */
  async withPasskey(request: FastifyRequest, { attempt, response }: { attempt: string; response: unknown }) {
    const { signIn } = this.#parts;
    const takeBack = this.#tryOf(request);
    const site = this.passkeySite(request);
    const isOpen = await isConsoleAttempt(signIn, attempt);
    const person = site && isOpen ? await checkPasskey(signIn, { attempt, response, site }) : undefined;
    if (person) takeBack();
    return this.#enter(person, 'passkey');
  }

  /** The provider's address to send the browser to. @throws console_sign_in_refused, tenancy_provider_unavailable */
  async providerUrl(request: FastifyRequest, attempt: string): Promise<string> {
    const { signIn } = this.#parts;
    if (!signIn.provider) throw consoleError('console_sign_in_refused');
    const { url, secrets } = await signIn.provider.begin(this.#callback(request));
    await keepSecrets(signIn, attempt, secrets);
    return url;
  }

  /** Takes the browser's return. @throws console_sign_in_refused, tenancy_… of the provider */
  async fromProvider(request: FastifyRequest, attempt: string): Promise<string> {
    const { signIn, language } = this.#parts;
    const secrets = (await isConsoleAttempt(signIn, attempt)) ? await takeSecrets(signIn, attempt) : undefined;
    if (!signIn.provider || !isProviderSecrets(secrets)) throw consoleError('console_sign_in_refused');
    const returnedTo = new URL(this.#callback(request));
    returnedTo.search = new URL(request.url, returnedTo).search;
    const identity = await signIn.provider.finish(returnedTo, secrets);
    return this.#enter(await providedPerson(signIn, { identity, language }), 'identity_provider');
  }

  /** The console's own address, as this browser has it; its host name was found to be ours before. */
  origin(request: FastifyRequest): string {
    return `${this.#isHttps ? 'https' : 'http'}://${request.headers.host}`;
  }

  #callback(request: FastifyRequest): string {
    return `${this.origin(request)}/api/sign-in/callback`;
  }

  // Counted as a failure before anything is known of it: tries at the same time get no further than one by one.
  #tryOf({ ip }: FastifyRequest): () => void {
    const takeBack = this.#failures.take(ip, performance.now());
    if (!takeBack) throw consoleError('console_too_many_failures');
    return takeBack;
  }

  async #enter(
    person: { readonly personId: string } | undefined,
    by: 'password' | 'passkey' | 'identity_provider',
  ): Promise<string> {
    const { tenancy, tenantId } = this.#parts.signIn;
    if (!person) throw consoleError('console_sign_in_refused');
    return enter(tenancy, { tenantId, personId: person.personId, by });
  }
}

const shownCodes = new Set(['console_role_missing', 'console_sign_in_refused', 'console_too_many_failures']);

/** The code by which the page of the console says why a person who was sent back is not signed in. */
export function refusalCode(fault: unknown): string {
  const code = fault instanceof OctroiError ? describeCause(fault) : '';
  if (shownCodes.has(code)) return code;
  return code === 'tenancy_person_unplaced' || code === 'tenancy_person_disabled'
    ? 'console_role_missing'
    : 'console_provider_failed';
}

function isProviderSecrets(value: unknown): value is ProviderSecrets {
  return typeof value === 'object' && value !== null && 'state' in value && 'nonce' in value && 'verifier' in value;
}
