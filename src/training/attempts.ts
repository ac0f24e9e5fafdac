import { randomBytes } from 'node:crypto';
import { anyUuid } from '../base/index.ts';
import type { Language } from '../messages/index.ts';
import type { Scoped } from '../store/index.ts';
import { sql } from 'kysely';
import { trainingError } from './errors.ts';
import { findModule, type TrainingModule } from './modules/modules.ts';
import { moduleVersion } from './modules/read-module.ts';
import {
  answerQuestions,
  type AnsweredQuestion,
  type AskedQuestion,
  askQuestions,
  drawQuestions,
} from './questions/draw-questions.ts';
import type { TrainingParts } from './training-parts.ts';
import type { TrainingRules } from './training-rules.ts';

export type OfPerson = { readonly tenantId: string; readonly personId: string };

export type WantedAttempt = OfPerson & {
  readonly module: string;
  readonly language: Language;
  /** What questions should be about first. */
  readonly topics?: readonly string[];
};

export type Attempt = {
  readonly id: string;
  readonly questions: readonly AskedQuestion[];
  /** How many right answers pass. */
  readonly needed: number;
};

const attemptPeriodMs = 24 * 60 * 60_000;

/**
 * Begins an attempt at a module's questions; one that is open already is gone on with, with the same questions, so that
 * nobody looks for easier ones. Those that were handed in count towards the limit.
 * @throws training_module_unknown, training_attempts_spent
 */
export async function beginAttempt(
  parts: TrainingParts,
  rules: TrainingRules,
  wanted: WantedAttempt,
): Promise<Attempt> {
  const { tenantId, personId, language } = wanted;
  const module = knownModule(wanted.module);
  const teaching = { catalogue: rules.catalogue, on: parts.now() };
  const version = moduleVersion(module, teaching);
  return parts.store.inTenant(tenantId, async (db) => {
    await oneAtATime(db, personId);
    const begun = await attemptsSince(db, { personId, module, since: periodBefore(teaching.on) });
    const open = begun.find((attempt) => attempt.submitted_at === null && attempt.version === version);
    if (!open && begun.filter(isHandedIn).length >= rules.attemptsPerDay)
      throw trainingError('training_attempts_spent', { attempts: rules.attemptsPerDay });
    const attempt = open ?? (await addAttempt(parts, db, { ...wanted, module, version, rules }));
    const drawn = { module, language, teaching, seed: attempt.seed, ids: attempt.questions };
    return { id: attempt.id, questions: askQuestions(drawn), needed: attempt.needed };
  });
}

export type Submitted = {
  readonly right: number;
  readonly needed: number;
  readonly isPassed: boolean;
  readonly questions: readonly AnsweredQuestion[];
};

export type Answers = OfPerson & {
  readonly attemptId: string;
  readonly language: Language;
  /** By question, which of its answers; what is not answered is wrong. */
  readonly given: Readonly<Record<string, number>>;
};

/**
 * Scores an attempt, once: only then is told what would have been right.
 * @throws training_attempt_unknown, training_attempt_over, training_module_changed
 */
export async function submitAttempt(parts: TrainingParts, rules: TrainingRules, answers: Answers): Promise<Submitted> {
  const { tenantId, personId, language, given } = answers;
  const now = parts.now();
  const teaching = { catalogue: rules.catalogue, on: now };
  return parts.store.inTenant(tenantId, async (db) => {
    const attempt = await ownAttempt(db, personId, answers.attemptId);
    if (attempt.submitted_at !== null) throw trainingError('training_attempt_over');
    const module = knownModule(attempt.module);
    if (moduleVersion(module, teaching) !== attempt.version) throw trainingError('training_module_changed');
    const drawn = { module, language, teaching, seed: attempt.seed, ids: attempt.questions };
    const questions = answerQuestions(drawn, given);
    const right = questions.filter((question) => question.given === question.right).length;
    const { numUpdatedRows } = await db
      .updateTable('training_attempt')
      .set({ submitted_at: now, right_answers: right })
      .where('id', '=', attempt.id)
      .where('submitted_at', 'is', null)
      .executeTakeFirst();
    if (numUpdatedRows !== 1n) throw trainingError('training_attempt_over');
    return { right, needed: attempt.needed, isPassed: right >= attempt.needed, questions };
  });
}

/** An attempt of this person's. @throws training_attempt_unknown */
export async function ownAttempt(db: Scoped, personId: string, attemptId: string) {
  const attempt = await db
    .selectFrom('training_attempt')
    .selectAll()
    .where('id', '=', anyUuid(attemptId))
    .where('person_id', '=', personId)
    .executeTakeFirst();
  if (!attempt) throw trainingError('training_attempt_unknown');
  return attempt;
}

/** A module that octroi gives. @throws training_module_unknown */
export function knownModule(id: string): TrainingModule {
  const module = findModule(id);
  if (!module) throw trainingError('training_module_unknown', { module: id.slice(0, 64) });
  return module;
}

function periodBefore(now: Date): Date {
  return new Date(now.getTime() - attemptPeriodMs);
}

/** What a person began of a module after an instant, the newest first. */
async function attemptsSince(
  db: Scoped,
  { personId, module, since }: { readonly personId: string; readonly module: TrainingModule; readonly since: Date },
) {
  return db
    .selectFrom('training_attempt')
    .selectAll()
    .where('person_id', '=', personId)
    .where('module', '=', module.id)
    .where('started_at', '>', since)
    .orderBy('started_at', 'desc')
    .execute();
}

/** How often a person may still begin a module within these 24 hours. */
export async function attemptsLeft(
  parts: TrainingParts,
  rules: TrainingRules,
  { tenantId, personId, module }: OfPerson & { readonly module: string },
): Promise<number> {
  const asked = { personId, module: knownModule(module), since: periodBefore(parts.now()) };
  const begun = await parts.store.inTenant(tenantId, (db) => attemptsSince(db, asked));
  return Math.max(0, rules.attemptsPerDay - begun.filter(isHandedIn).length);
}

function isHandedIn({ submitted_at: at }: { readonly submitted_at: Date | null }): boolean {
  return at !== null;
}

type NewAttempt = Omit<WantedAttempt, 'module'> & {
  readonly module: TrainingModule;
  readonly version: string;
  readonly rules: TrainingRules;
};

async function addAttempt(parts: TrainingParts, db: Scoped, wanted: NewAttempt) {
  const { tenantId, personId, module, version, language, rules, topics = [] } = wanted;
  const seed = randomBytes(16).toString('hex');
  const now = parts.now();
  const questions = drawQuestions(module, { catalogue: rules.catalogue, on: now }, { seed, topics });
  // With nothing left to ask nobody passes: an attempt without questions would open the gate.
  const needed = Math.max(1, Math.ceil((questions.length * rules.passPercent) / 100));
  const attempt = { id: parts.newId(), module: module.id, version, language, seed, questions: [...questions], needed };
  await db
    .insertInto('training_attempt')
    .values({
      tenant_id: tenantId,
      person_id: personId,
      ...attempt,
      started_at: now,
      submitted_at: null,
      right_answers: null,
    })
    .execute();
  return attempt;
}

// Two tabs that begin at once begin one attempt.
async function oneAtATime(db: Scoped, personId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`training ${personId}`}, 0))`.execute(db);
}
