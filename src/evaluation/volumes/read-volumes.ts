import { type Books, countedRecords, type LedgerRecord } from '../../ledger/index.ts';
import type { Scoped } from '../../store/index.ts';
import { hourOf, type VolumeRow, VolumeSums } from './volume-row.ts';

type Window = { readonly from: Date; readonly now: Date };

const hourMs = 3_600_000;
const dayMs = 86_400_000;
// A record is durable moments after the instant it bears: an hour that has just ended is not summed yet.
const settledMs = 600_000;
const mostDays = 90;

/**
 * What left since an instant. Hours that are over are summed once and kept, so that asking costs by the hour that runs; the
 * first time it costs by the records of the last 90 days.
 */
export async function readVolumes(
  books: Books,
  tenantId: string,
  { from, now }: Window,
): Promise<readonly VolumeRow[]> {
  const until = await sumEndedHours(books, tenantId, now);
  const stored = await books.store.inTenant(tenantId, (db) => storedVolumes(db, from));
  const running = await sumOf(books, tenantId, { from: until, until: now });
  return [...stored, ...running.filter(({ onHour }) => onHour >= hourOf(from.toISOString()))];
}

/** Day by day, so that what was summed stays summed when somebody stops waiting. @returns up to where the ledger is summed now. */
async function sumEndedHours(books: Books, tenantId: string, now: Date): Promise<Date> {
  const until = new Date(Math.floor((now.getTime() - settledMs) / hourMs) * hourMs);
  const since = await books.store.inTenant(tenantId, (db) => summedUntil(db));
  let from = since ?? new Date(until.getTime() - mostDays * dayMs);
  while (from < until) {
    const span = { from, until: new Date(Math.min(from.getTime() + dayMs, until.getTime())) };
    const rows = await sumOf(books, tenantId, span);
    from = await books.store.inTenant(tenantId, (db) => keepSums(db, { tenantId, rows, ...span }));
  }
  return from;
}

type Sums = Span & { readonly tenantId: string; readonly rows: readonly VolumeRow[] };
type Span = { readonly from: Date; readonly until: Date };

async function keepSums(db: Scoped, { tenantId, rows, from, until }: Sums): Promise<Date> {
  const first = { tenant_id: tenantId, until: from };
  await db
    .insertInto('evaluation_summed')
    .values(first)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const locked = await db.selectFrom('evaluation_summed').select('until').forUpdate().executeTakeFirstOrThrow();
  // Another process has summed them meanwhile.
  if (locked.until.getTime() !== from.getTime()) return locked.until;
  await insertVolumes(db, tenantId, rows);
  await db.updateTable('evaluation_summed').set({ until }).where('tenant_id', '=', tenantId).execute();
  return until;
}

async function summedUntil(db: Scoped): Promise<Date | undefined> {
  return (await db.selectFrom('evaluation_summed').select('until').executeTakeFirst())?.until;
}

async function sumOf(books: Books, tenantId: string, span: Span) {
  const sums = new VolumeSums();
  const filter = {
    from: span.from.toISOString(),
    until: span.until.toISOString(),
    kinds: ['exchange_declared'] as const,
    class: 'declaration' as const,
  };
  for await (const text of countedRecords(books, tenantId, filter)) {
    const record = JSON.parse(text) as LedgerRecord;
    if (record.kind === 'exchange_declared') sums.add(record);
  }
  return sums.rows();
}

const rowsAtOnce = 500;

async function insertVolumes(db: Scoped, tenantId: string, rows: readonly VolumeRow[]): Promise<void> {
  for (let at = 0; at < rows.length; at += rowsAtOnce) {
    const values = rows.slice(at, at + rowsAtOnce).map((row) => ({
      tenant_id: tenantId,
      on_hour: new Date(row.onHour),
      contract_id: row.contractId,
      model: row.model,
      features: row.features.join(','),
      label: row.label,
      exchanges: row.exchanges,
      bytes: row.bytes,
      first_bytes: row.firstBytes,
    }));
    await db.insertInto('evaluation_volume').values(values).execute();
  }
}

async function storedVolumes(db: Scoped, from: Date): Promise<readonly VolumeRow[]> {
  const rows = await db
    .selectFrom('evaluation_volume')
    .selectAll()
    .where('on_hour', '>=', new Date(hourOf(from.toISOString())))
    .execute();
  return rows.map((row) => ({
    onHour: row.on_hour.toISOString(),
    contractId: row.contract_id,
    model: row.model,
    features: row.features === '' ? [] : row.features.split(','),
    label: row.label,
    exchanges: row.exchanges,
    bytes: Number(row.bytes),
    firstBytes: Number(row.first_bytes),
  }));
}
