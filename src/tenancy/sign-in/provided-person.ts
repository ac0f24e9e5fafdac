import { tenancyError } from '../errors.ts';
import { ensurePerson, type Language } from '../tenants.ts';
import { followGroups } from './follow-groups.ts';
import { targetsOf } from './groups.ts';
import type { ProvidedIdentity } from './identity-provider.ts';
import type { SignIn } from './sign-in.ts';

export type Provided = { readonly identity: ProvidedIdentity; readonly language: Language };

/**
 * Finds or makes the person whom the identity provider named, and takes over what their groups give them today.
 *
 * A person is known by issuer and subject, so that a change of name changes nothing. At the first sign-in the person of
 * that name is taken, if there is one: their keys, and what they sent before, are theirs.
 * @throws tenancy_person_unplaced, tenancy_person_disabled
 */
export async function providedPerson(
  signIn: SignIn,
  { identity, language }: Provided,
): Promise<{ readonly personId: string }> {
  const { tenancy, tenantId, rules } = signIn;
  const { issuer, subject, name, groups } = identity;
  if (targetsOf(rules.workspaces, groups).length === 0) throw tenancyError('tenancy_person_unplaced');
  return tenancy.store.inTenant(tenantId, async (db) => {
    const known = db.selectFrom('person_identity').select('person_id').where('issuer', '=', issuer);
    const found = await known.where('subject', '=', subject).executeTakeFirst();
    const personId = found?.person_id ?? (await ensurePerson(db, tenancy, { tenantId, name, language }));
    const account = db.selectFrom('person_account').select('disabled_at').where('person_id', '=', personId);
    if ((await account.executeTakeFirst())?.disabled_at) throw tenancyError('tenancy_person_disabled');
    await followGroups(signIn, db, { personId, groups });
    const row = { tenant_id: tenantId, issuer, subject, person_id: personId, created_at: tenancy.now() };
    await db
      .insertInto('person_identity')
      .values(row)
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    return { personId };
  });
}
