import { randomBytes } from 'node:crypto';
import { anyUuid, sha256Hex } from '../../base/index.ts';
import type { SignedInBy } from '../../ledger/index.ts';
import type { Scoped } from '../../store/index.ts';
import { type Named, personName } from '../tenants.ts';
import { providerTokenContext, type SignIn } from './sign-in.ts';
import { hashUserCode } from './user-code.ts';

/** A browser on its way from a user code to a decision. */
export type Attempt = {
  readonly surface: string | undefined;
  /** Who has signed in, and the workspaces among which they choose; absent before that. */
  readonly person: { readonly name: string; readonly workspaces: readonly Named[] } | undefined;
};

export type ShownIdentity = {
  readonly personId: string;
  readonly by: SignedInBy;
  /** The identity provider's refresh token, where it gave one. */
  readonly providerToken?: string | undefined;
};

const lifetimeMs = 15 * 60_000;

/** Takes a user code from a browser, and returns the secret that its later requests carry; undefined for a code that is not waiting. */
export async function openAttempt({ tenancy, tenantId }: SignIn, userCode: string): Promise<string | undefined> {
  const secret = randomBytes(32).toString('base64url');
  const now = tenancy.now();
  return tenancy.store.inTenant(tenantId, async (db) => {
    const device = await db
      .selectFrom('device_sign_in')
      .select('id')
      .where('user_code_hash', '=', hashUserCode(userCode))
      .where('decision', 'is', null)
      .where('expires_at', '>', now)
      .executeTakeFirst();
    if (!device) return undefined;
    const row = { tenant_id: tenantId, attempt_hash: sha256Hex(secret), device_id: device.id, created_at: now };
    const expiresAt = new Date(now.getTime() + lifetimeMs);
    await db
      .insertInto('sign_in_attempt')
      .values({ ...row, expires_at: expiresAt })
      .execute();
    return secret;
  });
}

/** Begins the attempt of a browser that signs in to the console, without a device; the browser carries its secret. */
export async function openConsoleAttempt({ tenancy, tenantId }: SignIn): Promise<string> {
  const secret = randomBytes(32).toString('base64url');
  const now = tenancy.now();
  const row = { tenant_id: tenantId, attempt_hash: sha256Hex(secret), device_id: null, created_at: now };
  await tenancy.store.inTenant(tenantId, async (db) => {
    const old = db.deleteFrom('sign_in_attempt').where('device_id', 'is', null).where('expires_at', '<', now);
    await old.execute();
    await db
      .insertInto('sign_in_attempt')
      .values({ ...row, expires_at: new Date(now.getTime() + lifetimeMs) })
      .execute();
  });
  return secret;
}

/** Whether a secret is that of a console's attempt which is still open: one of a device opens no console. */
export async function isConsoleAttempt({ tenancy, tenantId }: SignIn, secret: string): Promise<boolean> {
  return tenancy.store.inTenant(tenantId, async (db) => {
    const open = liveAttempt(db, secret, tenancy.now()).select('attempt_hash').where('device_id', 'is', null);
    return (await open.executeTakeFirst()) !== undefined;
  });
}

/** What a browser's attempt has come to; undefined when it is unknown, too old, or decided. */
export async function findAttempt(signIn: SignIn, secret: string): Promise<Attempt | undefined> {
  const { tenancy, tenantId } = signIn;
  return tenancy.store.inTenant(tenantId, async (db) => {
    const row = await openRow(signIn, db, secret).executeTakeFirst();
    if (!row) return undefined;
    const surface = row.surface ?? undefined;
    if (!row.person_id) return { surface, person: undefined };
    const account = await db
      .selectFrom('person_account')
      .select('workspace_ids')
      .where('person_id', '=', row.person_id)
      .executeTakeFirstOrThrow();
    const workspaces = await db
      .selectFrom('workspace')
      .select(['id', 'name'])
      .where('id', 'in', account.workspace_ids)
      .orderBy('name')
      .execute();
    const name = await personName(db, tenancy, { tenantId, personId: row.person_id });
    return { surface, person: { name, workspaces } };
  });
}

/** Keeps, sealed, what an answer to come is checked against. */
export async function keepSecrets({ tenancy, tenantId }: SignIn, secret: string, secrets: unknown): Promise<void> {
  const hash = sha256Hex(secret);
  const sealed = tenancy.vault.seal(Buffer.from(JSON.stringify(secrets)), attemptContext(tenantId, hash));
  await tenancy.store.inTenant(tenantId, (db) =>
    db.updateTable('sign_in_attempt').set({ secrets_sealed: sealed }).where('attempt_hash', '=', hash).execute(),
  );
}

/** Takes what was kept, once, of many at the same time too: an answer cannot be given twice. */
export async function takeSecrets({ tenancy, tenantId }: SignIn, secret: string): Promise<unknown> {
  const hash = sha256Hex(secret);
  return tenancy.store.inTenant(tenantId, async (db) => {
    const row = await liveAttempt(db, secret, tenancy.now()).select('secrets_sealed').forUpdate().executeTakeFirst();
    if (!row?.secrets_sealed) return undefined;
    await db.updateTable('sign_in_attempt').set({ secrets_sealed: null }).where('attempt_hash', '=', hash).execute();
    return JSON.parse(tenancy.vault.unseal(row.secrets_sealed, attemptContext(tenantId, hash)).toString()) as unknown;
  });
}

/** Notes who has signed in on an attempt. */
export async function identify(signIn: SignIn, secret: string, shown: ShownIdentity): Promise<void> {
  const { tenancy, tenantId } = signIn;
  const sealed =
    shown.providerToken === undefined
      ? null
      : tenancy.vault.seal(Buffer.from(shown.providerToken), providerTokenContext(tenantId));
  await tenancy.store.inTenant(tenantId, (db) =>
    db
      .updateTable('sign_in_attempt')
      .set({ person_id: shown.personId, signed_in_by: shown.by, provider_token_sealed: sealed, secrets_sealed: null })
      .where('attempt_hash', '=', sha256Hex(secret))
      .execute(),
  );
}

export type Decision = { readonly kind: 'approved'; readonly workspaceId: string } | { readonly kind: 'denied' };

/**
 * Decides over the device of an attempt, once, and ends the attempt. Only a person who has signed in may approve, and
 * only for a workspace of theirs.
 * @returns whether it was decided.
 */
export async function decideAttempt(signIn: SignIn, secret: string, decision: Decision): Promise<boolean> {
  const { tenancy, tenantId } = signIn;
  return tenancy.store.inTenant(tenantId, async (db) => {
    const row = await openRow(signIn, db, secret).executeTakeFirst();
    if (!row?.person_id || row.device_id === null) return false;
    const account = await db
      .selectFrom('person_account')
      .select('workspace_ids')
      .where('person_id', '=', row.person_id)
      .executeTakeFirstOrThrow();
    const workspaceId = decision.kind === 'approved' ? anyUuid(decision.workspaceId) : null;
    if (workspaceId !== null && !account.workspace_ids.includes(workspaceId)) return false;
    const identity = { person_id: row.person_id, signed_in_by: row.signed_in_by };
    const { numUpdatedRows } = await db
      .updateTable('device_sign_in')
      .set({
        decision: decision.kind,
        workspace_id: workspaceId,
        ...identity,
        provider_token_sealed: row.provider_token_sealed,
      })
      .where('id', '=', row.device_id)
      .where('decision', 'is', null)
      .executeTakeFirst();
    await db.deleteFrom('sign_in_attempt').where('attempt_hash', '=', sha256Hex(secret)).execute();
    return numUpdatedRows === 1n;
  });
}

function openRow({ tenancy }: SignIn, db: Scoped, secret: string) {
  const now = tenancy.now();
  return db
    .selectFrom('sign_in_attempt as attempt')
    .innerJoin('device_sign_in as device', (join) =>
      join.onRef('device.id', '=', 'attempt.device_id').onRef('device.tenant_id', '=', 'attempt.tenant_id'),
    )
    .selectAll('attempt')
    .select('device.surface')
    .where('attempt.attempt_hash', '=', sha256Hex(secret))
    .where('attempt.expires_at', '>', now)
    .where('device.expires_at', '>', now)
    .where('device.decision', 'is', null);
}

function liveAttempt(db: Scoped, secret: string, now: Date) {
  return db.selectFrom('sign_in_attempt').where('attempt_hash', '=', sha256Hex(secret)).where('expires_at', '>', now);
}

function attemptContext(tenantId: string, hash: string): string {
  return `sign-in:${tenantId}:${hash}:secrets`;
}
