import { commitmentBytes, subjectBytes, wrappedKeyBytes } from './keys/seal-record.ts';
import type { LedgerRow } from './row.ts';

/*
 * Each column of text travels as one string, a line a row: no such column holds a line feed, and the driver's own array
 * form would escape every quote. An empty line is NULL. What is bytes travels as one piece for all rows, in the wire's
 * binary form, and is cut up there: an array of bytea would be sent as hexadecimal, twice as long.
 */
const textColumns = [
  'tenantId',
  'id',
  'kind',
  'recordedAt',
  'class',
  'policyVersion',
  'exchangeId',
  'workspaceId',
  'personId',
  'session',
  'verdict',
  'partKinds',
  'subjectKeyId',
  'retention',
] as const satisfies readonly (keyof LedgerRow)[];

/** The values of `insertStatement` for these rows. */
export function insertValues(rows: readonly LedgerRow[]): (string | Buffer)[] {
  const ends: number[] = [];
  let end = 0;
  for (const { payload } of rows) {
    end += payload.length;
    ends.push(end);
  }
  return [
    ...textColumns.map((column) => rows.map((row) => row[column]).join('\n')),
    ends.join('\n'),
    Buffer.concat(rows.map(({ payload }) => payload)),
    Buffer.concat(rows.flatMap(({ wrappedKey, commitment, subject }) => [wrappedKey, commitment, subject])),
  ];
}

// Where each row's three short values begin in the last parameter.
const strideBytes = wrappedKeyBytes + commitmentBytes + subjectBytes;

/**
 * Adds records and, for those that were not there, what their leaves will say: in one statement, so that neither is ever
 * without the other.
 */
export const insertStatement = `
  with waiting as (
    select *, coalesce(lag(payload_end) over (order by row), 0) as payload_start, (row - 1) * ${strideBytes} as short_start
    from unnest(
      string_to_array($1, e'\\n')::uuid[], string_to_array($2, e'\\n')::uuid[], string_to_array($3, e'\\n'),
      string_to_array($4, e'\\n')::timestamptz[], string_to_array($5, e'\\n'), string_to_array($6, e'\\n', ''),
      string_to_array($7, e'\\n', '')::uuid[], string_to_array($8, e'\\n', '')::uuid[],
      string_to_array($9, e'\\n', '')::uuid[], string_to_array($10, e'\\n', ''), string_to_array($11, e'\\n', ''),
      string_to_array($12, e'\\n', ''), string_to_array($13, e'\\n')::uuid[],
      string_to_array($14, e'\\n', ''), string_to_array($15, e'\\n')::int[]
    ) with ordinality as given (tenant_id, id, kind, recorded_at, class, policy_version, exchange_id, workspace_id,
      person_id, session, verdict, part_kinds, subject_key_id, retention, payload_end, row)
  ), added as (
    insert into ledger_record (tenant_id, id, kind, recorded_at, class, policy_version, exchange_id, workspace_id, person_id,
      session, verdict, part_kinds, subject_key_id, retention, payload, wrapped_key, commitment, subject)
    select tenant_id, id, kind, recorded_at, class, policy_version, exchange_id, workspace_id, person_id, session, verdict,
      part_kinds::text[], subject_key_id, retention,
      substring($16::bytea from payload_start + 1 for payload_end - payload_start),
      substring($17::bytea from short_start::int + 1 for ${wrappedKeyBytes}),
      substring($17::bytea from short_start::int + ${wrappedKeyBytes + 1} for ${commitmentBytes}),
      substring($17::bytea from short_start::int + ${wrappedKeyBytes + commitmentBytes + 1} for ${subjectBytes})
    from waiting order by row
    on conflict do nothing
    returning tenant_id, id, kind, recorded_at, class, policy_version, subject, commitment
  )
  insert into ledger_waiting (tenant_id, record_id, kind, recorded_at, class, policy_version, subject, commitment)
  select * from added`;
