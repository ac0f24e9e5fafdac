import { tenancyError } from '../errors.ts';
import { ensurePerson, ensureWorkspace, type Language } from '../tenants.ts';
import { ensureAccount } from './accounts.ts';
import { type GroupRule, rolesOf, workspacesOf } from './groups.ts';
import type { ProvidedIdentity } from './identity-provider.ts';
import type { SignIn } from './sign-in.ts';

export type GroupRules = { readonly workspaces: readonly GroupRule[]; readonly roles: readonly GroupRule[] };

export type Provided = {
  readonly identity: ProvidedIdentity;
  readonly rules: GroupRules;
  readonly language: Language;
};

/**
 * Finds or makes the person whom the identity provider named, and takes over what their groups give them today.
 *
 * A person is known by issuer and subject, so that a change of name changes nothing. At the first sign-in the person of
 * that name is taken, if there is one: their keys, and what they sent before, are theirs.
 * @throws tenancy_person_unplaced, tenancy_person_disabled, tenancy_role_unknown
 */
export async function providedPerson(
  { tenancy, tenantId }: SignIn,
  { identity, rules, language }: Provided,
): Promise<{ readonly personId: string }> {
  const { issuer, subject, name, groups } = identity;
  const workspaceNames = workspacesOf(rules.workspaces, groups);
  const roles = rolesOf(rules.roles, groups);
  if (workspaceNames.length === 0) throw tenancyError('tenancy_person_unplaced');
  return tenancy.store.inTenant(tenantId, async (db) => {
    const known = db.selectFrom('person_identity').select('person_id').where('issuer', '=', issuer);
    const found = await known.where('subject', '=', subject).executeTakeFirst();
    const personId = found?.person_id ?? (await ensurePerson(db, tenancy, { tenantId, name, language }));
    const account = db.selectFrom('person_account').select('disabled_at').where('person_id', '=', personId);
    if ((await account.executeTakeFirst())?.disabled_at) throw tenancyError('tenancy_person_disabled');
    const workspaceIds: string[] = [];
    for (const workspace of workspaceNames)
      workspaceIds.push(await ensureWorkspace(db, tenancy, { tenantId, name: workspace }));
    await ensureAccount(db, tenancy, { tenantId, personId, workspaceIds, roles });
    const row = { tenant_id: tenantId, issuer, subject, person_id: personId, created_at: tenancy.now() };
    await db
      .insertInto('person_identity')
      .values(row)
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    return { personId };
  });
}
