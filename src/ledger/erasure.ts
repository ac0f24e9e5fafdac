import { sql } from 'kysely';
import type { Scoped } from '../store/index.ts';

/*
 * What takes records away. This file is no part of the room's door: the wall test lets `retention` alone in here, whose one
 * primitive asks the holds. The database asks them once more, row by row.
 */

/** A set of records and the tombstone that speaks of them. */
export type Erasing = { readonly ids: readonly string[]; readonly tombstoneId: string };

/**
 * Takes key, ciphertext and everything they are found by from these records. What their leaves say stays.
 * @throws the database's OCT01 when one of them is under a hold, 42501 without a tombstone in the ledger
 */
export async function unsafeEraseRecords(db: Scoped, { ids, tombstoneId }: Erasing): Promise<number> {
  const { rows } = await sql<{
    erased: number;
  }>`select ledger_erase_records(${ids}::uuid[], ${tombstoneId}) as erased`.execute(db);
  return rows[0]?.erased ?? 0;
}

/**
 * Destroys the keys of a person: nothing that was sealed under them opens again, in whatever copy.
 * @returns the ids of the keys that were destroyed
 * @throws the database's OCT01 under a hold, 42501 without a tombstone in the ledger
 */
export async function unsafeDestroyKeys(
  db: Scoped,
  { subjectId, tombstoneId }: { readonly subjectId: string; readonly tombstoneId: string },
): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`select ledger_destroy_keys(${subjectId}, ${tombstoneId}) as id`.execute(
    db,
  );
  return rows.map(({ id }) => id);
}

/** Hides what is recorded of a conversation by now from everything that reads. @returns how many records that were */
export async function hideConversation(db: Scoped, session: string, at: Date): Promise<number> {
  const { rows } = await sql<{
    hidden: number;
  }>`select ledger_hide_conversation(${session}, ${at}) as hidden`.execute(db);
  return rows[0]?.hidden ?? 0;
}

/** The tables that an erasure leaves dead rows in. */
export const erasedLedgerTables = ['ledger_record', 'ledger_subject_key'] as const;
