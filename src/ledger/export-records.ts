import { sql } from 'kysely';
import type { Books } from './keys/record-keys.ts';
import { openRows, sealedColumns } from './read-record.ts';
import type { RecordKind } from './records.ts';

export type ExportFilter = {
  readonly from?: string | undefined;
  readonly until?: string | undefined;
  readonly kinds?: readonly RecordKind[] | undefined;
};

const pageRecords = 500;

/** Yields the canonical JSON of every record that fits, the oldest first. Memory stays flat however many there are. */
export async function* exportRecords(books: Books, tenantId: string, filter: ExportFilter): AsyncGenerator<string> {
  let after: { readonly recorded_at: Date; readonly id: string } | undefined;
  for (;;) {
    const { page, opened } = await books.store.inTenant(tenantId, async (db) => {
      let query = db.selectFrom('ledger_readable').select(['recorded_at', ...sealedColumns]);
      if (filter.from) query = query.where('recorded_at', '>=', new Date(filter.from));
      if (filter.until) query = query.where('recorded_at', '<', new Date(filter.until));
      if (filter.kinds?.length) query = query.where('kind', 'in', filter.kinds);
      if (after) query = query.where(sql<boolean>`(recorded_at, id) > (${after.recorded_at}, ${after.id}::uuid)`);
      const rows = await query.orderBy('recorded_at').orderBy('id').limit(pageRecords).execute();
      return { page: rows, opened: await openRows(db, { tenantId, recordKeys: books.recordKeys }, rows) };
    });
    for (const { text } of opened) yield text;
    after = page.at(-1);
    if (page.length < pageRecords) return;
  }
}
