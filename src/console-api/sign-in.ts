import { randomBytes } from 'node:crypto';
import { sha256Hex } from '../base/index.ts';
import { appendWithin } from '../ledger/index.ts';
import type { Tenancy } from '../tenancy/index.ts';
import { consoleError } from './errors.ts';

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
  const { store, recordKeys, now, newId } = parts;
  const hash = sha256Hex(link);
  const found = await store.withPresentedHash(hash, (db) =>
    db.selectFrom('console_link').select('tenant_id').where('link_hash', '=', hash).executeTakeFirst(),
  );
  if (!found) throw consoleError('console_link_invalid');
  const tenantId = found.tenant_id;
  const session = randomBytes(32).toString('base64url');
  const at = now();
  await store.inTenant(tenantId, async (db) => {
    const unused = db
      .updateTable('console_link')
      .set({ used_at: at })
      .where('link_hash', '=', hash)
      .where('used_at', 'is', null);
    const { numUpdatedRows } = await unused.where('expires_at', '>', at).executeTakeFirst();
    if (numUpdatedRows !== 1n) throw consoleError('console_link_invalid');
    const expiresAt = new Date(at.getTime() + sessionLifetimeMs);
    const row = {
      tenant_id: tenantId,
      session_hash: sha256Hex(session),
      created_at: at,
      expires_at: expiresAt,
      ended_at: null,
    };
    await db.insertInto('console_session').values(row).execute();
    await appendWithin(db, recordKeys, {
      kind: 'console_signed_in',
      id: newId(),
      tenantId,
      recordedAt: at.toISOString(),
      by: 'one_time_link',
    });
  });
  return session;
}

/** The tenant a session belongs to. @throws console_not_signed_in */
export async function sessionTenant({ store, now }: SignInParts, session: string | undefined): Promise<string> {
  if (session === undefined || session === '') throw consoleError('console_not_signed_in');
  const hash = sha256Hex(session);
  const found = await store.withPresentedHash(hash, (db) =>
    db
      .selectFrom('console_session')
      .select('tenant_id')
      .where('session_hash', '=', hash)
      .where('ended_at', 'is', null)
      .where('expires_at', '>', now())
      .executeTakeFirst(),
  );
  if (!found) throw consoleError('console_not_signed_in');
  return found.tenant_id;
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
