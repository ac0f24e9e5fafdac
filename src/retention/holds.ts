import { sql } from 'kysely';
import { anyUuid } from '../base/index.ts';
import { appendWithin, type RetentionScope, retentionClasses } from '../ledger/index.ts';
import type { Scoped } from '../store/index.ts';
import { retentionError } from './errors.ts';
import { checkedStatement, lockRetention, type Retention, type Statement } from './retention.ts';

export type NewHold = Statement & {
  readonly tenantId: string;
  readonly scope: RetentionScope;
  /** When it ends by itself; when somebody releases it, where absent. */
  readonly until?: Date | undefined;
};

/** A hold as screens show it. */
export type ListedHold = {
  readonly id: string;
  readonly scope: RetentionScope;
  readonly reason: string;
  readonly placedBy: string;
  readonly placedAt: string;
  readonly until: string | null;
  readonly state: 'active' | 'run_out' | 'released';
  readonly releasedAt: string | null;
  readonly releasedBy: string | null;
  readonly releaseReason: string | null;
};

/**
 * Places a hold: from its commit on nothing under it is erased, by whatever way.
 * @returns its id
 * @throws retention_statement_invalid, retention_class_unknown, retention_hold_ends_before, retention_conversation_unknown
 */
export async function placeHold(retention: Retention, wanted: NewHold): Promise<string> {
  const { tenantId, scope, until } = wanted;
  const { reason, by } = checkedStatement(wanted);
  const now = retention.now();
  if (scope.kind === 'class' && !retentionClasses.some((name) => name === scope.value))
    throw retentionError('retention_class_unknown', { name: scope.value.slice(0, 80) });
  if (until && until <= now) throw retentionError('retention_hold_ends_before', { until: until.toISOString() });
  const id = retention.newId();
  const row = {
    tenant_id: tenantId,
    id,
    scope_kind: scope.kind,
    scope_value: scope.value,
    reason,
    placed_by: by,
    placed_at: now,
    until_at: until ?? null,
  };
  await retention.store.inTenant(tenantId, async (db) => {
    await lockRetention(db, tenantId);
    if (scope.kind === 'conversation') await assertRecorded(db, scope.value);
    await db.insertInto('retention_hold').values(row).execute();
    const record = { id: retention.newId(), tenantId, recordedAt: now.toISOString(), holdId: id, scope, reason, by };
    const end = until ? { until: until.toISOString() } : {};
    await appendWithin(db, retention.recordKeys, { kind: 'hold_placed', ...record, ...end });
  });
  return id;
}

// A hold on what is not there would keep nothing, and whoever placed it would not know. What is hidden is there.
async function assertRecorded(db: Scoped, session: string): Promise<void> {
  const { rows } = await sql`select from ledger_record where tenant_id = octroi_tenant() and session = ${session}
    limit 1`.execute(db);
  if (rows.length === 0) throw retentionError('retention_conversation_unknown', { session: session.slice(0, 80) });
}

export type HoldRelease = Statement & { readonly tenantId: string; readonly holdId: string };

/** Releases a hold. Its history stays. @throws retention_hold_unknown, retention_hold_released, retention_statement_invalid */
export async function releaseHold(retention: Retention, wanted: HoldRelease): Promise<void> {
  const { tenantId, holdId } = wanted;
  const { reason, by } = checkedStatement(wanted);
  const now = retention.now();
  await retention.store.inTenant(tenantId, async (db) => {
    await lockRetention(db, tenantId);
    const found = db.selectFrom('retention_hold').select('released_at').where('id', '=', anyUuid(holdId));
    const hold = await found.executeTakeFirst();
    if (!hold) throw retentionError('retention_hold_unknown', { holdId: holdId.slice(0, 80) });
    if (hold.released_at) throw retentionError('retention_hold_released', { holdId });
    await db
      .updateTable('retention_hold')
      .set({ released_at: now, released_by: by, release_reason: reason })
      .where('id', '=', holdId)
      .execute();
    const record = { id: retention.newId(), tenantId, recordedAt: now.toISOString(), holdId };
    await appendWithin(db, retention.recordKeys, { kind: 'hold_released', ...record, cause: 'released', reason, by });
  });
}

/** Ends the holds whose time has run out, each with its record. Called before the holds are asked. */
export async function endRunOutHolds(db: Scoped, retention: Retention, tenantId: string): Promise<void> {
  const now = retention.now();
  const ended = await db
    .updateTable('retention_hold')
    .set({ released_at: now })
    .where('released_at', 'is', null)
    .where('until_at', '<=', now)
    .returning('id')
    .execute();
  for (const { id: holdId } of ended) {
    const record = { id: retention.newId(), tenantId, recordedAt: now.toISOString(), holdId };
    await appendWithin(db, retention.recordKeys, { kind: 'hold_released', ...record, cause: 'run_out' });
  }
}

/** Every hold there ever was, the newest first. */
export async function listHolds({ store, now }: Retention, tenantId: string): Promise<readonly ListedHold[]> {
  const rows = await store.inTenant(tenantId, (db) =>
    db.selectFrom('retention_hold').selectAll().orderBy('placed_at', 'desc').orderBy('id', 'desc').execute(),
  );
  return rows.map((row) => {
    const hasRunOut = row.until_at !== null && row.until_at <= (row.released_at ?? now());
    return {
      id: row.id,
      scope: { kind: row.scope_kind, value: row.scope_value },
      reason: row.reason,
      placedBy: row.placed_by,
      placedAt: row.placed_at.toISOString(),
      until: row.until_at?.toISOString() ?? null,
      state: row.released_by !== null ? 'released' : hasRunOut ? 'run_out' : 'active',
      releasedAt: row.released_at?.toISOString() ?? null,
      releasedBy: row.released_by,
      releaseReason: row.release_reason,
    };
  });
}
