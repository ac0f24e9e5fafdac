import { unsafeDestroyKeys, unsafeEraseRecords } from '../ledger/erasure.ts';
import type { ErasureGround, RetentionClass } from '../ledger/index.ts';
import type { Scoped } from '../store/index.ts';
import { attest } from './attest.ts';
import { retentionError } from './errors.ts';
import { endRunOutHolds } from './holds.ts';
import { keepSums } from './mirror/erased-sums.ts';
import { checkedStatement, lockRetention, type Retention, type Statement } from './retention.ts';
import { findEnds, findSelected, type Page, type SelectedRow, type Selection } from './selection.ts';

export type ErasureOrder = Statement & {
  readonly tenantId: string;
  readonly ground: ErasureGround;
  readonly selection: Selection;
  /** At most so many, those under a hold left out; without it all of them, and one hold refuses the whole order. */
  readonly batch?: Page;
  /** Asked inside the transaction, before anything is erased. It throws to refuse. */
  readonly confirm?: (db: Scoped) => Promise<void>;
};

export type Erased = {
  /** Absent where everything that was found is under a hold. */
  readonly tombstoneId?: string;
  readonly records: number;
  readonly byClass: Readonly<Partial<Record<RetentionClass, number>>>;
  readonly destroyedKeys: number;
  readonly rows: Readonly<Record<string, number>>;
  /** The last record of the batch, erased or held: the next batch begins after it. */
  readonly last: SelectedRow | undefined;
};

/**
 * The one way in which octroi erases what it holds: asks the holds, puts a tombstone into the ledger, takes keys, then
 * ciphertext, indexes and what else is known of a person, and keeps a signed certificate; all of it in one transaction.
 *
 * What vendors hold of it stays counted, by sums that name nobody. The database asks the holds again for each row. Nothing in the log changes: every older proof still verifies.
 * @returns undefined when there is nothing to erase
 * @throws retention_held, retention_records_in_clear, retention_statement_invalid, ledger_size_unknown when the log has
 *   not begun, and what `confirm` throws
 */
export async function erase(retention: Retention, order: ErasureOrder): Promise<Erased | undefined> {
  const { tenantId, selection } = order;
  const erased = await retention.store
    .inTenant(tenantId, (db) => eraseWithin(db, retention, { ...order, ...checkedStatement(order) }))
    .catch((fault: unknown) => {
      throw isHeld(fault) ? retentionError('retention_held', { holds: '–' }, fault) : fault;
    });
  if (selection.kind === 'person') retention.recordKeys.forget(tenantId, selection.personId);
  return erased;
}

async function eraseWithin(db: Scoped, retention: Retention, order: ErasureOrder): Promise<Erased | undefined> {
  const { tenantId, selection, batch } = order;
  await lockRetention(db, tenantId);
  await endRunOutHolds(db, retention, tenantId);
  await order.confirm?.(db);
  const found = await findSelected(db, selection, batch);
  const free = batch ? found.filter(({ holds }) => holds.length === 0) : found;
  const chosen = batch ? [...free, ...(await findEnds(db, free))] : free;
  const personId = selection.kind === 'person' ? selection.personId : undefined;
  await refuseHeld(db, chosen, personId);
  const rows = personId === undefined ? {} : await retention.personRows.count(db, personId);
  const nothing = { records: 0, byClass: {}, destroyedKeys: 0, rows, last: found.at(-1) };
  if (chosen.length === 0 && Object.keys(rows).length === 0) return found.length === 0 ? undefined : nothing;
  await refuseInClear(db);
  const keyIds = personId === undefined ? [] : await keysOf(db, personId);
  const tombstoneId = retention.newId();
  const { records, byClass } = await attest(db, retention, { order, tombstoneId, chosen, rows, keyIds });
  const ids = chosen.map(({ id }) => id);
  await keepSums(db, { books: retention, tenantId, ids });
  const count = await unsafeEraseRecords(db, { ids, tombstoneId });
  if (count !== ids.length) throw new Error(`erase: ${ids.length} records were selected, ${count} erased`);
  if (personId !== undefined) {
    await unsafeDestroyKeys(db, { subjectId: personId, tombstoneId });
    await retention.personRows.erase(db, { tenantId, personId, tombstoneId });
  }
  return { tombstoneId, records, byClass, destroyedKeys: keyIds.length, rows, last: found.at(-1) };
}

async function refuseHeld(db: Scoped, chosen: readonly SelectedRow[], personId: string | undefined): Promise<void> {
  const holds = new Set(chosen.flatMap((row) => row.holds));
  if (personId !== undefined) for (const id of await holdsOnPerson(db, personId)) holds.add(id);
  if (holds.size > 0) throw retentionError('retention_held', { holds: [...holds].toSorted().join(', ') });
}

/** Which holds keep what is known of a person beside the records. */
export async function holdsOnPerson(db: Scoped, personId: string): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('retention_hold')
    .select('id')
    .where('released_at', 'is', null)
    .where((where) =>
      where.or([
        where('scope_kind', '=', 'all'),
        where.and([where('scope_kind', '=', 'person'), where('scope_value', '=', personId)]),
        where.and([where('scope_kind', '=', 'class'), where('scope_value', '=', 'administration')]),
      ]),
    )
    .execute();
  return rows.map(({ id }) => id);
}

// Records of versions before the log are sealed at the next start: until then nobody could tell what of theirs is whose.
async function refuseInClear(db: Scoped): Promise<void> {
  const found = await db.selectFrom('ledger_record_in_clear').select('id').limit(1).executeTakeFirst();
  if (found) throw retentionError('retention_records_in_clear');
}

async function keysOf(db: Scoped, subjectId: string): Promise<readonly string[]> {
  const keys = db.selectFrom('ledger_subject_key').select('id').where('subject_id', '=', subjectId);
  return (await keys.where('wrapped', 'is not', null).execute()).map(({ id }) => id);
}

function isHeld(fault: unknown): boolean {
  return fault instanceof Error && 'code' in fault && fault.code === 'OCT01';
}
