import { openCatalogue, shippedData } from '../../src/catalogue/index.ts';
import { answerQuestions, type AskedQuestion } from '../../src/training/questions/draw-questions.ts';
import { announceChange, createKey, ensureTenant, resolvePerson, type Tenancy } from '../../src/tenancy/index.ts';
import { beginAttempt, findModule, submitAttempt, type TrainingRules } from '../../src/training/index.ts';
import type { TrainingParts } from '../../src/training/index.ts';

export const catalogue = openCatalogue(shippedData);

/** What octroi's own policy says, where training is required. */
export const usualRules: TrainingRules = {
  catalogue,
  isRequired: true,
  modules: ['commercial-or-consumer', 'what-leaves-with-a-prompt'],
  passPercent: 75,
  attemptsPerDay: 3,
  validMonths: 12,
  graceDays: 14,
};

export type Learner = { readonly parts: TrainingParts; readonly tenantId: string; readonly personId: string };

/** A person of a tenant of that name. */
export async function addLearner(tenancy: Tenancy, tenantName = 'tenant', personName = 'Ada'): Promise<Learner> {
  const { id: tenantId } = await ensureTenant(tenancy, tenantName);
  const key = { personName, workspaceName: 'w', language: 'en', validDays: 1, actor: 'console' } as const;
  await createKey(tenancy, { tenantId, ...key });
  const personId = await resolvePerson(tenancy, { tenantId, person: personName });
  return { parts: { ...tenancy, announce: announceChange }, tenantId, personId };
}

/** The answers to an attempt's questions, right ones up to so many. */
export async function answersOf(
  { parts, tenantId }: Learner,
  attempt: { readonly id: string; readonly questions: readonly AskedQuestion[] },
  right = attempt.questions.length,
): Promise<Record<string, number>> {
  const row = await parts.store.inTenant(tenantId, (db) =>
    db.selectFrom('training_attempt').selectAll().where('id', '=', attempt.id).executeTakeFirstOrThrow(),
  );
  const module = findModule(row.module);
  if (!module) throw new Error(row.module);
  const teaching = { catalogue, on: parts.now() };
  const drawn = { module, language: 'en', teaching, seed: row.seed, ids: row.questions } as const;
  return Object.fromEntries(
    answerQuestions(drawn, {}).map((question, index) => [
      question.id,
      index < right ? question.right : (question.right + 1) % question.answers.length,
    ]),
  );
}

/** Passes a module's questions. @returns the attempt's id */
export async function passModule(learner: Learner, module: string, rules: TrainingRules = usualRules): Promise<string> {
  const { parts, tenantId, personId } = learner;
  const attempt = await beginAttempt(parts, rules, { tenantId, personId, module, language: 'en' });
  const given = await answersOf(learner, attempt);
  await submitAttempt(parts, rules, { tenantId, personId, attemptId: attempt.id, language: 'en', given });
  return attempt.id;
}
