import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server';
import { sha256Hex } from '../../base/index.ts';
import { appendWithin } from '../../ledger/index.ts';
import { tenancyError } from '../errors.ts';
import { findInvite, useInvite } from './accounts.ts';
import { keepSecrets, takeSecrets } from './attempts.ts';
import type { SignIn } from './sign-in.ts';

// Loaded when the first passkey is made or used: it takes 100 ms, which every command of the command line would wait.
const library = () => import('@simplewebauthn/server');

/** Where passkeys are made and used: the origin of the pages, and the host name they belong to. */
export type PasskeySite = { readonly origin: string; readonly host: string };

/** What a browser is asked to make a passkey with; undefined when the link is of no use. */
export async function passkeyToMake(signIn: SignIn, secret: string, site: PasskeySite): Promise<unknown> {
  const { tenancy, tenantId } = signIn;
  const invite = await findInvite(signIn, secret);
  if (!invite) return undefined;
  const { generateRegistrationOptions } = await library();
  const options = await generateRegistrationOptions({
    rpName: 'octroi',
    rpID: site.host,
    userName: invite.name,
    userID: new Uint8Array(Buffer.from(invite.personId)),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  });
  await tenancy.store.inTenant(tenantId, (db) =>
    db
      .updateTable('person_invite')
      .set({ challenge: options.challenge })
      .where('invite_hash', '=', sha256Hex(secret))
      .execute(),
  );
  return options;
}

export type MadePasskey = { readonly secret: string; readonly response: unknown; readonly site: PasskeySite };

/** Adds the passkey an invited person has made, and ends their link. @throws tenancy_passkey_refused, tenancy_invite_invalid */
export async function acceptWithPasskey(
  { tenancy, tenantId }: SignIn,
  { secret, response, site }: MadePasskey,
): Promise<void> {
  const { verifyRegistrationResponse } = await library();
  await tenancy.store.inTenant(tenantId, async (db) => {
    const invite = db.selectFrom('person_invite').select('challenge').where('invite_hash', '=', sha256Hex(secret));
    const challenge = (await invite.executeTakeFirst())?.challenge;
    const personId = await useInvite(db, tenancy, secret);
    if (!challenge || !isCredential(response)) throw tenancyError('tenancy_passkey_refused');
    const made = await verifyRegistrationResponse({
      response: response as RegistrationResponseJSON,
      expectedChallenge: challenge,
      expectedOrigin: site.origin,
      expectedRPID: site.host,
    }).catch((fault: unknown) => {
      throw tenancyError('tenancy_passkey_refused', {}, fault);
    });
    if (!made.verified) throw tenancyError('tenancy_passkey_refused');
    const { credential } = made.registrationInfo;
    const now = tenancy.now();
    const row = { tenant_id: tenantId, credential_id: credential.id, person_id: personId, created_at: now };
    const facts = { public_key: Buffer.from(credential.publicKey), counter: credential.counter };
    await db
      .insertInto('person_passkey')
      .values({ ...row, ...facts, transports: [...(credential.transports ?? [])] })
      .execute();
    const record = { id: tenancy.newId(), tenantId, recordedAt: now.toISOString(), personId };
    await appendWithin(db, tenancy.recordKeys, { kind: 'account_secured', ...record, by: 'passkey' });
  });
}

/** What a browser is asked to sign with a passkey of its person's; it is kept with the attempt. */
export async function passkeyToUse(signIn: SignIn, attempt: string, site: PasskeySite): Promise<unknown> {
  const { generateAuthenticationOptions } = await library();
  const options = await generateAuthenticationOptions({ rpID: site.host, userVerification: 'required' });
  await keepSecrets(signIn, attempt, { challenge: options.challenge });
  return options;
}

export type UsedPasskey = { readonly attempt: string; readonly response: unknown; readonly site: PasskeySite };

/** Tells whose passkey has signed; undefined when it is unknown, its person shut out, or the signature wrong. */
export async function checkPasskey(
  signIn: SignIn,
  { attempt, response, site }: UsedPasskey,
): Promise<{ readonly personId: string } | undefined> {
  const { tenancy, tenantId } = signIn;
  const { verifyAuthenticationResponse } = await library();
  const secrets = await takeSecrets(signIn, attempt);
  const challenge = isRecord(secrets) ? secrets['challenge'] : undefined;
  if (typeof challenge !== 'string' || !isCredential(response)) return undefined;
  return tenancy.store.inTenant(tenantId, async (db) => {
    const key = await db
      .selectFrom('person_passkey as passkey')
      .innerJoin('person_account as account', (join) =>
        join.onRef('account.person_id', '=', 'passkey.person_id').onRef('account.tenant_id', '=', 'passkey.tenant_id'),
      )
      .selectAll('passkey')
      .where('passkey.credential_id', '=', response.id)
      .where('account.disabled_at', 'is', null)
      .forUpdate()
      .executeTakeFirst();
    if (!key) return undefined;
    const checked = await verifyAuthenticationResponse({
      response: response as AuthenticationResponseJSON,
      expectedChallenge: challenge,
      expectedOrigin: site.origin,
      expectedRPID: site.host,
      credential: { id: key.credential_id, publicKey: new Uint8Array(key.public_key), counter: Number(key.counter) },
    }).catch(() => undefined); // What does not parse or was signed for another place is a wrong answer like any other.
    if (!checked?.verified) return undefined;
    const used = { counter: checked.authenticationInfo.newCounter, last_used_at: tenancy.now() };
    await db.updateTable('person_passkey').set(used).where('credential_id', '=', key.credential_id).execute();
    return { personId: key.person_id };
  });
}

// The rest of its shape the library checks, part by part, and refuses.
function isCredential(value: unknown): value is { readonly id: string } {
  return isRecord(value) && typeof value['id'] === 'string' && isRecord(value['response']);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
