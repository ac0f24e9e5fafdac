import type { Tenancy } from '../tenants.ts';
import type { GroupRules } from './groups.ts';
import type { IdentityProvider } from './identity-provider.ts';

/** What the deeds of signing in work with: those of one tenant. */
export type SignIn = {
  readonly tenancy: Tenancy;
  readonly tenantId: string;
  /** How long an access token holds, in milliseconds; a client gets a new one before that without its person. */
  readonly accessMs: number;
  /** How long a client stays signed in, in milliseconds. */
  readonly sessionMs: number;
  /** The company's identity provider; where there is none, persons have accounts here. */
  readonly provider: IdentityProvider | undefined;
  /** What the provider's groups give here. */
  readonly rules: GroupRules;
};

/** The place to which an identity provider's refresh token is sealed. */
export function providerTokenContext(tenantId: string): string {
  return `sign-in:${tenantId}:provider-token`;
}
