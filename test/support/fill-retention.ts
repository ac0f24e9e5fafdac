import type { TestDatabase } from './database.ts';

/** A hold on nothing there is, a certificate and sums of nothing, and a record that was never sealed. */
export async function fillRetention(database: TestDatabase, tenantId: string): Promise<void> {
  await database.asSuper(
    `insert into retention_hold (tenant_id, id, scope_kind, scope_value, reason, placed_by, placed_at)
      values ($1, gen_random_uuid(), 'conversation', 'none', 'x', 'x', now())`,
    [tenantId],
  );
  await database.asSuper(
    `insert into ledger_record_in_clear (tenant_id, id, kind, recorded_at, body) values ($1, gen_random_uuid(), 'key_revoked', now(), '{}')`,
    [tenantId],
  );
  await database.asSuper(
    `insert into vendor_sum (tenant_id, facts, on_day, exchanges, answer_bytes, volumes) values ($1, '{}', now(), 1, 0, '[]')`,
    [tenantId],
  );
  await database.asSuper(
    `insert into evaluation_volume values ($1, now(), gen_random_uuid(), '', '', 'internal', 1, 1, 1)`,
    [tenantId],
  );
  await database.asSuper(`insert into evaluation_summed values ($1, now())`, [tenantId]);
  await database.asSuper(`insert into retention_certificate values ($1, gen_random_uuid(), now(), 'x')`, [tenantId]);
}
