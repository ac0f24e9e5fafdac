import { sql } from 'kysely';
import { canonicalJson } from '../../base/index.ts';
import { type Books, countedOf } from '../../ledger/index.ts';
import type { Scoped } from '../../store/index.ts';
import type { LabelledBytes, MirroredExchange } from './mirrored-exchange.ts';
import { mirroredIn } from './read-exchanges.ts';

/** What the exchanges of one sum have in common: enough to find the terms under which their copies are held. */
type Facts = Pick<MirroredExchange, 'contractId' | 'features' | 'outcome'> & {
  readonly on: string;
  readonly model: string | null;
  readonly stopReason: string | null;
};

type Volume = { readonly label: string | null; readonly bytes: number; readonly addedBytes: number };

type Sum = {
  readonly facts: Facts;
  exchanges: number;
  answerBytes: number;
  readonly volumes: Map<string | null, Volume>;
};

type Erasing = { readonly books: Books; readonly tenantId: string; readonly ids: readonly string[] };

/**
 * Adds the exchanges among these records to the sums of what vendors hold, before the records are erased. In the caller's
 * transaction, which holds the lock of the tenant's erasures: the sums grow by one at a time.
 *
 * What no longer opens, because its person's key was destroyed or it was changed, cannot be counted.
 */
export async function keepSums(db: Scoped, { books, tenantId, ids }: Erasing): Promise<void> {
  const sums = new Map<string, Sum>();
  for await (const mirrored of mirroredIn(countedOf(db, { ...books, tenantId }, ids)))
    if (mirrored.kind === 'exchange') add(sums, mirrored.exchange);
  if (sums.size === 0) return;
  for (const row of await storedSums(db, [...sums.keys()])) addStored(sums, row);
  const rows = [...sums].map(([facts, sum]) => ({
    tenant_id: tenantId,
    facts,
    on_day: sum.facts.on,
    exchanges: sum.exchanges,
    answer_bytes: String(sum.answerBytes),
    volumes: JSON.stringify([...sum.volumes.values()]),
  }));
  await db
    .insertInto('vendor_sum')
    .values(rows)
    .onConflict((conflict) =>
      conflict.columns(['tenant_id', 'facts']).doUpdateSet(({ ref }) => ({
        exchanges: ref('excluded.exchanges'),
        answer_bytes: ref('excluded.answer_bytes'),
        volumes: ref('excluded.volumes'),
      })),
    )
    .execute();
}

/** The sums as the mirror reads exchanges, of days up to one: many at once, without a person, from the start of their day. */
export async function readSums(db: Scoped, until: string): Promise<readonly MirroredExchange[]> {
  const rows = await sums(db)
    .where(sql<boolean>`on_day <= ${until}::date`)
    .orderBy('on_day')
    .orderBy('facts')
    .execute();
  return rows.map((row) => {
    const { on, model, stopReason, ...facts } = readFacts(row.facts);
    const by = (count: 'bytes' | 'addedBytes'): readonly LabelledBytes[] =>
      row.volumes.map((volume) => ({ label: volume.label, bytes: volume[count] }));
    return {
      ...facts,
      recordedAt: `${on}T00:00:00.000Z`,
      personId: '',
      model: model ?? undefined,
      stopReason: stopReason ?? undefined,
      count: row.exchanges,
      sent: by('bytes'),
      added: by('addedBytes'),
      answerBytes: Number(row.answer_bytes),
    };
  });
}

function add(into: Map<string, Sum>, exchange: MirroredExchange): void {
  const { contractId, features, outcome, recordedAt, model = null, stopReason = null } = exchange;
  const on = recordedAt.slice(0, 10);
  const facts = { contractId, features: features.toSorted(), outcome, on, model, stopReason };
  const key = canonicalJson(facts);
  const sum = into.get(key) ?? { facts, exchanges: 0, answerBytes: 0, volumes: new Map<string | null, Volume>() };
  into.set(key, sum);
  sum.exchanges += exchange.count;
  sum.answerBytes += exchange.answerBytes;
  for (const { label, bytes } of exchange.sent) addVolume(sum, { label, bytes, addedBytes: 0 });
  for (const { label, bytes } of exchange.added) addVolume(sum, { label, bytes: 0, addedBytes: bytes });
}

type StoredSum = Awaited<ReturnType<typeof storedSums>>[number];

function addStored(into: Map<string, Sum>, stored: StoredSum): void {
  const sum = into.get(stored.facts);
  if (!sum) return;
  sum.exchanges += stored.exchanges;
  sum.answerBytes += Number(stored.answer_bytes);
  for (const volume of stored.volumes) addVolume(sum, volume);
}

function addVolume({ volumes }: Sum, { label, bytes, addedBytes }: Volume): void {
  const known = volumes.get(label);
  volumes.set(label, {
    label,
    bytes: (known?.bytes ?? 0) + bytes,
    addedBytes: (known?.addedBytes ?? 0) + addedBytes,
  });
}

const sums = (db: Scoped) => db.selectFrom('vendor_sum').select(['facts', 'exchanges', 'answer_bytes', 'volumes']);

async function storedSums(db: Scoped, keys: readonly string[]) {
  return sums(db).where(sql<boolean>`facts = any (${keys}::text[])`).execute();
}

// This file alone writes the column.
function readFacts(text: string): Facts {
  return JSON.parse(text) as Facts;
}
