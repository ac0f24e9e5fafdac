import { readFile } from 'node:fs/promises';
import type { ClientSignIn, InferenceHooks } from '../gateway/index.ts';
import {
  acceptWithPasskey,
  acceptWithPassword,
  beginDevice,
  checkPasskey,
  checkPassword,
  decideAttempt,
  type Directory,
  findAttempt,
  findInvite,
  identify,
  IdentityProvider,
  keepSecrets,
  openAttempt,
  openGroupRules,
  passkeyToMake,
  passkeyToUse,
  providedPerson,
  type ProviderSecrets,
  redeemDevice,
  refreshSession,
  revokeToken,
  type SignIn,
  takeSecrets,
  tenantFingerprintKey,
} from '../tenancy/index.ts';
import { cliError } from './errors.ts';
import type { Settings } from './settings/settings.ts';
import type { Installation } from './wire.ts';

type Inside = Pick<Installation, 'settings' | 'tenancy' | 'tenant'>;

const minuteMs = 60_000;
const dayMs = 86_400_000;

/**
 * What clients of an installation sign in with: the deeds of the tenancy room, bound to its one tenant. `notice` is asked
 * for with each sign-in, since the policy may change under a running post.
 * @throws tenancy_group_rule_invalid, tenancy_role_invalid, tenancy_role_unknown, cli_file_unreadable
 */
export async function openClientSignIn(
  installation: Inside,
  directory: Pick<Directory, 'forget'>,
  notice: () => string,
): Promise<ClientSignIn> {
  const { settings } = installation;
  const { signIn, providerName } = await openSignIn(installation);
  return {
    get notice() {
      return notice();
    },
    providerName,
    ...clientWays(signIn, directory),
    ...accountWays(signIn),
    ...providerWays(signIn, settings),
  };
}

/** With what persons of an installation sign in, here and at the company's identity provider. @throws as openClientSignIn */
export async function openSignIn({
  settings,
  tenancy,
  tenant,
}: Inside): Promise<{ readonly signIn: SignIn; readonly providerName: string | undefined }> {
  const { accessMinutes, sessionDays, issuer, providerName } = settings.signIn;
  const provider = issuer === '' ? undefined : await openProvider(settings.signIn);
  const signIn: SignIn = {
    tenancy,
    tenantId: tenant.id,
    accessMs: accessMinutes * minuteMs,
    sessionMs: sessionDays * dayMs,
    provider,
    rules: openGroupRules(settings.signIn),
  };
  return { signIn, providerName: provider && (providerName || new URL(issuer).hostname) };
}

/** What serves the vendor's inference hooks, where their secret is given. @throws cli_file_unreadable */
export async function inferenceHooks({
  settings,
  tenancy,
  tenant,
}: Installation): Promise<{ readonly inferenceHooks?: InferenceHooks }> {
  const { inferenceSecretFile: file } = settings.hooks;
  if (file === '') return {};
  const secret = (await readSecretFile(file)).trim();
  const key = tenantFingerprintKey(tenancy, tenant.id);
  return { inferenceHooks: { secret, tenantId: tenant.id, fingerprintKey: () => key } };
}

type ClientWays = Pick<
  ClientSignIn,
  'begin' | 'redeem' | 'refresh' | 'revoke' | 'openAttempt' | 'findAttempt' | 'decide'
>;

function clientWays(signIn: SignIn, directory: Pick<Directory, 'forget'>): ClientWays {
  const { tenantId } = signIn;
  return {
    begin: (surface) => beginDevice(signIn, surface),
    redeem: (deviceCode) => redeemDevice(signIn, deviceCode),
    // Other gateways hear of an end from the database; this one knows it before it answers.
    refresh: async (refreshToken) => {
      const answer = await refreshSession(signIn, refreshToken);
      if (answer.kind === 'ended') directory.forget(tenantId);
      return answer;
    },
    revoke: async (token) => {
      await revokeToken(signIn, token);
      directory.forget(tenantId);
    },
    openAttempt: (userCode) => openAttempt(signIn, userCode),
    findAttempt: (attempt) => findAttempt(signIn, attempt),
    decide: (attempt, decision) => decideAttempt(signIn, attempt, decision),
  };
}

type AccountWays = Pick<
  ClientSignIn,
  'withPassword' | 'passkeyToUse' | 'withPasskey' | 'findInvite' | 'setPassword' | 'passkeyToMake' | 'addPasskey'
>;

function accountWays(signIn: SignIn): AccountWays {
  const note = async (attempt: string, found: { personId: string } | undefined, by: 'password' | 'passkey') => {
    if (found) await identify(signIn, attempt, { personId: found.personId, by });
    return found !== undefined;
  };
  return {
    withPassword: async (attempt, { name, password }) =>
      note(attempt, await checkPassword(signIn, name, password), 'password'),
    passkeyToUse: (attempt, site) => passkeyToUse(signIn, attempt, site),
    withPasskey: async (attempt, given) => note(attempt, await checkPasskey(signIn, { attempt, ...given }), 'passkey'),
    findInvite: (invite) => findInvite(signIn, invite),
    setPassword: (invite, password) => acceptWithPassword(signIn, invite, password),
    passkeyToMake: (invite, site) => passkeyToMake(signIn, invite, site),
    addPasskey: (invite, given) => acceptWithPasskey(signIn, { secret: invite, ...given }),
  };
}

function providerWays(signIn: SignIn, settings: Settings): Pick<ClientSignIn, 'providerUrl' | 'returnFromProvider'> {
  const { provider } = signIn;
  return {
    providerUrl: async (attempt, redirectUrl) => {
      if (!provider) throw new Error('there is no identity provider');
      const { url, secrets } = await provider.begin(redirectUrl);
      await keepSecrets(signIn, attempt, secrets);
      return url;
    },
    returnFromProvider: async (attempt, returnedTo) => {
      const secrets = await takeSecrets(signIn, attempt);
      if (!provider || !isProviderSecrets(secrets)) return false;
      const identity = await provider.finish(returnedTo, secrets);
      const { personId } = await providedPerson(signIn, { identity, language: settings.language });
      await identify(signIn, attempt, { personId, by: 'identity_provider', providerToken: identity.refreshToken });
      return true;
    },
  };
}

function isProviderSecrets(value: unknown): value is ProviderSecrets {
  return typeof value === 'object' && value !== null && 'state' in value && 'nonce' in value && 'verifier' in value;
}

async function openProvider(settings: Settings['signIn']): Promise<IdentityProvider> {
  const { issuer, clientId, clientSecretFile, nameClaim, groupsClaim, scopes } = settings;
  const clientSecret = clientSecretFile === '' ? '' : (await readSecretFile(clientSecretFile)).trim();
  return new IdentityProvider({ issuer, clientId, clientSecret, nameClaim, groupsClaim, scopes });
}

async function readSecretFile(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (fault) {
    throw cliError('cli_file_unreadable', { file: path }, fault);
  }
}
