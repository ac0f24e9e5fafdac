import type { TestDatabase } from './database.ts';

/** A row in each table that stands beside the ledger's records. */
export async function fillLedgerAsides({ asSuper, store }: TestDatabase, tenantId: string): Promise<void> {
  await asSuper(
    `insert into ledger_record_in_clear (tenant_id, id, kind, recorded_at, body) values ($1, gen_random_uuid(), 'key_revoked', now(), '{}')`,
    [tenantId],
  );
  await store.inTenant(tenantId, (db) =>
    db.insertInto('ledger_abandoned_check').values({ tenant_id: tenantId, closed_until: new Date() }).execute(),
  );
}
