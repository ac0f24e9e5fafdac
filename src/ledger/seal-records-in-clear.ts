import { sql } from 'kysely';
import type { Store } from '../store/index.ts';
import type { Ledger } from './open-ledger.ts';
import type { LedgerRecord } from './records.ts';

type InClear = { readonly id: string; readonly body: string; readonly person_id: string | null };

const pageRecords = 200;

/**
 * Seals what versions before the log have recorded in clear, and puts it in the log, the oldest first: each record is
 * taken away there when it is durable here, so that a start that is cut short goes on where it was.
 * @returns how many there were.
 */
export async function sealRecordsInClear(store: Store, ledger: Ledger): Promise<number> {
  const tenants = await store.inSystem((db) => db.selectFrom('tenant').select('id').execute());
  let sealed = 0;
  for (const { id: tenantId } of tenants) {
    for (let page = await nextPage(store, tenantId); page.length > 0; page = await nextPage(store, tenantId)) {
      for (const { body, person_id: personId } of page)
        await ledger.append(JSON.parse(body) as LedgerRecord, personId ? { subjectId: personId } : {});
      await store.inTenant(tenantId, (db) =>
        db
          .deleteFrom('ledger_record_in_clear')
          .where(
            'id',
            'in',
            page.map(({ id }) => id),
          )
          .execute(),
      );
      sealed += page.length;
    }
  }
  return sealed;
}

// How an exchange ended does not name its person: the record of how it began does, here or sealed already.
async function nextPage(store: Store, tenantId: string): Promise<readonly InClear[]> {
  const { rows } = await store.inTenant(tenantId, (db) =>
    sql<InClear>`
      select id, body, coalesce(person_id,
        (select person_id from ledger_record_in_clear began where began.exchange_id = old.exchange_id and began.person_id is not null limit 1),
        (select person_id from ledger_record began where began.tenant_id = old.tenant_id and began.exchange_id = old.exchange_id
          and began.person_id is not null limit 1)) as person_id
      from ledger_record_in_clear old order by recorded_at, id limit ${pageRecords}`.execute(db),
  );
  return rows;
}
