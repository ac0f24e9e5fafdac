import { randomBytes } from 'node:crypto';
import { sha256Hex } from '../base/index.ts';
import { appendWithin, type SignedInBy } from '../ledger/index.ts';
import type { Scoped } from '../store/index.ts';
import { rolesHeld, type Tenancy } from '../tenancy/index.ts';
import { consoleError } from './errors.ts';
import { type Right, rights, rightsOf } from './rights.ts';

export type SignInParts = Pick<Tenancy, 'store' | 'recordKeys' | 'now' | 'newId'>;

const linkLifetimeMs = 60 * 60_000;
const sessionLifetimeMs = 12 * 60 * 60_000;

export const sessionSeconds = sessionLifetimeMs / 1_000;

/** Makes a sign-in link's secret: 256 random bits, for one use within the hour. Only its hash is kept. */
export async function makeLink({ store, now }: SignInParts, tenantId: string): Promise<string> {
  const secret = randomBytes(32).toString('base64url');
  const createdAt = now();
  const expiresAt = new Date(createdAt.getTime() + linkLifetimeMs);
  const row = { tenant_id: tenantId, link_hash: sha256Hex(secret), created_at: createdAt, expires_at: expiresAt };
  await store.inTenant(tenantId, (db) =>
    db
      .insertInto('console_link')
      .values({ ...row, used_at: null })
      .execute(),
  );
  return secret;
}

/**
 * Turns a link into a session, once: of two at the same time one succeeds.
 * @returns the session's secret, for the cookie.
 * @throws console_link_invalid when the link is unknown, used, or too old.
 */
export async function signIn(parts: SignInParts, link: string): Promise<string> {
  const { store, now } = parts;
  const hash = sha256Hex(link);
  const found = await store.withPresentedHash(hash, (db) =>
    db.selectFrom('console_link').select('tenant_id').where('link_hash', '=', hash).executeTakeFirst(),
  );
  if (!found) throw consoleError('console_link_invalid');
  const tenantId = found.tenant_id;
  const at = now();
  return store.inTenant(tenantId, async (db) => {
    const unused = db
      .updateTable('console_link')
      .set({ used_at: at })
      .where('link_hash', '=', hash)
      .where('used_at', 'is', null);
    const { numUpdatedRows } = await unused.where('expires_at', '>', at).executeTakeFirst();
    if (numUpdatedRows !== 1n) throw consoleError('console_link_invalid');
    return openSession(parts, db, { tenantId, by: 'one_time_link' });
  });
}

export type Entering = { readonly tenantId: string; readonly personId: string; readonly by: SignedInBy };

/**
 * Opens a session for a person who has shown who they are. Whoever has no role of the console sees there what is about
 * themselves, and nothing else.
 * @returns the session's secret, for the cookie.
 */
export async function enter(parts: SignInParts, entering: Entering): Promise<string> {
  return parts.store.inTenant(entering.tenantId, (db) => openSession(parts, db, entering));
}

type Opened = {
  readonly tenantId: string;
  readonly personId?: string;
  readonly by: SignedInBy | 'one_time_link';
};

async function openSession({ recordKeys, now, newId }: SignInParts, db: Scoped, { tenantId, personId, by }: Opened) {
  const session = randomBytes(32).toString('base64url');
  const at = now();
  const row = { tenant_id: tenantId, session_hash: sha256Hex(session), person_id: personId ?? null, created_at: at };
  const expiresAt = new Date(at.getTime() + sessionLifetimeMs);
  await db
    .insertInto('console_session')
    .values({ ...row, expires_at: expiresAt, ended_at: null })
    .execute();
  const who = personId === undefined ? {} : { personId };
  const record = { id: newId(), tenantId, recordedAt: at.toISOString(), by, ...who };
  await appendWithin(db, recordKeys, { kind: 'console_signed_in', ...record });
  return session;
}

/** Whose session it is, and what they may do. */
export type Session = {
  readonly tenantId: string;
  /** Undefined for the session of a one-time link: an operator with all rights, who is nobody in particular. */
  readonly personId: string | undefined;
  readonly roles: readonly string[];
  readonly rights: readonly Right[];
};

/**
 * The session of a secret. Roles are those of this moment: whoever has lost them has no right left, and whoever was shut
 * out is signed in no more.
 * @throws console_not_signed_in
 */
export async function findSession({ store, now }: SignInParts, secret: string | undefined): Promise<Session> {
  if (secret === undefined || secret === '') throw consoleError('console_not_signed_in');
  const hash = sha256Hex(secret);
  const found = await store.withPresentedHash(hash, (db) =>
    db
      .selectFrom('console_session')
      .select(['tenant_id', 'person_id'])
      .where('session_hash', '=', hash)
      .where('ended_at', 'is', null)
      .where('expires_at', '>', now())
      .executeTakeFirst(),
  );
  if (!found) throw consoleError('console_not_signed_in');
  const { tenant_id: tenantId, person_id: personId } = found;
  if (personId === null) return { tenantId, personId: undefined, roles: [], rights };
  const roles = await store.inTenant(tenantId, async (db) => {
    const account = db.selectFrom('person_account').select('disabled_at').where('person_id', '=', personId);
    return (await account.executeTakeFirst())?.disabled_at === null ? rolesHeld(db, personId) : undefined;
  });
  if (!roles) throw consoleError('console_not_signed_in');
  return { tenantId, personId, roles, rights: rightsOf(roles) };
}

/** Ends a session at once. */
export async function signOut(
  { store, now }: SignInParts,
  { tenantId, session }: { tenantId: string; session: string },
): Promise<void> {
  const ended = { ended_at: now() };
  await store.inTenant(tenantId, (db) =>
    db.updateTable('console_session').set(ended).where('session_hash', '=', sha256Hex(session)).execute(),
  );
}
