import type { FingerprintKey } from '../base/index.ts';
import type { Scoped } from '../store/index.ts';
import { credentialContext } from './contracts.ts';
import { keyState } from './keys.ts';
import { fingerprintKey, type Language, type Tenancy } from './tenants.ts';

/** What an octroi key stands for: who sends, in which workspace, under which contract and with which credential. */
export type Admission = {
  readonly tenantId: string;
  readonly fingerprintKey: FingerprintKey;
  readonly sender: {
    readonly workspaceId: string;
    readonly personId: string;
    readonly keyId: string;
    readonly contractId: string;
  };
  readonly language: Language;
  /** The workspace's name, by which policies speak of it. */
  readonly workspaceName: string;
  readonly contract: {
    readonly name: string;
    readonly vendor: string;
    readonly plan: string;
    readonly upstreamUrl: string;
    readonly credential: { readonly kind: 'api_key' | 'bearer'; readonly value: string };
    readonly organizationId: string | undefined;
    readonly isStopped: boolean;
  };
};

export type AdmissionAnswer =
  | { readonly kind: 'admitted'; readonly admission: Admission; readonly expiresAt: Date }
  | {
      readonly kind: 'refused';
      readonly reason: 'unknown' | 'expired' | 'revoked' | 'no_contract';
      readonly language?: Language;
    };

/** Looks a key up by its hash, in the database. */
export async function findAdmission(tenancy: Tenancy, keyHash: string): Promise<AdmissionAnswer> {
  const key = await tenancy.store.withPresentedHash(keyHash, (db) =>
    db.selectFrom('octroi_key').selectAll().where('key_hash', '=', keyHash).executeTakeFirst(),
  );
  if (!key) return { kind: 'refused', reason: 'unknown' };
  return tenancy.store.inTenant(key.tenant_id, async (db) => {
    const { language } = await db
      .selectFrom('person')
      .select('language')
      .where('id', '=', key.person_id)
      .executeTakeFirstOrThrow();
    const state = keyState(key, tenancy.now());
    if (state !== 'active') return { kind: 'refused', reason: state, language };
    const workspace = await db
      .selectFrom('workspace')
      .select(['name', 'contract_id'])
      .where('id', '=', key.workspace_id)
      .executeTakeFirstOrThrow();
    const contract = await findContract(db, workspace.contract_id);
    if (!contract) return { kind: 'refused', reason: 'no_contract', language };
    const credential = tenancy.vault.unseal(contract.credential_sealed, credentialContext(key.tenant_id, contract.id));
    const admission: Admission = {
      tenantId: key.tenant_id,
      fingerprintKey: await fingerprintKey(db, tenancy.vault, key.tenant_id),
      sender: { workspaceId: key.workspace_id, personId: key.person_id, keyId: key.id, contractId: contract.id },
      language,
      workspaceName: workspace.name,
      contract: {
        name: contract.name,
        vendor: contract.vendor,
        plan: contract.plan,
        upstreamUrl: contract.upstream_url,
        credential: { kind: contract.credential_kind, value: credential.toString() },
        organizationId: contract.organization_id ?? undefined,
        isStopped: contract.stopped_at !== null,
      },
    };
    return { kind: 'admitted', admission, expiresAt: key.expires_at };
  });
}

// A workspace's own contract, or else the tenant's first.
async function findContract(db: Scoped, ownId: string | null) {
  const contracts = db.selectFrom('contract').selectAll();
  if (ownId) return contracts.where('id', '=', ownId).executeTakeFirst();
  return contracts.orderBy('created_at').limit(1).executeTakeFirst();
}
