import { sql } from 'kysely';
import type { Scoped } from '../../store/index.ts';
import { leafSchema } from '../tree/leaf.ts';

export type Place = { readonly tenantId: string; readonly start: number; readonly limit: number };

/**
 * Takes what waits, at most `limit`, in the order of arrival; gives it its places in the log from `start` on, and returns
 * the text of its leaves. Of a caller that waited for each receipt the records are in its order: the next one was given its
 * arrival after the one before had been committed.
 *
 * The database writes the leaves as canonical JSON: the members in their order, and of the values only the policy's version
 * could need an escape. That is one value to read in place of ten thousand, and a test holds it to `formatLeaf`.
 */
export async function takeWaiting(db: Scoped, { tenantId, start, limit }: Place): Promise<readonly string[]> {
  const { rows } = await sql<{ leaves: string | null }>`
    with taken as (
      delete from ledger_waiting where tenant_id = ${tenantId} and arrival in (
        select arrival from ledger_waiting where tenant_id = ${tenantId} order by arrival limit ${limit})
      returning *
    ), placed as (
      select *, ${start}::bigint - 1 + row_number() over (order by arrival) as seq from taken
    ), remembered as (
      insert into ledger_position (tenant_id, record_id, seq) select tenant_id, record_id, seq from placed order by seq
    )
    select string_agg('{"class":"' || class
      || '","commitment":"' || translate(encode(commitment, 'base64'), '+/=', '-_')
      || '","kind":"' || kind
      || '","policyVersion":' || coalesce(to_json(policy_version)::text, 'null')
      || ',"record":"' || record_id
      || ${`","schema":"${leafSchema}","seq":`}::text || seq
      || ',"subject":"' || translate(encode(subject, 'base64'), '+/=', '-_')
      || '","tenant":"' || tenant_id
      || '","time":"' || to_char(recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') || '"}',
      e'\n' order by seq) as leaves
    from placed`.execute(db);
  const leaves = rows[0]?.leaves;
  return leaves ? leaves.split('\n') : [];
}
