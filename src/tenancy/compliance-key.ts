import { anyUuid } from '../base/index.ts';
import { type Actor, appendWithin } from '../ledger/index.ts';
import type { ContractAccess } from './contract-access.ts';
import { checkedUpstream } from './contracts.ts';
import { tenancyError } from './errors.ts';
import type { Tenancy } from './tenants.ts';

export type NewComplianceKey = {
  readonly tenantId: string;
  readonly contractId: string;
  /** A Compliance Access Key, made in claude.ai: keys of the Admin API reach no content. */
  readonly key: string;
  readonly baseUrl: string;
  readonly actor: Actor;
};

/**
 * Keeps, sealed, the key of the compliance API for a contract's organisation; one that was there is replaced.
 * @throws tenancy_contract_unknown, tenancy_compliance_key_invalid, tenancy_upstream_invalid
 */
export async function setComplianceKey(
  tenancy: Tenancy,
  { tenantId, contractId, key, baseUrl, actor }: NewComplianceKey,
) {
  if (key.startsWith('sk-ant-admin') || !/^[\x21-\x7e]{8,4096}$/.test(key))
    throw tenancyError('tenancy_compliance_key_invalid', {});
  const id = anyUuid(contractId);
  const now = tenancy.now();
  const sealed = {
    base_url: checkedUpstream(baseUrl),
    key_sealed: tenancy.vault.seal(Buffer.from(key), keyContext(tenantId, id)),
    created_at: now,
  };
  await tenancy.store.inTenant(tenantId, async (db) => {
    const found = await db.selectFrom('contract').select('id').where('id', '=', id).executeTakeFirst();
    if (!found) throw tenancyError('tenancy_contract_unknown', { contractId });
    await db
      .insertInto('contract_compliance_key')
      .values({ tenant_id: tenantId, contract_id: id, ...sealed })
      .onConflict((conflict) => conflict.columns(['tenant_id', 'contract_id']).doUpdateSet(sealed))
      .execute();
    await appendWithin(db, tenancy.recordKeys, {
      kind: 'compliance_key_set',
      id: tenancy.newId(),
      tenantId,
      recordedAt: now.toISOString(),
      contractId: id,
      actor,
    });
  });
}

/** Opens the compliance API of a contract; undefined where it has no key. @throws tenancy_unseal_failed */
export async function complianceAccess(
  { store, vault }: Tenancy,
  tenantId: string,
  contractId: string,
): Promise<ContractAccess | undefined> {
  const id = anyUuid(contractId);
  const row = await store.inTenant(tenantId, (db) =>
    db.selectFrom('contract_compliance_key').selectAll().where('contract_id', '=', id).executeTakeFirst(),
  );
  if (!row) return undefined;
  const value = vault.unseal(row.key_sealed, keyContext(tenantId, id)).toString();
  return { baseUrl: row.base_url, credential: { kind: 'bearer', value } };
}

function keyContext(tenantId: string, contractId: string): string {
  return `compliance ${tenantId} ${contractId}`;
}
