import { sql } from 'kysely';
import type { Books } from './keys/record-keys.ts';

/** What was decided of requests on a day (UTC). */
export type VerdictDay = {
  readonly day: string;
  readonly allow: number;
  readonly redact: number;
  readonly block: number;
};

export type VerdictQuestion = {
  readonly from: Date;
  readonly until: Date;
  /** One workspace alone, by its id. */
  readonly workspaceId?: string | undefined;
};

/** Counts verdicts by day, from one instant to before another; days without any are left out. Opens no record. */
export async function verdictsByDay(
  { store }: Pick<Books, 'store'>,
  tenantId: string,
  { from, until, workspaceId }: VerdictQuestion,
): Promise<readonly VerdictDay[]> {
  const day = sql<string>`to_char(recorded_at at time zone 'UTC', 'YYYY-MM-DD')`;
  const rows = await store.inTenant(tenantId, async (db) => {
    const counted = db
      .selectFrom('ledger_readable')
      .select([day.as('day'), count('allow').as('allow'), count('redact').as('redact'), count('block').as('block')])
      .where('class', '=', 'declaration')
      .where('kind', 'in', ['exchange_declared', 'exchange_refused'])
      .where('recorded_at', '>=', from)
      .where('recorded_at', '<', until)
      .groupBy(day)
      .orderBy('day');
    return (workspaceId === undefined ? counted : counted.where('workspace_id', '=', workspaceId)).execute();
  });
  return rows.map((row) => ({
    day: row.day,
    allow: Number(row.allow),
    redact: Number(row.redact),
    block: Number(row.block),
  }));
}

function count(verdict: 'allow' | 'redact' | 'block') {
  return sql<string>`count(*) filter (where verdict = ${verdict})`;
}
