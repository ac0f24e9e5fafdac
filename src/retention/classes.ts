import { sql } from 'kysely';
import { boundsOf, type RetentionBounds } from '../catalogue/index.ts';
import { type RetentionClass, retentionClasses } from '../ledger/index.ts';
import type { Retention } from './retention.ts';

/** A class as screens show it: its bounds and their sources, what the policy says, and what is there. */
export type ClassState = RetentionBounds & {
  readonly class: RetentionClass;
  readonly days: number;
  readonly records: number;
  readonly oldestAt: string | null;
};

type Counted = { readonly class: string; readonly records: number; readonly oldest: Date };

/** Every class, in their order. Counting reads all that is not erased. */
export async function describeClasses(
  { store, lifetimes }: Retention,
  tenantId: string,
): Promise<readonly ClassState[]> {
  const { rows } = await store.inTenant(tenantId, (db) =>
    sql<Counted>`
      select ledger_class_of(kind, class) as class, count(*)::int as records, min(recorded_at) as oldest
      from ledger_record where erased_by is null group by 1`.execute(db),
  );
  const { classes, exchanges, usualExchange } = lifetimes();
  return retentionClasses.map((name) => {
    const bounds = boundsOf(name);
    if (!bounds) throw new Error(`describeClasses: the catalogue has no class ${name}`);
    const found = rows.find((row) => row.class === name);
    const days = name === 'declaration' ? (exchanges[usualExchange] ?? classes[name]) : classes[name];
    const there = { records: found?.records ?? 0, oldestAt: found?.oldest.toISOString() ?? null };
    return { ...bounds, class: name, days, ...there };
  });
}
