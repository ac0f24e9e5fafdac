import { appendWithin, signStatement } from '../ledger/index.ts';
import { type CertificateFacts, certificateDigest, digestOfIds, formatCertificate } from '../ledger/verify/index.ts';
import type { Scoped } from '../store/index.ts';
import type { ErasureOrder } from './erase.ts';
import type { Retention } from './retention.ts';
import type { SelectedRow, Selection } from './selection.ts';

type Attested = {
  readonly order: ErasureOrder;
  readonly tombstoneId: string;
  readonly chosen: readonly SelectedRow[];
  readonly rows: Readonly<Record<string, number>>;
  readonly keyIds: readonly string[];
};

/**
 * Puts the tombstone into the ledger and keeps the certificate. The tombstone says what the certificate reads, the
 * certificate which tombstone: neither can be exchanged for another.
 */
export async function attest(
  db: Scoped,
  retention: Retention,
  attested: Attested,
): Promise<Pick<CertificateFacts, 'records' | 'byClass'>> {
  const facts = factsOf(retention, attested);
  const { tombstone: id, tenant: tenantId, issuedAt: recordedAt, reason, by, records, byClass, recordsDigest } = facts;
  const text = formatCertificate(facts);
  const note = await signStatement(db, retention, { text, at: new Date(recordedAt) });
  const { ground } = attested.order;
  const told = { ground, reason, by, records, byClass, recordsDigest, certificateDigest: certificateDigest(text) };
  await appendWithin(db, retention.recordKeys, { kind: 'records_erased', id, tenantId, recordedAt, ...told });
  const row = { tenant_id: tenantId, id, issued_at: new Date(recordedAt), note };
  await db.insertInto('retention_certificate').values(row).execute();
  return { records, byClass };
}

// By codes that `messages` explains: what stays in the log, and where old bytes lie until their place is used again.
const remains = ['log_entries', 'certificate', 'vendor_sums', 'database_files', 'write_ahead_log', 'backups'] as const;

function factsOf(retention: Retention, { order, ...found }: Attested): CertificateFacts {
  const byClass: Record<string, number> = {};
  for (const { class: name } of found.chosen) byClass[name] = (byClass[name] ?? 0) + 1;
  const { tenantId: tenant, ground, reason, by, selection } = order;
  return {
    tombstone: found.tombstoneId,
    tenant,
    issuedAt: retention.now().toISOString(),
    ground,
    reason,
    by,
    scope: scopeOf(selection),
    records: found.chosen.length,
    byClass,
    recordsDigest: digestOfIds(found.chosen.map(({ id }) => id)),
    destroyedKeys: found.keyIds,
    rows: found.rows,
    remains,
    backupDays: retention.backupDays,
  };
}

function scopeOf(selection: Selection): CertificateFacts['scope'] {
  switch (selection.kind) {
    case 'person':
      return { kind: 'person', value: selection.personId };
    case 'conversation':
      return { kind: 'conversation', value: selection.session };
    case 'deleted':
      return { kind: 'conversation', value: '' };
    case 'orphaned':
      return { kind: 'person', value: '' };
    case 'lifetime':
      return { kind: 'class', value: selection.class };
  }
}
