import { sql } from 'kysely';
import type { IdMaker } from '../base/index.ts';
import { appendWithin, type Books, type FlowsSighted, type Sighting } from '../ledger/index.ts';
import { addSighting } from './counts.ts';

/** A line that tells of one connection to an AI product's host. */
export type SightedLine = Omit<Sighting, 'day' | 'flows' | 'denied' | 'firstAt' | 'lastAt'> & {
  /** Of the line under the tenant's key, 16 bytes: the same line has the same. */
  readonly digest: Buffer;
  readonly at: string;
  readonly isDenied: boolean;
};

export type SightedPart = Pick<FlowsSighted, 'importId' | 'log' | 'whole'> & {
  readonly tenantId: string;
  readonly lines: readonly SightedLine[];
};

export type SightingBooks = Books & { readonly now: () => Date; readonly newId: IdMaker };

/**
 * Writes a part of a log into the ledger, without the lines that were taken before. Which lines are new and what they tell
 * is durable together or not at all: a part that was cut short is taken anew, and counts once.
 */
export async function recordSighted(books: SightingBooks, part: SightedPart): Promise<{ readonly taken: number }> {
  const { tenantId, importId, log, whole, lines } = part;
  return books.store.inTenant(tenantId, async (db) => {
    const days = lines.map(({ at }) => at.slice(0, 10));
    const { rows } = await sql<{ digest: Buffer }>`
      insert into sighted_line (tenant_id, digest, on_day)
      select ${tenantId}::uuid, decode(digest, 'hex'), min(day)
      from unnest(${lines.map(({ digest }) => digest.toString('hex'))}::text[], ${days}::date[]) as given (digest, day)
      group by digest
      on conflict do nothing
      returning digest`.execute(db);
    const left = new Set(rows.map(({ digest }) => digest.toString('hex')));
    const taken = lines.filter(({ digest }) => left.delete(digest.toString('hex')));
    if (taken.length > 0 || whole !== undefined)
      await appendWithin(db, books.recordKeys, {
        kind: 'flows_sighted',
        id: books.newId(),
        tenantId,
        recordedAt: books.now().toISOString(),
        importId,
        log,
        sightings: sumUp(taken),
        repeated: lines.length - taken.length,
        ...(whole === undefined ? {} : { whole }),
      });
    return { taken: taken.length };
  });
}

/** Forgets the lines of days that are over: one that came again would count again. */
export async function forgetLines({ store }: Pick<Books, 'store'>, tenantId: string, before: Date): Promise<void> {
  await store.inTenant(tenantId, (db) =>
    db
      .deleteFrom('sighted_line')
      .where(sql<boolean>`on_day < ${before.toISOString().slice(0, 10)}::date`)
      .execute(),
  );
}

function sumUp(lines: readonly SightedLine[]): readonly Sighting[] {
  const sums = new Map<string, Sighting>();
  for (const { digest: _digest, at, isDenied, ...sighted } of lines)
    addSighting(sums, {
      ...sighted,
      day: at.slice(0, 10),
      flows: 1,
      denied: isDenied ? 1 : 0,
      firstAt: at,
      lastAt: at,
    });
  return [...sums.values()];
}
