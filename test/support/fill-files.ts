import { timeOrderedId } from '../../src/base/index.ts';
import { recordUpload } from '../../src/retention/index.ts';
import type { Tenancy } from '../../src/tenancy/index.ts';

type OfKey = { readonly tenantId: string; readonly contractId: string; readonly keyId: string };

/** A file that the person of a key has uploaded. */
export async function fillFiles(tenancy: Tenancy, { tenantId, contractId, keyId }: OfKey): Promise<void> {
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
}
