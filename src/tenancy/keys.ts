import { anyUuid } from '../base/index.ts';
import { type Actor, appendWithin } from '../ledger/index.ts';
import { announceChange } from './changes.ts';
import { tenancyError } from './errors.ts';
import { hashOctroiKey, makeOctroiKey } from './octroi-key.ts';
import { ensurePerson, ensureWorkspace, type Language, type Tenancy } from './tenants.ts';

export type NewKey = {
  readonly tenantId: string;
  readonly personName: string;
  readonly workspaceName: string;
  readonly language: Language;
  readonly validDays: number;
  readonly actor: Actor;
};

export type CreatedKey = {
  readonly id: string;
  /** The key itself: shown once, kept nowhere. */
  readonly key: string;
  readonly pseudonym: string;
  readonly workspaceName: string;
  readonly expiresAt: string;
};

const dayMs = 86_400_000;
const maxValidDays = 730;

/**
 * Hands out a key for a person in a workspace, making either when it is new.
 * @throws tenancy_name_invalid, tenancy_expiry_invalid
 */
export async function createKey(tenancy: Tenancy, wanted: NewKey): Promise<CreatedKey> {
  const { tenantId, validDays } = wanted;
  if (!Number.isInteger(validDays) || validDays < 1 || validDays > maxValidDays)
    throw tenancyError('tenancy_expiry_invalid', { max: maxValidDays });
  const key = makeOctroiKey();
  const id = tenancy.newId();
  const createdAt = tenancy.now();
  const expiresAt = new Date(createdAt.getTime() + validDays * dayMs);
  const { pseudonym } = await tenancy.store.inTenant(tenantId, async (db) => {
    const personId = await ensurePerson(db, tenancy, { tenantId, name: wanted.personName, language: wanted.language });
    const workspaceId = await ensureWorkspace(db, tenancy, { tenantId, name: wanted.workspaceName });
    const row = {
      tenant_id: tenantId,
      id,
      person_id: personId,
      workspace_id: workspaceId,
      key_hash: hashOctroiKey(key),
      hint: key.slice(-4),
    };
    await db
      .insertInto('octroi_key')
      .values({ ...row, expires_at: expiresAt, revoked_at: null, created_at: createdAt })
      .execute();
    const facts = { keyId: id, personId, workspaceId, expiresAt: expiresAt.toISOString(), actor: wanted.actor };
    await appendWithin(db, tenancy.recordKeys, {
      kind: 'key_created',
      id: tenancy.newId(),
      tenantId,
      recordedAt: createdAt.toISOString(),
      ...facts,
    });
    return db.selectFrom('person').select('pseudonym').where('id', '=', personId).executeTakeFirstOrThrow();
  });
  return { id, key, pseudonym, workspaceName: wanted.workspaceName.trim(), expiresAt: expiresAt.toISOString() };
}

export type KeyState = 'active' | 'expired' | 'revoked';

export type ListedKey = {
  readonly id: string;
  readonly hint: string;
  readonly pseudonym: string;
  readonly workspaceName: string;
  readonly state: KeyState;
  readonly createdAt: string;
  readonly expiresAt: string;
  readonly revokedAt: string | null;
};

/** The tenant's keys, the newest first. Of each key only its last four characters are known. */
export async function listKeys(tenancy: Tenancy, tenantId: string): Promise<readonly ListedKey[]> {
  const rows = await tenancy.store.inTenant(tenantId, (db) =>
    db
      .selectFrom('octroi_key as key')
      .innerJoin('person', (join) =>
        join.onRef('person.id', '=', 'key.person_id').onRef('person.tenant_id', '=', 'key.tenant_id'),
      )
      .innerJoin('workspace', (join) =>
        join.onRef('workspace.id', '=', 'key.workspace_id').onRef('workspace.tenant_id', '=', 'key.tenant_id'),
      )
      .select([
        'key.id',
        'key.hint',
        'key.created_at',
        'key.expires_at',
        'key.revoked_at',
        'person.pseudonym',
        'workspace.name',
      ])
      .orderBy('key.created_at', 'desc')
      .execute(),
  );
  const now = tenancy.now();
  return rows.map((row) => ({
    id: row.id,
    hint: row.hint,
    pseudonym: row.pseudonym,
    workspaceName: row.name,
    state: keyState(row, now),
    createdAt: row.created_at.toISOString(),
    expiresAt: row.expires_at.toISOString(),
    revokedAt: row.revoked_at?.toISOString() ?? null,
  }));
}

export function keyState(key: { readonly expires_at: Date; readonly revoked_at: Date | null }, now: Date): KeyState {
  if (key.revoked_at) return 'revoked';
  return key.expires_at <= now ? 'expired' : 'active';
}

/**
 * Ends a key for good. When this resolves no gateway that hears the database admits it any more; one that does not
 * hear it asks the database for each request. Revoking a revoked key changes nothing.
 * @throws tenancy_key_unknown
 */
export async function revokeKey(
  tenancy: Tenancy,
  revoked: { tenantId: string; keyId: string; actor: Actor },
): Promise<void> {
  const { tenantId, keyId, actor } = revoked;
  await tenancy.store.inTenant(tenantId, async (db) => {
    const found = await db
      .selectFrom('octroi_key')
      .select(['id', 'revoked_at'])
      .where('id', '=', anyUuid(keyId))
      .executeTakeFirst();
    if (!found) throw tenancyError('tenancy_key_unknown', { keyId });
    if (found.revoked_at) return;
    const now = tenancy.now();
    await db.updateTable('octroi_key').set({ revoked_at: now }).where('id', '=', keyId).execute();
    await appendWithin(db, tenancy.recordKeys, {
      kind: 'key_revoked',
      id: tenancy.newId(),
      tenantId,
      recordedAt: now.toISOString(),
      keyId,
      actor,
    });
    await announceChange(db, tenantId);
  });
}
