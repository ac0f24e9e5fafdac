import type { Scoped } from '../store/index.ts';
import type { Tenancy } from './tenants.ts';

export type ListedPerson = {
  readonly id: string;
  readonly pseudonym: string;
  readonly roles: readonly string[];
  /** Those they may choose when they sign in; what their keys are for stands with the keys. */
  readonly workspaceNames: readonly string[];
  /** `no_account`: known by a key alone. */
  readonly state: 'active' | 'disabled' | 'no_account';
  readonly openSessions: number;
};

type InTenant = { readonly tenancy: Tenancy; readonly tenantId: string };

/** Everybody the tenant knows, by pseudonym: what they hold and whether they may sign in. */
export async function listPeople({ tenancy, tenantId }: InTenant): Promise<readonly ListedPerson[]> {
  const now = tenancy.now();
  return tenancy.store.inTenant(tenantId, async (db) => {
    const workspaces = new Map(
      (await db.selectFrom('workspace').select(['id', 'name']).execute()).map((row) => [row.id, row.name]),
    );
    const sessions = await openSessions(db, now);
    const roles = Map.groupBy(
      await db.selectFrom('person_role').select(['person_id', 'role']).distinct().orderBy('role').execute(),
      (row) => row.person_id,
    );
    const rows = await db
      .selectFrom('person')
      .leftJoin('person_account as account', (join) =>
        join.onRef('person.id', '=', 'account.person_id').onRef('person.tenant_id', '=', 'account.tenant_id'),
      )
      .select(['person.id', 'person.pseudonym', 'account.workspace_ids', 'account.disabled_at'])
      .orderBy('person.pseudonym')
      .execute();
    return rows.map(({ id, pseudonym, workspace_ids: workspaceIds, disabled_at: disabledAt }) => ({
      id,
      pseudonym,
      roles: (roles.get(id) ?? []).map(({ role }) => role),
      workspaceNames: (workspaceIds ?? []).flatMap((workspaceId) => workspaces.get(workspaceId) ?? []),
      state: workspaceIds === null ? 'no_account' : disabledAt ? 'disabled' : 'active',
      openSessions: sessions.get(id) ?? 0,
    }));
  });
}

async function openSessions(db: Scoped, now: Date): Promise<ReadonlyMap<string, number>> {
  const sessions = db
    .selectFrom('client_session')
    .select(({ fn }) => ['person_id', fn.countAll<string>().as('count')])
    .where('ended_at', 'is', null)
    .where('expires_at', '>', now)
    .groupBy('person_id');
  return new Map((await sessions.execute()).map((row) => [row.person_id, Number(row.count)]));
}
