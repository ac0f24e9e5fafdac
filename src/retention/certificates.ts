import { anyUuid } from '../base/index.ts';
import { proveRecord } from '../ledger/index.ts';
import { type CertificateFacts, formatCertificateFile, openCertificate } from '../ledger/verify/index.ts';
import { retentionError } from './errors.ts';
import type { Retention } from './retention.ts';

/** The certificates of a tenant's erasures, the newest first. */
export async function listCertificates({ store }: Retention, tenantId: string): Promise<readonly CertificateFacts[]> {
  const rows = await store.inTenant(tenantId, (db) =>
    db.selectFrom('retention_certificate').select('note').orderBy('issued_at', 'desc').orderBy('id', 'desc').execute(),
  );
  return rows.map(({ note }) => openCertificate(note));
}

/**
 * A certificate as a file that `octroi verify` proves without octroi: signed, with the proof that its tombstone is logged.
 * @throws retention_certificate_unknown; ledger_record_unknown while the tombstone, a second old at most, waits to be logged
 */
export async function certificateFile(retention: Retention, tenantId: string, id: string): Promise<string> {
  const found = await retention.store.inTenant(tenantId, (db) =>
    db.selectFrom('retention_certificate').select('note').where('id', '=', anyUuid(id)).executeTakeFirst(),
  );
  if (!found) throw retentionError('retention_certificate_unknown', { id: id.slice(0, 80) });
  return formatCertificateFile({ certificate: found.note, proof: await proveRecord(retention, tenantId, id) });
}
