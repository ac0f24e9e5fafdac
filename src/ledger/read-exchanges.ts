import { type ExpressionBuilder, sql } from 'kysely';
import { anyUuid } from '../base/index.ts';
import type { Scoped, Tables } from '../store/index.ts';
import { ledgerError } from './errors.ts';
import type { PartKind } from './parts.ts';
import type { Books } from './keys/record-keys.ts';
import { openRows, type SealedRow, sealedColumns } from './read-record.ts';
import type { ExchangeAbandoned, ExchangeDeclared, ExchangeFinished, ExchangeRefused } from './records.ts';

/** One exchange as the ledger tells it: how it began, and how it ended where that is known. */
export type Exchange = {
  readonly began: ExchangeDeclared | ExchangeRefused;
  readonly ended: ExchangeFinished | ExchangeAbandoned | undefined;
};

/** Which exchanges; every member narrows. `before` is the last exchange of the page above. */
export type ExchangeFilter = {
  readonly personId?: string | undefined;
  readonly workspaceId?: string | undefined;
  readonly partKind?: PartKind | undefined;
  readonly verdict?: 'allow' | 'redact' | 'block' | undefined;
  readonly from?: string | undefined;
  readonly until?: string | undefined;
  readonly before?: { readonly recordedAt: string; readonly id: string } | undefined;
  readonly limit: number;
};

/** Lists exchanges, the newest first. */
export async function listExchanges(
  { store, recordKeys }: Books,
  tenantId: string,
  filter: ExchangeFilter,
): Promise<readonly Exchange[]> {
  return store.inTenant(tenantId, async (db) =>
    withEnds({ db, tenantId, recordKeys }, await beginnings(db, filter).execute()),
  );
}

/** @throws ledger_exchange_unknown */
export async function findExchange(books: Books, tenantId: string, exchangeId: string): Promise<Exchange> {
  const { store, recordKeys } = books;
  return store.inTenant(tenantId, async (db) => {
    const rows = await db
      .selectFrom('ledger_readable')
      .select(sealedColumns)
      .where('exchange_id', '=', anyUuid(exchangeId))
      .where('kind', 'in', beginningKinds)
      .execute();
    const [exchange] = await withEnds({ db, tenantId, recordKeys }, rows);
    if (!exchange) throw ledgerError('ledger_exchange_unknown', { exchangeId });
    return exchange;
  });
}

const beginningKinds = ['exchange_declared', 'exchange_refused'];
const endKinds = ['exchange_finished', 'exchange_abandoned'];

function beginnings(db: Scoped, filter: ExchangeFilter) {
  return db
    .selectFrom('ledger_readable')
    .select(sealedColumns)
    .where('kind', 'in', beginningKinds)
    .where((where) => where.and(conditions(where, filter)))
    .orderBy('recorded_at', 'desc')
    .orderBy('id', 'desc')
    .limit(filter.limit);
}

function conditions(where: ExpressionBuilder<Tables, 'ledger_readable'>, filter: ExchangeFilter) {
  const { before } = filter;
  return [
    ...(filter.personId ? [where('person_id', '=', filter.personId)] : []),
    ...(filter.workspaceId ? [where('workspace_id', '=', filter.workspaceId)] : []),
    ...(filter.verdict ? [where('verdict', '=', filter.verdict)] : []),
    ...(filter.partKind ? [where('part_kinds', '@>', sql<string[]>`array[${filter.partKind}]::text[]`)] : []),
    ...(filter.from ? [where('recorded_at', '>=', new Date(filter.from))] : []),
    ...(filter.until ? [where('recorded_at', '<', new Date(filter.until))] : []),
    ...(before ? [sql<boolean>`(recorded_at, id) < (${before.recordedAt}::timestamptz, ${before.id}::uuid)`] : []),
  ];
}

type Reading = { readonly db: Scoped; readonly tenantId: string; readonly recordKeys: Books['recordKeys'] };

async function withEnds(reading: Reading, beginningRows: readonly SealedRow[]): Promise<readonly Exchange[]> {
  const { db } = reading;
  const began = (await openRows(db, reading, beginningRows))
    .map(({ record }) => record)
    .filter((record) => record.kind === 'exchange_declared' || record.kind === 'exchange_refused');
  if (began.length === 0) return [];
  const exchangeIds = began.map((record) => record.exchangeId);
  const rows = await db
    .selectFrom('ledger_readable')
    .select(sealedColumns)
    .where('exchange_id', 'in', exchangeIds)
    .where('kind', 'in', endKinds)
    .execute();
  const ends = new Map<string, ExchangeFinished | ExchangeAbandoned>();
  for (const { record } of await openRows(db, reading, rows)) {
    // A finish that was slow to reach the disk may follow an abandonment by another process: it knows more.
    if (record.kind === 'exchange_finished' || (record.kind === 'exchange_abandoned' && !ends.has(record.exchangeId)))
      ends.set(record.exchangeId, record);
  }
  return began.map((record) => ({ began: record, ended: ends.get(record.exchangeId) }));
}
