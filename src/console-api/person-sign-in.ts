import type { FastifyRequest } from 'fastify';
import { describeCause, FailureLimit, OctroiError } from '../base/index.ts';
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
  readonly #failures = new FailureLimit(mostFailures);
  readonly #begun = new FailureLimit(mostBegun);

  constructor(parts: PersonSignIn, isHttps: boolean) {
    this.#parts = parts;
    this.#isHttps = isHttps;
  }

  /** Begins an attempt, whose secret the browser carries. @throws console_too_many_failures for an address that begins too many */
  async begin({ ip }: FastifyRequest): Promise<string> {
    if (this.#begun.isReached(ip, performance.now())) throw consoleError('console_too_many_failures');
    this.#begun.add(ip, performance.now());
    return openConsoleAttempt(this.#parts.signIn);
  }

  /** @throws console_sign_in_refused, console_too_many_failures, console_role_missing */
  async withPassword(request: FastifyRequest, { name, password }: { name: string; password: string }): Promise<string> {
    const { signIn, providerName } = this.#parts;
    this.#assertPatience(request);
    const person = providerName === undefined ? await checkPassword(signIn, name, password) : undefined;
    return this.#enter(request, person, 'password');
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

  /** @throws console_sign_in_refused, console_too_many_failures, console_role_missing */
  async withPasskey(request: FastifyRequest, { attempt, response }: { attempt: string; response: unknown }) {
    const { signIn } = this.#parts;
    this.#assertPatience(request);
    const site = this.passkeySite(request);
    const isOpen = await isConsoleAttempt(signIn, attempt);
    const person = site && isOpen ? await checkPasskey(signIn, { attempt, response, site }) : undefined;
    return this.#enter(request, person, 'passkey');
  }

  /** The provider's address to send the browser to. @throws console_sign_in_refused, tenancy_provider_unavailable */
  async providerUrl(request: FastifyRequest, attempt: string): Promise<string> {
    const { signIn } = this.#parts;
    if (!signIn.provider) throw consoleError('console_sign_in_refused');
    const { url, secrets } = await signIn.provider.begin(this.#callback(request));
    await keepSecrets(signIn, attempt, secrets);
    return url;
  }

  /** Takes the browser's return. @throws console_sign_in_refused, console_role_missing, tenancy_… of the provider */
  async fromProvider(request: FastifyRequest, attempt: string): Promise<string> {
    const { signIn, language } = this.#parts;
    const secrets = (await isConsoleAttempt(signIn, attempt)) ? await takeSecrets(signIn, attempt) : undefined;
    if (!signIn.provider || !isProviderSecrets(secrets)) throw consoleError('console_sign_in_refused');
    const returnedTo = new URL(this.#callback(request));
    returnedTo.search = new URL(request.url, returnedTo).search;
    const identity = await signIn.provider.finish(returnedTo, secrets);
    return this.#enter(request, await providedPerson(signIn, { identity, language }), 'identity_provider');
  }

  /** The console's own address, as this browser has it; its host name was found to be ours before. */
  origin(request: FastifyRequest): string {
    return `${this.#isHttps ? 'https' : 'http'}://${request.headers.host}`;
  }

  #callback(request: FastifyRequest): string {
    return `${this.origin(request)}/api/sign-in/callback`;
  }

  #assertPatience({ ip }: FastifyRequest): void {
    if (this.#failures.isReached(ip, performance.now())) throw consoleError('console_too_many_failures');
  }

  async #enter(
    { ip }: FastifyRequest,
    person: { readonly personId: string } | undefined,
    by: 'password' | 'passkey' | 'identity_provider',
  ): Promise<string> {
    const { tenancy, tenantId } = this.#parts.signIn;
    if (person) return enter(tenancy, { tenantId, personId: person.personId, by });
    this.#failures.add(ip, performance.now());
    throw consoleError('console_sign_in_refused');
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
