import type { Store } from '../store/index.ts';
import { listPersons, listTenants, listWorkspaces, type Tenant } from '../tenancy/index.ts';
import type { Names } from './exchange-views.ts';
import { consoleError } from './errors.ts';

/** The names of a tenant's persons (by pseudonym) and workspaces. */
export async function namesOf(store: Store, tenantId: string): Promise<Names> {
  const [persons, workspaces] = await Promise.all([listPersons(store, tenantId), listWorkspaces(store, tenantId)]);
  return {
    persons: new Map(persons.map(({ id, name }) => [id, name])),
    workspaces: new Map(workspaces.map(({ id, name }) => [id, name])),
  };
}

/** The tenant of this id. */
export async function findTenant(store: Store, tenantId: string): Promise<Tenant> {
  const tenant = (await listTenants(store)).find(({ id }) => id === tenantId);
  if (!tenant) throw consoleError('console_not_signed_in');
  return tenant;
}
