import type { ConsoleParts } from '../../src/console-api/index.ts';
import { acceptWithPassword, grantRole, invitePerson, type SignIn, type Tenancy } from '../../src/tenancy/index.ts';
import { password } from './sign-in.ts';

/** By what persons of a tenant sign in to the console: accounts of octroi's own. */
export function accountsOf(
  tenancy: Tenancy,
  tenantId: string,
): Pick<ConsoleParts, 'personSignIn' | 'trustedProxies'> & { readonly signIn: SignIn } {
  const rules = { workspaces: [], roles: [] };
  const signIn = { tenancy, tenantId, accessMs: 60_000, sessionMs: 60_000, provider: undefined, rules };
  const personSignIn = { signIn, providerName: undefined, language: 'en', passkeyHost: 'localhost' } as const;
  return { personSignIn, trustedProxies: [], signIn };
}

/** Makes an account with the usual password, and grants it roles. @returns the person's id. */
export async function addAccount(
  { tenancy, tenantId }: { readonly tenancy: Tenancy; readonly tenantId: string },
  name: string,
  ...roles: readonly string[]
): Promise<string> {
  const wanted = {
    tenantId,
    personName: name,
    workspaceNames: [],
    roles: [],
    language: 'en',
    actor: 'console',
  } as const;
  const { secret, personId } = await invitePerson(tenancy, wanted);
  await acceptWithPassword(accountsOf(tenancy, tenantId).signIn, secret, password);
  for (const role of roles) await grantRole(tenancy, { tenantId, person: personId, role, actor: 'command_line' });
  return personId;
}
