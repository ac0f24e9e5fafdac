import type { Scoped } from '../../store/index.ts';
import type { Tenancy } from '../tenants.ts';

export type AccountFacts = {
  readonly tenantId: string;
  readonly personId: string;
  readonly workspaceIds: readonly string[];
};

/** Finds or makes the account of a person, with these workspaces from now on. */
export async function ensureAccount(db: Scoped, tenancy: Tenancy, facts: AccountFacts): Promise<void> {
  const { tenantId, personId } = facts;
  const may = { workspace_ids: [...facts.workspaceIds] };
  await db
    .insertInto('person_account')
    .values({ tenant_id: tenantId, person_id: personId, ...may, failed_attempts: 0, created_at: tenancy.now() })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'person_id']).doUpdateSet(may))
    .execute();
}
