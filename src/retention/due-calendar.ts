import { type RawBuilder, sql } from 'kysely';
import type { RetentionClass } from '../ledger/index.ts';
import type { Retention } from './retention.ts';

/** How many records of a class come to the end of their lifetime in a month (UTC, `2027-03`), holds aside. */
export type DueMonth = { readonly month: string; readonly class: RetentionClass; readonly records: number };

/** What falls due when, the nearest month first; what is overdue counts in the month it was due in. Reads all that is not erased. */
export async function dueCalendar({ store, lifetimes }: Retention, tenantId: string): Promise<readonly DueMonth[]> {
  const { classes, exchanges, usualExchange } = lifetimes();
  const usual = exchanges[usualExchange] ?? classes.declaration;
  const days = sql`case class
    when 'declaration' then case retention ${whens(exchanges)} else ${usual}::int end
    ${whens(classes)} end`;
  const { rows } = await store.inTenant(tenantId, (db) =>
    sql<DueMonth>`
      select to_char(recorded_at + make_interval(days => ${days}), 'YYYY-MM') as month, class, count(*)::int as records
      from (
        select recorded_at, retention, ledger_class_of(kind, class) as class from ledger_record where erased_by is null
      ) as kept group by 1, 2 order by 1, 2`.execute(db),
  );
  return rows;
}

function whens(days: Readonly<Record<string, number>>): RawBuilder<unknown> {
  return sql.join(
    Object.entries(days).map(([name, count]) => sql`when ${name} then ${count}::int`),
    sql` `,
  );
}
