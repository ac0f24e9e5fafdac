import type { Books } from './keys/record-keys.ts';
import { openRows, sealedColumns } from './read-record.ts';

/**
 * The fingerprints of all that has left in a person's session, from the ledger (the session is the client's own word, so
 * it is one person's only): what a gateway asks when a session comes to it
 * that another process, or the one before a restart, has carried so far.
 */
export async function sessionFingerprints(
  { store, recordKeys }: Books,
  tenantId: string,
  { session, personId }: { readonly session: string; readonly personId: string },
): Promise<ReadonlySet<string>> {
  const fingerprints = new Set<string>();
  await store.inTenant(tenantId, async (db) => {
    let after = '00000000-0000-0000-0000-000000000000';
    for (;;) {
      // A declaration of a long session may be 100 KB: some at a time.
      const rows = await db
        .selectFrom('ledger_readable')
        .select(sealedColumns)
        .where('kind', '=', 'exchange_declared')
        .where('session', '=', session)
        .where('person_id', '=', personId)
        .where('id', '>', after)
        .orderBy('id')
        .limit(pageRecords)
        .execute();
      for (const { record } of await openRows(db, { tenantId, recordKeys }, rows)) {
        if (record.kind !== 'exchange_declared') continue;
        for (const { fingerprint, sent } of record.parts) if (sent === 'first') fingerprints.add(fingerprint);
      }
      after = rows.at(-1)?.id ?? after;
      if (rows.length < pageRecords) return;
    }
  });
  return fingerprints;
}

const pageRecords = 50;
