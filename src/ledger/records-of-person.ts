import { sql } from 'kysely';
import type { Books } from './keys/record-keys.ts';
import { openRows, type SealedRow } from './read-record.ts';
import type { LedgerRecord } from './records.ts';

const pageRecords = 200;

type Found = SealedRow & { readonly recorded_at: Date };

/** Yields every record that is sealed under a person's key, the oldest first: what a person is told on request. */
export async function* openedRecordsOf(
  { store, recordKeys }: Books,
  tenantId: string,
  personId: string,
): AsyncGenerator<LedgerRecord> {
  let after: Found | undefined;
  for (;;) {
    const { page, opened } = await store.inTenant(tenantId, async (db) => {
      const onward = after ? sql`and (recorded_at, id) > (${after.recorded_at}, ${after.id}::uuid)` : sql``;
      const { rows } = await sql<Found>`
        select id, subject_key_id, wrapped_key, payload, recorded_at from ledger_record
        where subject_key_id in (select id from ledger_subject_key where subject_id = ${personId}) ${onward}
        order by recorded_at, id limit ${pageRecords}`.execute(db);
      return { page: rows, opened: await openRows(db, { tenantId, recordKeys }, rows) };
    });
    for (const { record } of opened) yield record;
    after = page.at(-1);
    if (page.length < pageRecords) return;
  }
}
