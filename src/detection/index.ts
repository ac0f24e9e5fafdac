export { allDetectors } from './all-detectors.ts';
export type { Detector, Examples, Source } from './detector.ts';
export { type DictionaryTerm, readTerms } from './dictionary/terms.ts';
export { isValueList, makeValueList, readValueList, type ValueList } from './dictionary/value-list.ts';
export { makeRuleset, type Ruleset } from './engine/ruleset.ts';
export { type ScanOptions, scan } from './engine/scan.ts';
export { type DetectionErrorCode, detectionErrorCodes } from './errors.ts';
export type { Finding, FindingClass, Span } from './finding.ts';
export { type ImportedRules, importGitleaksRules } from './gitleaks/imported-rules.ts';
export { textsIn, withoutLead, withTexts } from './reading/document-texts.ts';
export { redact, replacementsOf } from './redaction/redact.ts';
export { type ByteEdit, spliceBytes, toByteEdits } from './redaction/splice-json.ts';
export type { StandInKey } from './redaction/stand-in.ts';
export { type MeaningOf, type Restored, restoreMarked, StreamRestorer } from './restoration/restorer.ts';
export { buildRuleset, type RulesOptions } from './rules.ts';
export {
  builtInSources,
  type NamedText,
  type RefusedSource,
  type RuleSources,
  rulesetOf,
  SourceRefusal,
} from './rule-sources.ts';
