import type { Language } from '../messages/index.ts';
import { attestWithin } from './attestations.ts';
import { knownModule, type OfPerson, ownAttempt } from './attempts.ts';
import { trainingError } from './errors.ts';
import { moduleVersion, readModule, statementVersion } from './modules/read-module.ts';
import type { TrainingParts } from './training-parts.ts';
import type { TrainingRules } from './training-rules.ts';

export type Attesting = OfPerson & {
  readonly attemptId: string;
  readonly language: Language;
  /** The statement as the person read it. */
  readonly statement: string;
};

/**
 * A person declares that they have taken a module, in the words they were shown: those stand in the record. It holds for
 * the months that the policy says, from an attempt that passed, of the module as it is today.
 * @returns the day to the end of which it holds
 * @throws training_attempt_unknown, training_attempt_not_passed, training_attempt_over, training_module_changed,
 *   training_statement_other
 */
export async function attest(parts: TrainingParts, rules: TrainingRules, attesting: Attesting): Promise<string> {
  const { tenantId, personId, language, statement } = attesting;
  const now = parts.now();
  const teaching = { catalogue: rules.catalogue, on: now };
  return parts.store.inTenant(tenantId, async (db) => {
    const attempt = await ownAttempt(db, personId, attesting.attemptId);
    if (attempt.right_answers === null || attempt.right_answers < attempt.needed)
      throw trainingError('training_attempt_not_passed');
    const module = knownModule(attempt.module);
    const version = moduleVersion(module, teaching);
    if (version !== attempt.version) throw trainingError('training_module_changed');
    if (readModule(module, language, teaching).statement !== statement) throw trainingError('training_statement_other');
    const used = db.selectFrom('training_attestation').select('id').where('attempt_id', '=', attempt.id);
    if (await used.executeTakeFirst()) throw trainingError('training_attempt_over');
    const validUntil = monthsAfter(now, rules.validMonths);
    const { id: attemptId, seed, needed, questions } = attempt;
    const tried = { attemptId, seed, questions, needed };
    const proof = { version, language, statement, statementVersion: statementVersion(), ...tried };
    await attestWithin(parts, db, {
      tenantId,
      personId,
      module: module.id,
      validUntil,
      proof,
      actor: { personId },
    });
    return validUntil;
  });
}

// The same day of the month, or the last there is.
function monthsAfter(now: Date, months: number): string {
  const month = now.getUTCMonth() + months;
  const last = new Date(Date.UTC(now.getUTCFullYear(), month + 1, 0)).getUTCDate();
  const day = Math.min(now.getUTCDate(), last);
  return new Date(Date.UTC(now.getUTCFullYear(), month, day)).toISOString().slice(0, 10);
}
