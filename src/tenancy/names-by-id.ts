import type { Store } from '../store/index.ts';

type Ids = { readonly persons: readonly string[]; readonly workspaces: readonly string[] };

/** The pseudonyms of these persons and the names of these workspaces; an id that is not of the tenant has none. */
export async function namesById(store: Store, tenantId: string, { persons, workspaces }: Ids) {
  return store.inTenant(tenantId, async (db) => {
    const pseudonyms =
      persons.length === 0
        ? []
        : await db.selectFrom('person').select(['id', 'pseudonym']).where('id', 'in', persons).execute();
    const named =
      workspaces.length === 0
        ? []
        : await db.selectFrom('workspace').select(['id', 'name']).where('id', 'in', workspaces).execute();
    return {
      persons: new Map(pseudonyms.map(({ id, pseudonym }) => [id, pseudonym])),
      workspaces: new Map(named.map(({ id, name }) => [id, name])),
    };
  });
}
