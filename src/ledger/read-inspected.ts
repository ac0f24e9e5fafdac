import type { HostUninspectable, InspectedRequest } from './flow-records.ts';
import type { Books } from './keys/record-keys.ts';
import { openRows, sealedColumns } from './read-record.ts';

/** `requests`: by the id of their connection, in the order they came. */
export type InspectedRead = {
  readonly requests: ReadonlyMap<string, readonly InspectedRequest[]>;
  readonly uninspectable: readonly HostUninspectable[];
};

/** What was seen inside inspected connections since an instant, and which clients could not be inspected; at most `limit` records, the newest. */
export async function readInspected(
  { store, recordKeys }: Books,
  tenantId: string,
  { from, limit }: { readonly from: Date; readonly limit: number },
): Promise<InspectedRead> {
  return store.inTenant(tenantId, async (db) => {
    const rows = await db
      .selectFrom('ledger_readable')
      .select(sealedColumns)
      .where('class', '=', 'flow')
      .where('kind', 'in', ['requests_inspected', 'host_uninspectable'])
      .where('recorded_at', '>=', from)
      .orderBy('recorded_at', 'desc')
      .orderBy('id', 'desc')
      .limit(limit)
      .execute();
    const records = (await openRows(db, { tenantId, recordKeys }, rows)).map(({ record }) => record);
    const requests = new Map<string, readonly InspectedRequest[]>();
    for (const record of records.toReversed())
      if (record.kind === 'requests_inspected')
        requests.set(record.connectionId, [...(requests.get(record.connectionId) ?? []), ...record.requests]);
    return { requests, uninspectable: records.filter((record) => record.kind === 'host_uninspectable') };
  });
}
