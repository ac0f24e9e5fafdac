import type { Scoped } from '../../store/index.ts';
import { followProvider } from '../roles.ts';
import { ensureWorkspace } from '../tenants.ts';
import { ensureAccount } from './ensure-account.ts';
import { targetsOf } from './groups.ts';
import type { SignIn } from './sign-in.ts';

export type InGroups = { readonly personId: string; readonly groups: readonly string[] };

/**
 * Brings a person's workspaces, and the roles they have from the identity provider, to what their groups give today.
 * @returns the ids of the workspaces; none when no group of theirs works in one.
 */
export async function followGroups(
  { tenancy, tenantId, rules }: SignIn,
  db: Scoped,
  { personId, groups }: InGroups,
): Promise<readonly string[]> {
  const workspaceIds: string[] = [];
  for (const name of targetsOf(rules.workspaces, groups))
    workspaceIds.push(await ensureWorkspace(db, tenancy, { tenantId, name }));
  await ensureAccount(db, tenancy, { tenantId, personId, workspaceIds });
  // Whoever works nowhere here is no lead of anybody here either.
  const roles = workspaceIds.length === 0 ? [] : targetsOf(rules.roles, groups);
  await followProvider(db, tenancy, { tenantId, personId, roles });
  return workspaceIds;
}
