import type { Scoped } from '../store/index.ts';
import { newestOfModules } from './attestations.ts';

/** What a gate asks of a person's training. Days are good to their end (UTC). */
export type PersonTraining = {
  /** The latest of all days; absent where nothing was recorded. */
  readonly trainingValidUntil?: string;
  /** By module, the day to the end of which it holds; absent where nothing was recorded. */
  readonly trainings?: Readonly<Record<string, string>>;
  /** The instant until which they may send although it is overdue. */
  readonly trainingExemptUntil?: string;
};

/** What holds of a person's training, inside a transaction. */
export async function trainingOf(db: Scoped, personId: string): Promise<PersonTraining> {
  const rows = await newestOfModules(db).where('person_id', '=', personId).execute();
  const exemption = await db
    .selectFrom('training_exemption')
    .select('until')
    .where('person_id', '=', personId)
    .orderBy('until', 'desc')
    .limit(1)
    .executeTakeFirst();
  const latest = rows
    .map((row) => row.valid_until)
    .toSorted()
    .at(-1);
  return {
    ...(latest === undefined
      ? {}
      : {
          trainingValidUntil: latest,
          trainings: Object.fromEntries(rows.map((row) => [row.module, row.valid_until])),
        }),
    ...(exemption ? { trainingExemptUntil: exemption.until.toISOString() } : {}),
  };
}
