import { randomBytes } from 'node:crypto';
import { sha256Hex } from '../../base/index.ts';
import { type Actor, appendWithin } from '../../ledger/index.ts';
import type { Scoped } from '../../store/index.ts';
import { announceChange } from '../changes.ts';
import { tenancyError } from '../errors.ts';
import { addRoles, checkedRole, personNamed } from '../roles.ts';
import { ensurePerson, ensureWorkspace, type Language, personName, type Tenancy } from '../tenants.ts';
import { ensureAccount } from './ensure-account.ts';
import { endSession } from './sessions.ts';

const inviteLifetimeMs = 7 * 24 * 60 * 60_000;

export type NewInvite = {
  readonly tenantId: string;
  /** What the person signs in as. */
  readonly personName: string;
  readonly workspaceNames: readonly string[];
  readonly roles: readonly string[];
  readonly language: Language;
  readonly actor: Actor;
};

export type Invite = {
  readonly personId: string;
  readonly pseudonym: string;
  readonly secret: string;
  readonly expiresAt: string;
};

/**
 * Makes an account for a person and a link, for one use within seven days, with which they set a password or a passkey.
 * An account that is there already gets the workspaces named now and these roles besides, and its earlier links end.
 * @throws tenancy_name_invalid, tenancy_role_invalid, tenancy_role_unknown
 */
export async function invitePerson(tenancy: Tenancy, wanted: NewInvite): Promise<Invite> {
  const { tenantId } = wanted;
  const secret = randomBytes(32).toString('base64url');
  const now = tenancy.now();
  const expiresAt = new Date(now.getTime() + inviteLifetimeMs);
  const roles = wanted.roles.map(checkedRole);
  return tenancy.store.inTenant(tenantId, async (db) => {
    const personId = await ensurePerson(db, tenancy, { tenantId, name: wanted.personName, language: wanted.language });
    const workspaceIds: string[] = [];
    for (const name of wanted.workspaceNames) workspaceIds.push(await ensureWorkspace(db, tenancy, { tenantId, name }));
    await ensureAccount(db, tenancy, { tenantId, personId, workspaceIds });
    await addRoles(db, tenancy, { tenantId, personId, roles, source: 'granted', actor: wanted.actor });
    const unused = db.updateTable('person_invite').set({ used_at: now }).where('used_at', 'is', null);
    await unused.where('person_id', '=', personId).execute();
    const row = { tenant_id: tenantId, invite_hash: sha256Hex(secret), person_id: personId, created_at: now };
    await db
      .insertInto('person_invite')
      .values({ ...row, expires_at: expiresAt })
      .execute();
    const record = { id: tenancy.newId(), tenantId, recordedAt: now.toISOString(), personId, workspaceIds };
    await appendWithin(db, tenancy.recordKeys, { kind: 'person_invited', ...record, actor: wanted.actor });
    const { pseudonym } = await db
      .selectFrom('person')
      .select('pseudonym')
      .where('id', '=', personId)
      .executeTakeFirstOrThrow();
    return { personId, pseudonym, secret, expiresAt: expiresAt.toISOString() };
  });
}

export type OpenInvite = { readonly personId: string; readonly name: string; readonly language: Language };

type InTenant = { readonly tenancy: Tenancy; readonly tenantId: string };

/** Whom a link invites; undefined when it is unknown, used, or too old. */
export async function findInvite({ tenancy, tenantId }: InTenant, secret: string): Promise<OpenInvite | undefined> {
  return tenancy.store.inTenant(tenantId, async (db) => {
    const row = await openInvite(db, tenancy, secret).selectAll().executeTakeFirst();
    if (!row) return undefined;
    const personId = row.person_id;
    const person = db.selectFrom('person').select('language').where('id', '=', personId);
    const { language } = await person.executeTakeFirstOrThrow();
    return { personId, name: await personName(db, tenancy, { tenantId, personId }), language };
  });
}

/** Ends a link, once, inside the transaction of what it was used for. @throws tenancy_invite_invalid */
export async function useInvite(db: Scoped, tenancy: Tenancy, secret: string): Promise<string> {
  const row = await openInvite(db, tenancy, secret).selectAll().forUpdate().executeTakeFirst();
  if (!row) throw tenancyError('tenancy_invite_invalid');
  const used = { used_at: tenancy.now(), challenge: null };
  await db.updateTable('person_invite').set(used).where('invite_hash', '=', row.invite_hash).execute();
  return row.person_id;
}

function openInvite(db: Scoped, tenancy: Tenancy, secret: string) {
  return db
    .selectFrom('person_invite')
    .where('invite_hash', '=', sha256Hex(secret))
    .where('used_at', 'is', null)
    .where('expires_at', '>', tenancy.now());
}

/** A person by name, pseudonym or id. */
export type WhichPerson = { readonly tenantId: string; readonly person: string; readonly actor: Actor };

/**
 * Shuts a person out at once and for as long as it is not undone: their clients' sessions end, and neither their keys nor
 * their identity provider let them in.
 * @throws tenancy_person_unknown, tenancy_account_missing
 */
export async function disablePerson(tenancy: Tenancy, which: WhichPerson): Promise<void> {
  await changeAccess(tenancy, which, 'person_disabled');
}

/** Lets a person sign in again. @throws tenancy_person_unknown, tenancy_account_missing */
export async function enablePerson(tenancy: Tenancy, which: WhichPerson): Promise<void> {
  await changeAccess(tenancy, which, 'person_enabled');
}

async function changeAccess(
  tenancy: Tenancy,
  { tenantId, person, actor }: WhichPerson,
  kind: 'person_disabled' | 'person_enabled',
): Promise<void> {
  await tenancy.store.inTenant(tenantId, async (db) => {
    const personId = await accountOf(db, tenancy, { tenantId, person });
    const now = tenancy.now();
    const disabledAt = kind === 'person_disabled' ? now : null;
    await db.updateTable('person_account').set({ disabled_at: disabledAt }).where('person_id', '=', personId).execute();
    const record = { id: tenancy.newId(), tenantId, recordedAt: now.toISOString(), personId, actor };
    await appendWithin(db, tenancy.recordKeys, { kind, ...record });
    if (disabledAt) await endAll(db, tenancy, { tenantId, personId });
    await announceChange(db, tenantId);
  });
}

async function endAll(
  db: Scoped,
  tenancy: Tenancy,
  { tenantId, personId }: { tenantId: string; personId: string },
): Promise<void> {
  const open = db.selectFrom('client_session').select('id').where('person_id', '=', personId);
  for (const { id } of await open.where('ended_at', 'is', null).execute())
    await endSession({ tenancy, tenantId }, db, { id, personId, reason: 'person_disabled' });
}

async function accountOf(
  db: Scoped,
  tenancy: Tenancy,
  { tenantId, person }: { tenantId: string; person: string },
): Promise<string> {
  const personId = await personNamed(db, tenancy, { tenantId, person });
  const account = db.selectFrom('person_account').select('person_id').where('person_id', '=', personId);
  if (!(await account.executeTakeFirst())) throw tenancyError('tenancy_account_missing', { person });
  return personId;
}
