import { timeOrderedId } from '../../src/base/index.ts';
import { recordUpload, requestCapture } from '../../src/retention/index.ts';
import { setComplianceKey, type Tenancy } from '../../src/tenancy/index.ts';

type OfKey = { readonly tenantId: string; readonly contractId: string; readonly keyId: string };

/** A file that the person of a key has uploaded, a line of a log that was taken, a key for the compliance API, and a capture that was asked for. */
export async function fillVendorRows(tenancy: Tenancy, { tenantId, contractId, keyId }: OfKey): Promise<void> {
  const key = await tenancy.store.inTenant(tenantId, (db) =>
    db.selectFrom('octroi_key').selectAll().where('id', '=', keyId).executeTakeFirstOrThrow(),
  );
  const sender = { keyId, contractId, personId: key.person_id, workspaceId: key.workspace_id };
  await recordUpload(tenancy, {
    tenantId,
    exchangeId: timeOrderedId(),
    sender,
    vendorFileId: 'file_1',
    uploadedAt: '2026-11-26T00:00:00Z',
    bytes: 1,
    label: 'internal',
    name: 'notes.txt',
  });
  const complianceKey = ['sk', 'ant', 'api01', 'c'.repeat(20)].join('-');
  const baseUrl = 'https://api.anthropic.com';
  await setComplianceKey(tenancy, { tenantId, contractId, key: complianceKey, baseUrl, actor: 'console' });
  const line = { tenant_id: tenantId, digest: Buffer.alloc(16), on_day: '2026-11-26' };
  await tenancy.store.inTenant(tenantId, (db) => db.insertInto('sighted_line').values(line).execute());
  const made = { certificate_pem: '', made_at: new Date(0), not_after: new Date(0) };
  const authority = {
    tenant_id: tenantId,
    id: timeOrderedId(),
    hosts: ['a.example'],
    key_sealed: Buffer.alloc(1),
    ...made,
  };
  await tenancy.store.inTenant(tenantId, (db) => db.insertInto('inspection_authority').values(authority).execute());
  const person = { tenantId, personId: key.person_id, roles: ['octroi-dpo'] };
  await requestCapture(tenancy, person, { label: 'internal', purpose: 'to try the isolation', days: 1 });
}
