export { allDetectors } from './all-detectors.ts';
export type { Detector, Examples, Source } from './detector.ts';
export { type DictionaryTerm, readTerms } from './dictionary/terms.ts';
export { isValueList, makeValueList, readValueList, type ValueList } from './dictionary/value-list.ts';
export { makeRuleset, type Ruleset } from './engine/ruleset.ts';
export { type ScanOptions, scan } from './engine/scan.ts';
export { type DetectionErrorCode, detectionErrorCodes } from './errors.ts';
export type { Finding, FindingClass, Span } from './finding.ts';
export { type ImportedRules, importGitleaksRules } from './gitleaks/imported-rules.ts';
export {
  type KnownStandIns,
  type Redaction,
  type Replacement,
  type RedactOptions,
  redact,
} from './redaction/redact.ts';
export { type ByteEdit, spliceBytes, type TextEdit, toByteEdits } from './redaction/splice-json.ts';
export { kindPattern, maxStandInLength } from './redaction/stand-in.ts';
export { type MeaningOf, restore, StreamRestorer, type Writing } from './restoration/restorer.ts';
export { buildRuleset, type RulesOptions } from './rules.ts';
