import type { ConnectionEnded, ConnectionOpened, ConnectionRefused } from './flow-records.ts';
import type { Books } from './keys/record-keys.ts';
import { openRows, sealedColumns } from './read-record.ts';
import type { LedgerRecord } from './records.ts';

/** One connection: how it was decided, and how it ended where that is on record. */
export type FlowLine = Omit<ConnectionOpened, 'kind' | 'id' | 'tenantId' | 'decision'> & {
  readonly effect: ConnectionOpened['decision'] | 'refused';
  /** The code that a client was told when it was refused. */
  readonly reason?: string;
  readonly end?: Pick<ConnectionEnded, 'bytesOut' | 'bytesIn' | 'durationMs' | 'outcome'>;
};

/** `isCut`: there are more since the instant than were read. */
export type FlowsRead = { readonly flows: readonly FlowLine[]; readonly isCut: boolean };

/** The connections since an instant, the newest first; at most `limit` of them. */
export async function readFlows(
  { store, recordKeys }: Books,
  tenantId: string,
  { from, limit }: { readonly from: Date; readonly limit: number },
): Promise<FlowsRead> {
  // A connection has two records at most: its beginning, and its end, which is the newer one.
  const mostRecords = limit * 2;
  return store.inTenant(tenantId, async (db) => {
    const rows = await db
      .selectFrom('ledger_readable')
      .select(sealedColumns)
      .where('class', '=', 'flow')
      .where('kind', 'in', ['connection_opened', 'connection_refused', 'connection_ended'])
      .where('recorded_at', '>=', from)
      .orderBy('recorded_at', 'desc')
      .orderBy('id', 'desc')
      .limit(mostRecords)
      .execute();
    const opened = await openRows(db, { tenantId, recordKeys }, rows);
    const flows = linesOf(opened.map(({ record }) => record));
    return { flows: flows.slice(0, limit), isCut: rows.length === mostRecords || flows.length > limit };
  });
}

function linesOf(records: readonly LedgerRecord[]): readonly FlowLine[] {
  const ends = new Map<string, ConnectionEnded>();
  for (const record of records) if (record.kind === 'connection_ended') ends.set(record.connectionId, record);
  return records.flatMap((record) =>
    record.kind === 'connection_opened' || record.kind === 'connection_refused'
      ? [lineOf(record, ends.get(record.connectionId))]
      : [],
  );
}

function lineOf(record: ConnectionOpened | ConnectionRefused, end: ConnectionEnded | undefined): FlowLine {
  const { kind: _kind, id: _id, tenantId: _tenant, ...beginning } = record;
  if ('reason' in beginning) return { ...beginning, effect: 'refused' };
  const { decision, ...opened } = beginning;
  if (!end) return { ...opened, effect: decision };
  const { bytesOut, bytesIn, durationMs, outcome } = end;
  return { ...opened, effect: decision, end: { bytesOut, bytesIn, durationMs, outcome } };
}
