/*
 * What the console is told of trainings. Types only, as in contract.ts. Days are days in UTC, good to their end.
 *
 * GET  /api/my/trainings                       → MyTrainingsView
 * GET  /api/my/trainings/:module               → ModuleView         (404)
 * POST /api/my/trainings/:module/attempts      → AttemptView        (404; 429 spent)
 * POST /api/my/attempts/:id         AnswersForm → ScoredView        (404; 409 over, or the module has changed)
 * POST /api/my/attempts/:id/attest  AttestForm  → AttestedView      (404; 409)
 * GET  /api/trainings                          → TeamView
 * GET  /api/trainings.csv                      → the same as a table
 * POST /api/trainings/exemptions    ExemptionForm → ExemptionView   (404; 422)
 */

/** `expiring`: it holds, and is to be renewed within 30 days. */
export type ModuleStateName = 'valid' | 'expiring' | 'expired' | 'missing';

/** What the gate says of the reader, over all modules that are asked for. */
export type TrainingStateName = 'not_required' | 'current' | 'in_grace' | 'exempt' | 'overdue';

export type ModuleLineView = {
  readonly id: string;
  readonly title: string;
  readonly state: ModuleStateName;
  readonly validUntil: string | null;
  /** Whether it must hold for one to send. */
  readonly isRequired: boolean;
  /** Null for a module that octroi does not give, and that is recorded when it was taken elsewhere. */
  readonly given: { readonly summary: string; readonly minutes: number; readonly attemptsLeft: number } | null;
};

export type MyTrainingsView = {
  readonly state: TrainingStateName;
  readonly graceDays: number;
  readonly exemptUntil: string | null;
  readonly modules: readonly ModuleLineView[];
};

export type ModuleView = {
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  readonly minutes: number;
  readonly version: string;
  readonly sections: readonly {
    readonly title: string;
    readonly paragraphs: readonly {
      readonly text: string;
      readonly sources: readonly { readonly key: string; readonly url: string; readonly datedOn: string }[];
    }[];
  }[];
  readonly withdrawn: number;
  readonly statement: string;
  readonly attemptsLeft: number;
};

export type QuestionView = { readonly id: string; readonly text: string; readonly answers: readonly string[] };

/** Which answers are right is not in it. */
export type AttemptView = {
  readonly id: string;
  readonly questions: readonly QuestionView[];
  readonly needed: number;
};

/** By question, which of its answers, counted from 0. */
export type AnswersForm = { readonly given: Readonly<Record<string, number>> };

export type ScoredView = {
  readonly right: number;
  readonly needed: number;
  readonly isPassed: boolean;
  readonly questions: readonly (QuestionView & {
    readonly given: number | null;
    readonly right: number;
    readonly why: string;
  })[];
};

/** The statement as it was read. */
export type AttestForm = { readonly statement: string };

export type AttestedView = { readonly validUntil: string };

/** Persons appear by pseudonym, in the order of these; there is no score to compare them by. */
export type TeamView = {
  readonly isRequired: boolean;
  readonly modules: readonly { readonly id: string; readonly title: string }[];
  readonly people: readonly {
    readonly personId: string;
    readonly pseudonym: string;
    readonly modules: readonly {
      readonly module: string;
      readonly state: ModuleStateName;
      readonly validUntil: string | null;
    }[];
    readonly exemptUntil: string | null;
  }[];
};

/** `person`: a name, a pseudonym or an id. */
export type ExemptionForm = { readonly person: string; readonly hours: number; readonly reason: string };

export type ExemptionView = { readonly until: string };
