import { keyState } from './keys.ts';
import { hashOctroiKey, isOctroiKey } from './octroi-key.ts';
import { rolesHeld } from './roles.ts';
import type { Tenancy } from './tenants.ts';

/** A person who showed a key of theirs, and the roles they hold at this moment. */
export type PersonOfKey = { readonly tenantId: string; readonly personId: string; readonly roles: readonly string[] };

/** Whose octroi key it is; undefined for one that is unknown, expired or revoked, and for a person who is disabled. */
export async function personOfKey({ store, now }: Tenancy, key: string): Promise<PersonOfKey | undefined> {
  if (!isOctroiKey(key)) return undefined;
  const hash = hashOctroiKey(key);
  const found = await store.withPresentedHash(hash, (db) =>
    db.selectFrom('octroi_key').selectAll().where('key_hash', '=', hash).executeTakeFirst(),
  );
  if (!found || keyState(found, now()) !== 'active') return undefined;
  const { tenant_id: tenantId, person_id: personId } = found;
  return store.inTenant(tenantId, async (db) => {
    const account = await db
      .selectFrom('person_account')
      .select('disabled_at')
      .where('person_id', '=', personId)
      .executeTakeFirst();
    return account?.disabled_at ? undefined : { tenantId, personId, roles: await rolesHeld(db, personId) };
  });
}
