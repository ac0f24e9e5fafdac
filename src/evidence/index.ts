export {
  type BlindSession,
  type CrossCheck,
  crossCheck,
  type UntoldSession,
  type WayAround,
} from './cross-check.ts';
export { assessments, type ControlHistory, historyOf, recordAssessment } from './history.ts';
export { type AssessedControl, type Control, type ControlId, type ControlState, type Evidence } from './control.ts';
export type { ContractInUse } from './controls/contracts.ts';
export { type Posture, type PostureQuestion, lastAlarms, readPosture } from './read-posture.ts';
export { type ToldByOthers } from './told-by-others.ts';
export { type BreachFile, breachFile } from './breach/breach-file.ts';
export { cisoLibrary } from './grc/ciso-library.ts';
export { pushLibrary } from './grc/push-library.ts';
export { noticeFile, type NoticeFormat, noticeFormats } from './notice-file.ts';
export { evidenceErrorCodes, type EvidenceErrorCode } from './errors.ts';
export {
  checkPeriod,
  type EventRange,
  gather,
  type MadePack,
  makePack,
  packOf,
  type PackParts,
} from './pack/make-pack.ts';
export type { PackWish, Period } from './pack/material.ts';
export { type Contested, dossierFiles, type DossierRecord } from './dossier/dossier-files.ts';
