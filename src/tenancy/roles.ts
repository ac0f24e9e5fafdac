import { anyUuid } from '../base/index.ts';
import { type Actor, appendWithin } from '../ledger/index.ts';
import type { Scoped } from '../store/index.ts';
import { announceChange } from './changes.ts';
import { tenancyError } from './errors.ts';
import { findPerson, type Tenancy } from './tenants.ts';

/** The roles that octroi itself knows, for its console. All others are words of the policy’s authors. */
export const octroiRoles = ['octroi-admin', 'octroi-security', 'octroi-dpo', 'octroi-auditor', 'octroi-lead'] as const;

export type OctroiRole = (typeof octroiRoles)[number];

type Source = 'granted' | 'identity_provider';

/**
 * A role as it may be given: 1 to 32 small letters, digits and hyphens. What begins with `octroi-` must be one that octroi
 * knows: a right that is misspelt would be missed by nobody but its holder.
 * @throws tenancy_role_invalid, tenancy_role_unknown
 */
export function checkedRole(role: string): string {
  if (!/^[a-z0-9][a-z0-9-]{0,31}$/.test(role)) throw tenancyError('tenancy_role_invalid', { role: role.slice(0, 60) });
  const isKnown = (octroiRoles as readonly string[]).includes(role);
  if (role.startsWith('octroi-') && !isKnown)
    throw tenancyError('tenancy_role_unknown', { role, roles: octroiRoles.join(', ') });
  return role;
}

/** The roles of a person, by name, each once. */
export async function rolesHeld(db: Scoped, personId: string): Promise<readonly string[]> {
  const rows = await db.selectFrom('person_role').select('role').distinct().where('person_id', '=', personId).execute();
  return rows.map(({ role }) => role).toSorted();
}

/** A person, by name, pseudonym or id, and a role. */
export type RoleChange = {
  readonly tenantId: string;
  readonly person: string;
  readonly role: string;
  readonly actor: Actor;
};

/**
 * Gives a person a role, until it is revoked. Every gateway knows it when this resolves. Giving it twice changes nothing.
 * @throws tenancy_person_unknown, tenancy_role_invalid, tenancy_role_unknown
 */
export async function grantRole(tenancy: Tenancy, { tenantId, person, role, actor }: RoleChange): Promise<void> {
  const roles = [checkedRole(role)];
  await tenancy.store.inTenant(tenantId, async (db) => {
    const personId = await personNamed(db, tenancy, { tenantId, person });
    await addRoles(db, tenancy, { tenantId, personId, roles, source: 'granted', actor });
  });
}

/**
 * Takes a role from a person again that was granted. Every gateway knows it when this resolves.
 * @throws tenancy_person_unknown, tenancy_role_not_held, tenancy_role_provided when a group of the provider gives it too
 */
export async function revokeRole(tenancy: Tenancy, { tenantId, person, role, actor }: RoleChange): Promise<void> {
  await tenancy.store.inTenant(tenantId, async (db) => {
    const personId = await personNamed(db, tenancy, { tenantId, person });
    const held = db.selectFrom('person_role').select('source').where('person_id', '=', personId);
    const sources = (await held.where('role', '=', role).execute()).map(({ source }) => source);
    if (sources.includes('identity_provider')) throw tenancyError('tenancy_role_provided', { person, role });
    if (sources.length === 0) throw tenancyError('tenancy_role_not_held', { person, role: role.slice(0, 60) });
    await removeRoles(db, tenancy, { tenantId, personId, roles: [role], source: 'granted', actor });
  });
}

/** Brings the roles that the identity provider gives a person to what their groups give today; others stay. */
export async function followProvider(
  db: Scoped,
  tenancy: Tenancy,
  {
    tenantId,
    personId,
    roles,
  }: { readonly tenantId: string; readonly personId: string; readonly roles: readonly string[] },
): Promise<void> {
  const rows = db.selectFrom('person_role').select('role').where('person_id', '=', personId);
  const held = (await rows.where('source', '=', 'identity_provider').execute()).map(({ role }) => role);
  const change = { tenantId, personId, source: 'identity_provider', actor: 'identity_provider' } as const;
  await addRoles(db, tenancy, { ...change, roles: roles.filter((role) => !held.includes(role)) });
  await removeRoles(db, tenancy, { ...change, roles: held.filter((role) => !roles.includes(role)) });
}

type Change = {
  readonly tenantId: string;
  readonly personId: string;
  readonly roles: readonly string[];
  readonly source: Source;
  readonly actor: Actor;
};

/** Adds roles within a transaction, and records those that are new. */
export async function addRoles(db: Scoped, tenancy: Tenancy, change: Change): Promise<void> {
  const { tenantId, personId, source } = change;
  for (const role of change.roles) {
    const row = { tenant_id: tenantId, person_id: personId, role, source, since: tenancy.now() };
    const insert = db.insertInto('person_role').values(row);
    const { numInsertedOrUpdatedRows: count } = await insert
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst();
    if (count === 1n) await recordChange(db, tenancy, { ...change, kind: 'role_granted', role });
  }
}

async function removeRoles(db: Scoped, tenancy: Tenancy, change: Change): Promise<void> {
  const { personId, source } = change;
  for (const role of change.roles) {
    const held = db.deleteFrom('person_role').where('person_id', '=', personId).where('role', '=', role);
    const { numDeletedRows } = await held.where('source', '=', source).executeTakeFirst();
    if (numDeletedRows === 1n) await recordChange(db, tenancy, { ...change, kind: 'role_revoked', role });
  }
}

type Changed = Omit<Change, 'roles'> & { readonly kind: 'role_granted' | 'role_revoked'; readonly role: string };

async function recordChange(db: Scoped, tenancy: Tenancy, { kind, role, ...change }: Changed): Promise<void> {
  const { tenantId, personId, source, actor } = change;
  const common = { id: tenancy.newId(), tenantId, recordedAt: tenancy.now().toISOString() };
  await appendWithin(db, tenancy.recordKeys, { kind, ...common, personId, role, source, actor });
  await announceChange(db, tenantId);
}

/** The id of a person, by name, pseudonym or id. @throws tenancy_person_unknown */
export async function personNamed(
  db: Scoped,
  tenancy: Tenancy,
  { tenantId, person }: { readonly tenantId: string; readonly person: string },
): Promise<string> {
  const byName = await findPerson(db, tenancy, { tenantId, name: person });
  const named = db
    .selectFrom('person')
    .select('id')
    .where((where) => where.or([where('pseudonym', '=', person), where('id', '=', byName ?? anyUuid(person))]));
  const found = await named.executeTakeFirst();
  if (!found) throw tenancyError('tenancy_person_unknown', { person });
  return found.id;
}
