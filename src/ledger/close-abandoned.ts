import { sql } from 'kysely';
import type { Clock, IdMaker } from '../base/index.ts';
import type { Scoped, Store } from '../store/index.ts';
import type { RecordKeys } from './keys/record-keys.ts';
import type { Ledger } from './open-ledger.ts';
import { openRows, type SealedRow } from './read-record.ts';

export type AbandonedOptions = {
  readonly store: Store;
  readonly recordKeys: RecordKeys;
  readonly ledger: Ledger;
  readonly now: Clock;
  readonly newId: IdMaker;
};

/**
 * Closes every exchange that was declared and never finished because its process ended: one `exchange_abandoned` each.
 *
 * Exchanges of processes that live, this one included, are left alone: those hold an advisory lock. Run at start, before
 * the first request. Running it twice, or in two processes at once, adds at most a second closing record.
 * @returns how many were closed.
 */
export async function closeAbandoned(options: AbandonedOptions): Promise<number> {
  const tenants = await options.store.inSystem((db) => db.selectFrom('tenant').select('id').execute());
  let closed = 0;
  for (const tenant of tenants) closed += await closeOfTenant(tenant.id, options);
  return closed;
}

async function closeOfTenant(tenantId: string, options: AbandonedOptions): Promise<number> {
  const startedAt = options.now();
  const unfinished = await options.store.inTenant(tenantId, (db) => findUnfinished(db, tenantId, options.recordKeys));
  const abandoned = unfinished.filter((exchange) => exchange.hasEnded);
  for (const { id, exchangeId, personId } of abandoned) {
    const recordedAt = options.now().toISOString();
    const record = { kind: 'exchange_abandoned', id: options.newId(), tenantId, recordedAt } as const;
    await options.ledger.append({ ...record, exchangeId, declaredBy: id }, { subjectId: personId });
  }
  const underWay = unfinished.filter((exchange) => !exchange.hasEnded).map((exchange) => new Date(exchange.recordedAt));
  const closedUntil = new Date(Math.min(startedAt.getTime(), ...underWay.map((at) => at.getTime())));
  await options.store.inTenant(tenantId, (db) => rememberCheck(db, tenantId, closedUntil));
  return abandoned.length;
}

type Unfinished = {
  readonly id: string;
  readonly exchangeId: string;
  readonly personId: string;
  readonly recordedAt: string;
  readonly hasEnded: boolean;
};

async function findUnfinished(db: Scoped, tenantId: string, keys: RecordKeys): Promise<readonly Unfinished[]> {
  const { rows } = await sql<SealedRow>`
    select id, subject_key_id, wrapped_key, payload from ledger_record declared
    where kind = 'exchange_declared' and erased_by is null
      and recorded_at >= coalesce((select closed_until from ledger_abandoned_check), '-infinity')
      and not exists (
        select from ledger_record closing
        where closing.tenant_id = declared.tenant_id and closing.exchange_id = declared.exchange_id
          and closing.kind in ('exchange_finished', 'exchange_abandoned'))`.execute(db);
  const records = await openRows(db, { tenantId, recordKeys: keys }, rows);
  const declared = records.map(({ record }) => record).filter((record) => record.kind === 'exchange_declared');
  const ended = new Map<string, boolean>();
  for (const { gatewayId } of declared) if (!ended.has(gatewayId)) ended.set(gatewayId, await hasEnded(db, gatewayId));
  return declared.map(({ id, exchangeId, sender, recordedAt, gatewayId }) => ({
    id,
    exchangeId,
    personId: sender.personId,
    recordedAt,
    hasEnded: ended.get(gatewayId) === true,
  }));
}

// A process that lives holds this lock, shared, on its writer's connection: who gets it alone knows that it has ended.
async function hasEnded(db: Scoped, gatewayId: string): Promise<boolean> {
  const { rows } = await sql<{
    free: boolean;
  }>`select pg_try_advisory_xact_lock(hashtextextended(${gatewayId}, 0)) as free`.execute(db);
  return rows[0]?.free === true;
}

async function rememberCheck(db: Scoped, tenantId: string, closedUntil: Date): Promise<void> {
  await db
    .insertInto('ledger_abandoned_check')
    .values({ tenant_id: tenantId, closed_until: closedUntil })
    .onConflict((conflict) => conflict.column('tenant_id').doUpdateSet({ closed_until: closedUntil }))
    .execute();
}
