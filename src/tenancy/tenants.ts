import { randomBytes } from 'node:crypto';
import { type Clock, type FingerprintKey, fingerprintKeyOf, type IdMaker, keyedFingerprint } from '../base/index.ts';
import { RecordKeys } from '../ledger/index.ts';
import type { Scoped, Store } from '../store/index.ts';
import { tenancyError } from './errors.ts';
import { makePseudonym } from './pseudonym.ts';
import { openVault, type Vault } from './vault.ts';

/** What every deed of this room works with. */
export type Tenancy = {
  readonly store: Store;
  readonly vault: Vault;
  /** The keys that the ledger's records are sealed with. */
  readonly recordKeys: RecordKeys;
  readonly now: Clock;
  readonly newId: IdMaker;
};

/** Everything that an installation's master key opens. @param masterKey 32 bytes */
export function openTenancy({
  masterKey,
  ...parts
}: Pick<Tenancy, 'store' | 'now' | 'newId'> & { readonly masterKey: Uint8Array }): Tenancy {
  const vault = openVault(masterKey);
  return { ...parts, vault, recordKeys: new RecordKeys({ ...parts, sealer: vault }) };
}

export type Tenant = { readonly id: string; readonly name: string; readonly isDemo: boolean };

export type Language = 'fr' | 'en';

/** Finds the tenant of this name, or makes it with a fingerprint key of its own and a workspace called `default`. */
export async function ensureTenant(tenancy: Tenancy, name: string, isDemo = false): Promise<Tenant> {
  const found = await findTenant(tenancy.store, name);
  if (found) return found;
  const id = tenancy.newId();
  const sealed = tenancy.vault.seal(randomBytes(32), fingerprintContext(id));
  const row = { id, name, is_demo: isDemo, fingerprint_key_sealed: sealed, created_at: tenancy.now() };
  await tenancy.store.inTenant(id, async (db) => {
    const made = await db
      .insertInto('tenant')
      .values(row)
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst();
    if (made.numInsertedOrUpdatedRows === 1n) await ensureWorkspace(db, tenancy, { tenantId: id, name: 'default' });
  });
  // Another process may have made it at the same moment: then it is theirs that counts.
  return (await findTenant(tenancy.store, name)) ?? { id, name, isDemo };
}

async function findTenant(store: Store, name: string): Promise<Tenant | undefined> {
  return (await listTenants(store)).find((tenant) => tenant.name === name);
}

export async function listTenants(store: Store): Promise<readonly Tenant[]> {
  const rows = await store.inSystem((db) =>
    db.selectFrom('tenant').select(['id', 'name', 'is_demo']).orderBy('created_at').execute(),
  );
  return rows.map((row) => ({ id: row.id, name: row.name, isDemo: row.is_demo }));
}

/** The key under which a tenant's fingerprints are made. Holding it, one can tell whether a given file was sent. */
export async function fingerprintKey(db: Scoped, vault: Vault, tenantId: string): Promise<FingerprintKey> {
  const row = await db.selectFrom('tenant').select('fingerprint_key_sealed').executeTakeFirstOrThrow();
  return fingerprintKeyOf(vault.unseal(row.fingerprint_key_sealed, fingerprintContext(tenantId)));
}

/** The same, outside a transaction. */
export async function tenantFingerprintKey({ store, vault }: Tenancy, tenantId: string): Promise<FingerprintKey> {
  return store.inTenant(tenantId, (db) => fingerprintKey(db, vault, tenantId));
}

/** Makes sure that the master key opens what is sealed for a tenant. @throws tenancy_unseal_failed */
export async function assertMasterKey({ store, vault }: Tenancy, tenantId: string): Promise<void> {
  await store.inTenant(tenantId, (db) => fingerprintKey(db, vault, tenantId));
}

function fingerprintContext(tenantId: string): string {
  return `tenant:${tenantId}:fingerprint`;
}

/** Finds or makes a workspace. */
export async function ensureWorkspace(
  db: Scoped,
  tenancy: Tenancy,
  workspace: { tenantId: string; name: string },
): Promise<string> {
  const name = checkedName(workspace.name);
  const found = await db.selectFrom('workspace').select('id').where('name', '=', name).executeTakeFirst();
  if (found) return found.id;
  const id = tenancy.newId();
  await db
    .insertInto('workspace')
    .values({ tenant_id: workspace.tenantId, id, name, contract_id: null, created_at: tenancy.now() })
    .execute();
  return id;
}

/** Finds a person by name, or makes one with a new pseudonym. The name is stored sealed. */
export async function ensurePerson(
  db: Scoped,
  tenancy: Tenancy,
  person: { tenantId: string; name: string; language: Language },
): Promise<string> {
  const name = checkedName(person.name);
  const nameFingerprint = await fingerprintOfName(db, tenancy, { tenantId: person.tenantId, name });
  const found = await findPersonByName(db, nameFingerprint);
  if (found !== undefined) return found;
  const id = tenancy.newId();
  const sealed = tenancy.vault.seal(Buffer.from(name), nameContext(person.tenantId, id));
  const row = {
    tenant_id: person.tenantId,
    id,
    name_sealed: sealed,
    name_fingerprint: nameFingerprint,
    language: person.language,
    created_at: tenancy.now(),
  };
  await db
    .insertInto('person')
    .values({ ...row, pseudonym: await freePseudonym(db) })
    .execute();
  return id;
}

type NamedPerson = { readonly tenantId: string; readonly name: string };

/** Finds a person by name, whatever its case. */
export async function findPerson(db: Scoped, tenancy: Tenancy, person: NamedPerson): Promise<string | undefined> {
  return findPersonByName(db, await fingerprintOfName(db, tenancy, person));
}

/** A person's name, for that person alone to see. */
export async function personName(
  db: Scoped,
  { vault }: Tenancy,
  { tenantId, personId }: { tenantId: string; personId: string },
): Promise<string> {
  const row = await db.selectFrom('person').select('name_sealed').where('id', '=', personId).executeTakeFirstOrThrow();
  return vault.unseal(row.name_sealed, nameContext(tenantId, personId)).toString();
}

async function findPersonByName(db: Scoped, nameFingerprint: string): Promise<string | undefined> {
  const person = db.selectFrom('person').select('id').where('name_fingerprint', '=', nameFingerprint);
  return (await person.executeTakeFirst())?.id;
}

async function fingerprintOfName(db: Scoped, { vault }: Tenancy, { tenantId, name }: NamedPerson): Promise<string> {
  return keyedFingerprint(await fingerprintKey(db, vault, tenantId), 'person:', name.trim().toLowerCase());
}

function nameContext(tenantId: string, personId: string): string {
  return `person:${tenantId}:${personId}:name`;
}

async function freePseudonym(db: Scoped): Promise<string> {
  for (;;) {
    const pseudonym = makePseudonym();
    const taken = await db.selectFrom('person').select('id').where('pseudonym', '=', pseudonym).executeTakeFirst();
    if (!taken) return pseudonym;
  }
}

// Names reach terminals, screens and exports: no control characters, and an end.
export function checkedName(name: string): string {
  const trimmed = name.trim();
  if (trimmed === '' || trimmed.length > 120 || /\p{Cc}|\p{Cf}|\p{Cs}/u.test(trimmed))
    throw tenancyError('tenancy_name_invalid', {});
  return trimmed;
}

export type Named = { readonly id: string; readonly name: string };

/** The tenant's workspaces, by name. */
export async function listWorkspaces(store: Store, tenantId: string): Promise<readonly Named[]> {
  return store.inTenant(tenantId, (db) => db.selectFrom('workspace').select(['id', 'name']).orderBy('name').execute());
}

/** The tenant's persons as screens may show them: by pseudonym. */
export async function listPersons(store: Store, tenantId: string): Promise<readonly Named[]> {
  return store.inTenant(tenantId, (db) =>
    db.selectFrom('person').select(['id', 'pseudonym as name']).orderBy('pseudonym').execute(),
  );
}
