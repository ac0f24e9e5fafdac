import { sql } from 'kysely';
import type { Books } from './keys/record-keys.ts';
import { openRows, sealedColumns } from './read-record.ts';
import type { PlanProof } from './exchange-facts.ts';

/** Of the sessions in which tools were called: how many there are, and in how many no hook asked. */
export type HookedSessions = { readonly worked: number; readonly unhooked: number };

/**
 * Counts the sessions since an instant in which the client called tools, by its own requests or its telemetry. A hook of a
 * session may have asked long before: it is looked for from `hooksFrom` on.
 */
export async function hookedSessions(
  { store }: Pick<Books, 'store'>,
  tenantId: string,
  { from, hooksFrom }: { readonly from: Date; readonly hooksFrom: Date },
): Promise<HookedSessions> {
  const worked = sql<boolean>`bool_or(recorded_at >= ${from} and (kind = 'tool_result' or 'tool_call' = any(part_kinds)))`;
  return store.inTenant(tenantId, async (db) => {
    const sessions = db
      .selectFrom('ledger_readable')
      .select([worked.as('worked'), sql<boolean>`bool_or(kind = 'hook_answered')`.as('hooked')])
      .where('class', 'in', ['declaration', 'finding', 'telemetry'])
      .where('session', 'is not', null)
      .where('recorded_at', '>=', hooksFrom)
      .groupBy(['person_id', 'session'])
      .as('sessions');
    const counted = await db
      .selectFrom(sessions)
      .select([
        sql<string>`count(*) filter (where worked)`.as('worked'),
        sql<string>`count(*) filter (where worked and not hooked)`.as('unhooked'),
      ])
      .executeTakeFirstOrThrow();
    return { worked: Number(counted.worked), unhooked: Number(counted.unhooked) };
  });
}

/** Of the exchanges that left: how sure it is under which plan. */
export type PlanProofs = Readonly<Record<PlanProof['proof'], number>>;

/** Counts over the exchanges that ended last, at most `limit` of those since an instant. */
export async function planProofs(
  { store, recordKeys }: Books,
  tenantId: string,
  { from, limit }: { readonly from: Date; readonly limit: number },
): Promise<PlanProofs> {
  return store.inTenant(tenantId, async (db) => {
    const rows = await db
      .selectFrom('ledger_readable')
      .select(sealedColumns)
      .where('kind', '=', 'exchange_finished')
      .where('recorded_at', '>=', from)
      .orderBy('recorded_at', 'desc')
      .orderBy('id', 'desc')
      .limit(limit)
      .execute();
    const counts = { proven: 0, declared: 0, unknown: 0 };
    for (const { record } of await openRows(db, { tenantId, recordKeys }, rows))
      if (record.kind === 'exchange_finished' && record.outcome !== 'not_sent')
        counts[record.plan?.proof ?? 'unknown'] += 1;
    return counts;
  });
}
