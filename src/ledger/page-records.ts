import { sql } from 'kysely';
import type { Books } from './keys/record-keys.ts';
import { openRows, type SealedRow, sealedColumns } from './read-record.ts';
import type { RecordKind } from './records.ts';
import type { RetentionClass } from './retention-class.ts';

export type ExportFilter = {
  readonly from?: string | undefined;
  readonly until?: string | undefined;
  readonly kinds?: readonly RecordKind[] | undefined;
  /** As the record’s leaf says: what an index is kept of, so that others are not looked at. */
  readonly class?: RetentionClass | undefined;
};

const pageRecords = 500;

type Reading = { readonly books: Books; readonly tenantId: string; readonly filter: ExportFilter };

/** Yields the canonical JSON of every record of a table that fits, the oldest first. Memory stays flat. */
export async function* recordsIn(
  table: 'ledger_readable' | 'ledger_record',
  { books, tenantId, filter }: Reading,
): AsyncGenerator<string> {
  let after: { readonly recorded_at: Date; readonly id: string } | undefined;
  for (;;) {
    const { page, opened } = await books.store.inTenant(tenantId, async (db) => {
      let query = db.selectFrom(table).select(['recorded_at', ...sealedColumns]);
      if (filter.from) query = query.where('recorded_at', '>=', new Date(filter.from));
      if (filter.until) query = query.where('recorded_at', '<', new Date(filter.until));
      if (filter.class) query = query.where('class', '=', filter.class);
      if (filter.kinds?.length) query = query.where('kind', 'in', filter.kinds);
      if (after) query = query.where(sql<boolean>`(recorded_at, id) > (${after.recorded_at}, ${after.id}::uuid)`);
      const rows = await query.orderBy('recorded_at').orderBy('id').limit(pageRecords).execute();
      const sealed = rows.flatMap(sealedRow);
      return { page: rows, opened: await openRows(db, { tenantId, recordKeys: books.recordKeys }, sealed) };
    });
    for (const { text } of opened) yield text;
    after = page.at(-1);
    if (page.length < pageRecords) return;
  }
}

type Selected = { readonly [Name in keyof SealedRow]: SealedRow[Name] | null };

/** Of what was erased only its leaf is left: no row to open. */
export function sealedRow({
  id,
  subject_key_id: keyId,
  wrapped_key: wrapped,
  payload,
}: Selected): readonly SealedRow[] {
  if (id === null || keyId === null || wrapped === null || payload === null) return [];
  return [{ id, subject_key_id: keyId, wrapped_key: wrapped, payload }];
}
