import { anyUuid } from '../base/index.ts';
import { type Actor, appendWithin } from '../ledger/index.ts';
import { announceChange } from './changes.ts';
import { tenancyError } from './errors.ts';
import { checkedName, ensureWorkspace, type Tenancy } from './tenants.ts';

export type NewContract = {
  readonly tenantId: string;
  readonly name: string;
  readonly plan: string;
  readonly upstreamUrl: string;
  readonly organizationId: string | undefined;
  readonly credential: string;
  /** Workspaces, made when new, that this contract serves from now on. */
  readonly workspaceNames?: readonly string[];
  readonly actor: Actor;
};

/**
 * Adds the contract under which a tenant's exchanges leave; its credential is stored sealed.
 *
 * The first contract of a tenant serves all its workspaces; a later one serves those it is given to.
 * @throws tenancy_upstream_invalid, tenancy_credential_consumer, tenancy_credential_invalid, tenancy_organization_invalid, tenancy_contract_exists
 */
export async function addContract(tenancy: Tenancy, wanted: NewContract): Promise<string> {
  const { tenantId, plan, organizationId, actor } = wanted;
  const name = checkedName(wanted.name);
  const upstreamUrl = checkedUpstream(wanted.upstreamUrl);
  const kind = credentialKind(wanted.credential);
  if (organizationId !== undefined && !/^[0-9A-Za-z][0-9A-Za-z_-]{2,63}$/.test(organizationId))
    throw tenancyError('tenancy_organization_invalid', {});
  const id = tenancy.newId();
  const now = tenancy.now();
  const sealed = tenancy.vault.seal(Buffer.from(wanted.credential), credentialContext(tenantId, id));
  const facts = { vendor: 'anthropic', plan, upstreamUrl };
  await tenancy.store.inTenant(tenantId, async (db) => {
    const taken = await db.selectFrom('contract').select('id').where('name', '=', name).executeTakeFirst();
    if (taken) throw tenancyError('tenancy_contract_exists', { name });
    const row = {
      tenant_id: tenantId,
      id,
      name,
      vendor: 'anthropic',
      plan,
      upstream_url: upstreamUrl,
      organization_id: organizationId ?? null,
    };
    const credential = { credential_kind: kind, credential_sealed: sealed };
    await db
      .insertInto('contract')
      .values({ ...row, ...credential, stopped_at: null, stopped_reason: null, created_at: now })
      .execute();
    for (const workspaceName of wanted.workspaceNames ?? []) {
      const workspaceId = await ensureWorkspace(db, tenancy, { tenantId, name: workspaceName });
      await db.updateTable('workspace').set({ contract_id: id }).where('id', '=', workspaceId).execute();
    }
    const organization = organizationId === undefined ? {} : { organizationId };
    await appendWithin(db, tenancy.recordKeys, {
      kind: 'contract_added',
      id: tenancy.newId(),
      tenantId,
      recordedAt: now.toISOString(),
      contractId: id,
      ...facts,
      ...organization,
      actor,
    });
    await announceChange(db, tenantId);
  });
  return id;
}

export type ListedContract = {
  readonly id: string;
  readonly name: string;
  readonly vendor: string;
  readonly plan: string;
  readonly upstreamUrl: string;
  readonly organizationId: string | null;
  readonly stoppedAt: string | null;
  readonly stoppedReason: string | null;
  readonly createdAt: string;
};

/** The tenant's contracts, the oldest first, without their credentials. */
export async function listContracts(tenancy: Tenancy, tenantId: string): Promise<readonly ListedContract[]> {
  const rows = await tenancy.store.inTenant(tenantId, (db) =>
    db.selectFrom('contract').selectAll().orderBy('created_at').execute(),
  );
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    vendor: row.vendor,
    plan: row.plan,
    upstreamUrl: row.upstream_url,
    organizationId: row.organization_id,
    stoppedAt: row.stopped_at?.toISOString() ?? null,
    stoppedReason: row.stopped_reason,
    createdAt: row.created_at.toISOString(),
  }));
}

export type Mismatch = {
  readonly tenantId: string;
  readonly contractId: string;
  readonly expectedOrganizationId: string;
  readonly answeredOrganizationId: string;
  readonly exchangeId: string;
};

/** Stops a contract because another organisation answered than the one it names. Nothing leaves under it until it is resumed. */
export async function stopContract(tenancy: Tenancy, mismatch: Mismatch): Promise<void> {
  const now = tenancy.now();
  const { tenantId, contractId } = mismatch;
  await tenancy.store.inTenant(tenantId, async (db) => {
    const stopped = { stopped_at: now, stopped_reason: 'organization_mismatch' };
    await db
      .updateTable('contract')
      .set(stopped)
      .where('id', '=', contractId)
      .where('stopped_at', 'is', null)
      .execute();
    await appendWithin(db, tenancy.recordKeys, {
      kind: 'contract_stopped',
      id: tenancy.newId(),
      recordedAt: now.toISOString(),
      reason: 'organization_mismatch',
      ...mismatch,
    });
    await announceChange(db, tenantId);
  });
}

/** Lets exchanges leave again under a contract that was stopped. @throws tenancy_contract_unknown, tenancy_contract_active */
export async function resumeContract(
  tenancy: Tenancy,
  resumed: { tenantId: string; contractId: string; actor: Actor },
): Promise<void> {
  const { tenantId, contractId, actor } = resumed;
  await tenancy.store.inTenant(tenantId, async (db) => {
    const found = await db
      .selectFrom('contract')
      .select('stopped_at')
      .where('id', '=', anyUuid(contractId))
      .forUpdate()
      .executeTakeFirst();
    if (!found) throw tenancyError('tenancy_contract_unknown', { contractId });
    if (found.stopped_at === null) throw tenancyError('tenancy_contract_active', { contractId });
    const active = { stopped_at: null, stopped_reason: null };
    await db.updateTable('contract').set(active).where('id', '=', contractId).execute();
    await appendWithin(db, tenancy.recordKeys, {
      kind: 'contract_resumed',
      id: tenancy.newId(),
      tenantId,
      recordedAt: tenancy.now().toISOString(),
      contractId,
      actor,
    });
    await announceChange(db, tenantId);
  });
}

export function credentialContext(tenantId: string, contractId: string): string {
  return `contract:${tenantId}:${contractId}:credential`;
}

// Plain HTTP only to this machine: a credential must not cross a network in the clear.
export function checkedUpstream(text: string): string {
  if (!URL.canParse(text)) throw tenancyError('tenancy_upstream_invalid', { reason: 'form' });
  const url = new URL(text);
  const isLoopback = /^(localhost|127(\.\d+){3}|\[::1\])$/.test(url.hostname);
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isLoopback))
    throw tenancyError('tenancy_upstream_invalid', { reason: 'https' });
  if (url.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '')
    throw tenancyError('tenancy_upstream_invalid', { reason: 'extra' });
  return url.href.replace(/\/+$/, '');
}

/*
 * `sk-ant-oat…` is the token of a personal claude.ai login: the vendor's terms forbid that a third party carries it
 * (Claude Code, legal and compliance, read 2026-08-22), and consumer plans are what this post keeps out. Admin keys
 * (`sk-ant-admin…`) cannot send messages and could do much else.
 */
function credentialKind(credential: string): 'api_key' | 'bearer' {
  if (credential.startsWith('sk-ant-oat')) throw tenancyError('tenancy_credential_consumer', {});
  if (credential.startsWith('sk-ant-admin') || !/^[\x21-\x7e]{8,4096}$/.test(credential))
    throw tenancyError('tenancy_credential_invalid', {});
  return credential.startsWith('sk-ant-') ? 'api_key' : 'bearer';
}
