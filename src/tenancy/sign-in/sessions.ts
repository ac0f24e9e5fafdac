import { sha256Hex } from '../../base/index.ts';
import { appendWithin, type ClientSessionEnd, type SignedInBy } from '../../ledger/index.ts';
import type { Scoped } from '../../store/index.ts';
import { announceChange } from '../changes.ts';
import { makeOctroiSecret, octroiSecretKind } from '../octroi-key.ts';
import { personName, type Tenancy } from '../tenants.ts';
import { followGroups } from './follow-groups.ts';
import { providerTokenContext, type SignIn } from './sign-in.ts';

/** What a client gets. The tokens are shown to it alone; their hashes are kept. */
export type ClientTokens = {
  readonly accessToken: string;
  readonly refreshToken: string;
  readonly expiresInSeconds: number;
  /** The name of the person who signed in, for the client to show. */
  readonly personName: string;
};

export type NewSession = {
  readonly personId: string;
  readonly workspaceId: string;
  readonly by: SignedInBy;
  readonly surface: string | null;
  readonly providerToken: Buffer | null;
};

/*
 * Two windows of one client share what they keep, and may both take the same refresh token at the same moment. Within
 * this time the token still answers; after it, it was copied.
 */
const reuseGraceMs = 30_000;

/** Signs a client in. Undefined when its person has been shut out meanwhile. */
export async function openSession(
  signIn: SignIn,
  db: Scoped,
  { personId, workspaceId, by, surface, providerToken }: NewSession,
): Promise<ClientTokens | undefined> {
  const { tenancy, tenantId, sessionMs } = signIn;
  if (await isShutOut(db, personId)) return undefined;
  const id = tenancy.newId();
  const now = tenancy.now();
  const row = {
    tenant_id: tenantId,
    id,
    person_id: personId,
    workspace_id: workspaceId,
    surface,
    signed_in_by: by,
    provider_token_sealed: providerToken,
    created_at: now,
    expires_at: new Date(now.getTime() + sessionMs),
  };
  await db.insertInto('client_session').values(row).execute();
  await appendWithin(db, tenancy.recordKeys, {
    kind: 'client_signed_in',
    id: tenancy.newId(),
    tenantId,
    recordedAt: now.toISOString(),
    sessionId: id,
    personId,
    workspaceId,
    by,
    ...(surface === null ? {} : { surface }),
  });
  return issueTokens(signIn, db, { id, personId, expiresAt: row.expires_at });
}

export type RefreshAnswer =
  | { readonly kind: 'granted'; readonly tokens: ClientTokens }
  /** The session is over, and its person must sign in anew. */
  | { readonly kind: 'ended' };

/**
 * Gives a client new tokens for its refresh token, which is replaced. One that comes back later than 30 s after it was
 * replaced ends the session: the client or a thief holds a copy, and nobody can tell which. Where the person came from
 * an identity provider that gave a refresh token of its own, the provider is asked first: what the person's groups are now
 * holds from here on, and a session for a workspace that is theirs no more ends.
 * @throws tenancy_provider_unavailable: the client may try again.
 */
export async function refreshSession(signIn: SignIn, refreshToken: string): Promise<RefreshAnswer> {
  if (octroiSecretKind(refreshToken) !== 'refresh') return { kind: 'ended' };
  const session = await findLive(signIn, refreshToken);
  if (!session) return { kind: 'ended' };
  const held = await askProvider(signIn, session);
  if (held === 'deprovisioned') {
    await signIn.tenancy.store.inTenant(signIn.tenantId, (db) =>
      endSession(signIn, db, { ...session, reason: 'deprovisioned' }),
    );
    return { kind: 'ended' };
  }
  return signIn.tenancy.store.inTenant(signIn.tenantId, async (db) => {
    if (await isUnplaced(signIn, db, { session, groups: held.groups })) {
      await endSession(signIn, db, { ...session, reason: 'deprovisioned' });
      return { kind: 'ended' };
    }
    return replaceToken(signIn, db, { session, refreshToken, held });
  });
}

async function isUnplaced(
  signIn: SignIn,
  db: Scoped,
  { session, groups }: { readonly session: LiveSession; readonly groups: Held['groups'] },
): Promise<boolean> {
  if (!groups) return false;
  const workspaceIds = await followGroups(signIn, db, { personId: session.personId, groups });
  return !workspaceIds.includes(session.workspaceId);
}

type LiveSession = {
  readonly id: string;
  readonly personId: string;
  readonly workspaceId: string;
  readonly expiresAt: Date;
  readonly providerToken: Buffer | null;
  readonly refreshedAt: Date | null;
};

async function findLive(signIn: SignIn, refreshToken: string): Promise<LiveSession | undefined> {
  const { tenancy, tenantId } = signIn;
  const now = tenancy.now();
  return tenancy.store.inTenant(tenantId, async (db) => {
    const row = await tokenRow(db, refreshToken).executeTakeFirst();
    if (!row || row.kind !== 'refresh' || row.ended_at || row.session_expires_at <= now) return undefined;
    const session = {
      id: row.session_id,
      personId: row.person_id,
      workspaceId: row.workspace_id,
      expiresAt: row.session_expires_at,
      providerToken: row.provider_token_sealed,
      refreshedAt: row.refreshed_at,
    };
    if (row.replaced_at && now.getTime() - row.replaced_at.getTime() > reuseGraceMs) {
      await endSession(signIn, db, { ...session, reason: 'refresh_reused' });
      return undefined;
    }
    if (await isShutOut(db, row.person_id)) return undefined;
    return session;
  });
}

type Held = { readonly providerToken: Buffer | null; readonly groups?: readonly string[] | undefined };

// Asked at most once in the grace time: of two windows that refresh together, one asks for both.
async function askProvider(signIn: SignIn, session: LiveSession): Promise<Held | 'deprovisioned'> {
  const { tenancy, tenantId, provider } = signIn;
  const { providerToken, refreshedAt } = session;
  const wasAskedNow = refreshedAt !== null && tenancy.now().getTime() - refreshedAt.getTime() < reuseGraceMs;
  if (!provider || !providerToken || wasAskedNow) return { providerToken };
  const context = providerTokenContext(tenantId);
  const answer = await provider.askAgain(tenancy.vault.unseal(providerToken, context).toString());
  if (answer.kind === 'refused') return 'deprovisioned';
  return { providerToken: tenancy.vault.seal(Buffer.from(answer.refreshToken), context), groups: answer.groups };
}

type Replacing = { readonly session: LiveSession; readonly refreshToken: string; readonly held: Held };

async function replaceToken(
  signIn: SignIn,
  db: Scoped,
  { session, refreshToken, held }: Replacing,
): Promise<RefreshAnswer> {
  const now = signIn.tenancy.now();
  const update = db.updateTable('client_session').set({ refreshed_at: now, provider_token_sealed: held.providerToken });
  const { numUpdatedRows } = await update.where('id', '=', session.id).where('ended_at', 'is', null).executeTakeFirst();
  if (numUpdatedRows !== 1n) return { kind: 'ended' };
  await db
    .updateTable('client_token')
    .set({ replaced_at: now })
    .where('token_hash', '=', sha256Hex(refreshToken))
    .where('replaced_at', 'is', null)
    .execute();
  await db.deleteFrom('client_token').where('session_id', '=', session.id).where('expires_at', '<', now).execute();
  return { kind: 'granted', tokens: await issueTokens(signIn, db, session) };
}

/** Ends the session that a token of either kind belongs to; a token nobody knows changes nothing (RFC 7009 §2.2). */
export async function revokeToken(signIn: SignIn, token: string): Promise<void> {
  const { tenancy, tenantId } = signIn;
  await tenancy.store.inTenant(tenantId, async (db) => {
    const row = await tokenRow(db, token).executeTakeFirst();
    if (row) await endSession(signIn, db, { id: row.session_id, personId: row.person_id, reason: 'signed_out' });
  });
}

type Ending = { readonly id: string; readonly personId: string; readonly reason: ClientSessionEnd };

/** Ends a session at once: every gateway forgets its tokens. Ending it twice changes nothing. */
export async function endSession(
  { tenancy, tenantId }: { readonly tenancy: Tenancy; readonly tenantId: string },
  db: Scoped,
  { id, personId, reason }: Ending,
): Promise<void> {
  const now = tenancy.now();
  const { numUpdatedRows } = await db
    .updateTable('client_session')
    .set({ ended_at: now, end_reason: reason, provider_token_sealed: null })
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  if (numUpdatedRows !== 1n) return;
  await appendWithin(db, tenancy.recordKeys, {
    kind: 'client_signed_out',
    id: tenancy.newId(),
    tenantId,
    recordedAt: now.toISOString(),
    sessionId: id,
    personId,
    reason,
  });
  await announceChange(db, tenantId);
}

async function issueTokens(
  { tenancy, tenantId, accessMs }: SignIn,
  db: Scoped,
  session: { readonly id: string; readonly personId: string; readonly expiresAt: Date },
): Promise<ClientTokens> {
  const now = tenancy.now();
  const accessToken = makeOctroiSecret('access');
  const refreshToken = makeOctroiSecret('refresh');
  const accessEnd = new Date(Math.min(now.getTime() + accessMs, session.expiresAt.getTime()));
  const common = { tenant_id: tenantId, session_id: session.id, created_at: now };
  await db
    .insertInto('client_token')
    .values([
      { ...common, token_hash: sha256Hex(accessToken), kind: 'access', expires_at: accessEnd },
      { ...common, token_hash: sha256Hex(refreshToken), kind: 'refresh', expires_at: session.expiresAt },
    ])
    .execute();
  const expiresInSeconds = Math.floor((accessEnd.getTime() - now.getTime()) / 1_000);
  const name = await personName(db, tenancy, { tenantId, personId: session.personId });
  return { accessToken, refreshToken, expiresInSeconds, personName: name };
}

function tokenRow(db: Scoped, token: string) {
  return db
    .selectFrom('client_token as token')
    .innerJoin('client_session as session', (join) =>
      join.onRef('session.id', '=', 'token.session_id').onRef('session.tenant_id', '=', 'token.tenant_id'),
    )
    .select(['token.kind', 'token.replaced_at', 'token.session_id', 'session.person_id', 'session.ended_at'])
    .select('session.workspace_id')
    .select(['session.expires_at as session_expires_at', 'session.provider_token_sealed', 'session.refreshed_at'])
    .where('token.token_hash', '=', sha256Hex(token));
}

async function isShutOut(db: Scoped, personId: string): Promise<boolean> {
  const account = db.selectFrom('person_account').select('disabled_at').where('person_id', '=', personId);
  const found = await account.executeTakeFirst();
  return found !== undefined && found.disabled_at !== null;
}
