import type { RepositoryLabelled } from './client-records.ts';
import type { Books } from './keys/record-keys.ts';
import { openRows, sealedColumns } from './read-record.ts';

/** What a session's client handed in of a repository's labels. */
export type LabelledRepository = Pick<RepositoryLabelled, 'root' | 'labels' | 'refused'>;

/** All that was handed in of repositories' labels in a person's session, in the order it came. */
export async function sessionLabels(
  { store, recordKeys }: Books,
  tenantId: string,
  { session, personId }: { readonly session: string; readonly personId: string },
): Promise<readonly LabelledRepository[]> {
  return store.inTenant(tenantId, async (db) => {
    const rows = await db
      .selectFrom('ledger_readable')
      .select(sealedColumns)
      .where('kind', '=', 'repository_labelled')
      .where('session', '=', session)
      .where('person_id', '=', personId)
      .orderBy('id')
      .execute();
    const opened = await openRows(db, { tenantId, recordKeys }, rows);
    return opened.flatMap(({ record }) => (record.kind === 'repository_labelled' ? [record] : []));
  });
}
