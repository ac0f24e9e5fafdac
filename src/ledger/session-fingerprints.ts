import { sql } from 'kysely';
import type { Store } from '../store/index.ts';

/**
 * The fingerprints of all that has left in a person's session, from the ledger (the session is the client's own word, so
 * it is one person's only): what a gateway asks when a session comes to it
 * that another process, or the one before a restart, has carried so far.
 */
export async function sessionFingerprints(
  store: Store,
  tenantId: string,
  { session, personId }: { readonly session: string; readonly personId: string },
): Promise<ReadonlySet<string>> {
  const { rows } = await store.inTenant(tenantId, (db) =>
    sql<{ fingerprint: string }>`
      select part ->> 'fingerprint' as fingerprint
      from ledger_record, jsonb_path_query(body::jsonb, '$.parts[*] ? (@.sent == "first")') as part
      where kind = 'exchange_declared' and session = ${session} and person_id = ${personId}`.execute(db),
  );
  return new Set(rows.map((row) => row.fingerprint));
}
