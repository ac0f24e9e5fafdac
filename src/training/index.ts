export { attest } from './attest.ts';
export {
  type ListedAttestation,
  listAttestations,
  type NewAttestation,
  recordAttestation,
} from './attestations.ts';
export { type Attempt, attemptsLeft, beginAttempt, type OfPerson, submitAttempt, type Submitted } from './attempts.ts';
export { type TrainingErrorCode, trainingErrorCodes } from './errors.ts';
export { grantExemption } from './exemptions.ts';
export { courseFiles } from './export/cmi5.ts';
export { sendStatements, type Statement, statementOf, titlesOf } from './export/statements.ts';
export { noteModuleVersions } from './module-versions.ts';
export { findModule, trainingModules } from './modules/modules.ts';
export { type ReadModule, readModule } from './modules/read-module.ts';
export { leastPersons, type RefusedHere, refusedHere } from './refused-here.ts';
export {
  modulesAsked,
  type ModuleState,
  readTeam,
  remindersOf,
  standingOf,
  type TeamStanding,
} from './standing.ts';
export { trainingOf } from './training-of.ts';
export type { TrainingParts } from './training-parts.ts';
export type { TrainingRules } from './training-rules.ts';
