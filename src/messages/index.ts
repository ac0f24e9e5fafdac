export { type EvidenceCode, postureText } from './posture-text.ts';
export { catalogueText } from './catalogue-text.ts';
export { type CliKey, cliText } from './cli-text.ts';
export { endpointControl, endpointReason, endpointState } from './endpoint-text.ts';
export { evaluationInputText, evaluationText } from './evaluation-text.ts';
export { type ErrorText, errorText } from './error-text.ts';
export { findingKindText } from './finding-kind-text.ts';
export { hookText } from './hook-text.ts';
export { type Language, languageOf } from './language.ts';
export { noticeList, type NoticeListKey, noticeText, type NoticeTextKey } from './notice-text.ts';
export { packText, type PackTextKey } from './pack-text.ts';
export { type PageKey, pageText } from './page-text.ts';
export {
  type ModuleText,
  type QuestionText,
  trainingFrameText,
  type TrainingModuleId,
  trainingModuleText,
} from './training-text.ts';
export { typeset } from './typeset.ts';
