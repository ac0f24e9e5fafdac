import { anyUuid } from '../base/index.ts';
import { credentialContext } from './contracts.ts';
import type { Tenancy } from './tenants.ts';

/** How a contract's vendor is reached, for what octroi asks of it itself. */
export type ContractAccess = {
  readonly baseUrl: string;
  readonly credential: { readonly kind: 'api_key' | 'bearer'; readonly value: string };
};

/** Opens the credential of a contract; undefined where there is none. @throws tenancy_unseal_failed */
export async function contractAccess(
  { store, vault }: Tenancy,
  tenantId: string,
  contractId: string,
): Promise<ContractAccess | undefined> {
  const row = await store.inTenant(tenantId, (db) =>
    db.selectFrom('contract').selectAll().where('id', '=', anyUuid(contractId)).executeTakeFirst(),
  );
  if (!row) return undefined;
  const value = vault.unseal(row.credential_sealed, credentialContext(tenantId, row.id)).toString();
  return { baseUrl: row.upstream_url, credential: { kind: row.credential_kind, value } };
}
