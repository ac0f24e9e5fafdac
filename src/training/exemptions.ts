import { type Actor, appendWithin } from '../ledger/index.ts';
import type { OfPerson } from './attempts.ts';
import { trainingError } from './errors.ts';
import type { TrainingParts } from './training-parts.ts';

/** The longest that somebody may send without their training: long enough for a night's incident and the next day. */
const mostExemptHours = 72;

export type NewExemption = OfPerson & {
  readonly hours: number;
  /** Why, in the words of whoever grants it; it stands in the ledger alone. */
  readonly reason: string;
  readonly actor: Actor;
};

/**
 * Lets a person send for some hours although their training is overdue. Every gateway knows it when this resolves.
 * @returns the instant until which it holds
 * @throws training_hours_invalid, training_reason_invalid
 */
export async function grantExemption(parts: TrainingParts, wanted: NewExemption): Promise<string> {
  const { tenantId, personId, hours, actor } = wanted;
  if (!Number.isInteger(hours) || hours < 1 || hours > mostExemptHours)
    throw trainingError('training_hours_invalid', { most: mostExemptHours });
  const reason = wanted.reason.trim();
  if (reason.length < 10 || reason.length > 500 || /\p{Cc}|\p{Cs}/u.test(reason))
    throw trainingError('training_reason_invalid');
  const now = parts.now();
  const until = new Date(now.getTime() + hours * 3_600_000);
  const id = parts.newId();
  await parts.store.inTenant(tenantId, async (db) => {
    await db
      .insertInto('training_exemption')
      .values({ tenant_id: tenantId, id, person_id: personId, granted_at: now, until })
      .execute();
    const common = { id: parts.newId(), tenantId, recordedAt: now.toISOString() };
    const granted = { exemptionId: id, personId, until: until.toISOString(), reason, actor };
    await appendWithin(db, parts.recordKeys, { kind: 'training_exempted', ...common, ...granted });
    await parts.announce(db, tenantId);
  });
  return until.toISOString();
}
