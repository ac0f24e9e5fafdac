export { type AnchorEvent, Anchorer, type AnchorerOptions } from './anchor/anchorer.ts';
export { openTimeStamper, type TimeStamper } from './anchor/time-stamp.ts';
export { parseWitness, type Witness } from './anchor/witness.ts';
export type { ContentCaptured } from './capture-records.ts';
export type {
  ClientRecord,
  HookAnswered,
  HookEvent,
  RepositoryLabelled,
  RetentionSweep,
  TelemetryReceived,
  ToolDecision,
  ToolResult,
} from './client-records.ts';
export type {
  ChoiceFigures,
  CostFigures,
  EvaluationFigures,
  EvaluationOption,
  LossFigures,
  TornadoBar,
  ZdrDecided,
} from './evaluation-records.ts';
export type { WorkstationReported } from './device-records.ts';
export { closeAbandoned } from './close-abandoned.ts';
export { type LedgerErrorCode, ledgerErrorCodes, ledgerLogErrorCodes, ledgerProofErrorCodes } from './errors.ts';
export type { PlanProof, TokenUsage } from './exchange-facts.ts';
export type {
  ConnectionEnded,
  ConnectionOpened,
  ConnectionRefused,
  FlowRecord,
  FlowsSighted,
  InspectedRequest,
  RequestsInspected,
  HostUninspectable,
  InspectionAuthorityMade,
  FlowSource,
  Sighting,
} from './flow-records.ts';
export { countedOf, countedRecords } from './counted-records.ts';
export { exportRecords } from './export-records.ts';
export type { ExportFilter } from './page-records.ts';
export type { FileUploaded } from './vendor-records.ts';
export { appendWithin, type Ledger, openLedger, type Receipt } from './open-ledger.ts';
export { type Books, RecordKeys, type Sealer } from './keys/record-keys.ts';
export { type FollowedEntry, followLog, placeSince } from './log/follow-log.ts';
export { exportLog, type LogExport } from './log/export-log.ts';
export { exportVerifiable } from './log/export-verifiable.ts';
export { type HookedSessions, hookedSessions, type PlanProofs, planProofs } from './coverage.ts';
export { latestRecords } from './latest-records.ts';
export { type LogHead, logHead, proveConsistency, proveRecord } from './log/prove.ts';
export { type LogStretch, type ProvenSample, proveSample } from './log/prove-sample.ts';
export {
  findEntry,
  findTimeStamp,
  type KeptHead,
  listHeads,
  listRecords,
  type LogEntry,
  type RecordFilter,
  type RecordLine,
  signingKeysOf,
} from './log/read-log.ts';
export { signStatement } from './log/sign-statement.ts';
export { type LogEvent, Sequencer, type SequencerOptions } from './log/sequencer.ts';
export { type LogServer, startLogServer } from './log/serve-log.ts';
export type { ClientSessionEnd, SignedInBy, TrainingProof } from './person-records.ts';
export { openedRecordsOf } from './records-of-person.ts';
export { digestLines, keyedMark, type LineDigests } from './outputs/text-marks.ts';
export { endsOfExchanges } from './outputs/read-written.ts';
export { marksOf, type Written, type WrittenBy, type WrittenPassage } from './outputs/written-passage.ts';
export {
  type DeclaredFinding,
  type DeclaredPart,
  type FileSource,
  type LabelVolume,
  type PartCount,
  type PartKind,
  partKinds,
} from './parts.ts';
export { type FlowLine, type FlowsRead, readFlows } from './read-flows.ts';
export { type InspectedRead, readInspected } from './read-inspected.ts';
export { type Delivery, type SessionsRead, type SessionTraffic, sessionTraffic } from './session-traffic.ts';
export { readRecords } from './read-records.ts';
export { type Exchange, type ExchangeFilter, findExchange, listExchanges } from './read-exchanges.ts';
export {
  type Actor,
  type ClientFacts,
  type ExchangeDeclared,
  type ExchangeFinished,
  type ExchangeOutcome,
  type LedgerRecord,
  type RecordKind,
  recordKinds,
  type Sender,
} from './records.ts';
export { type RetentionClass, retentionClasses } from './retention-class.ts';
export type {
  AccessAnswered,
  ErasureGround,
  RecordsErased,
  RetentionRecord,
  RetentionScope,
} from './retention-records.ts';
export { resentPart } from './resent-part.ts';
export { sealRecordsInClear } from './seal-records-in-clear.ts';
export { type LabelledRepository, sessionLabels } from './session-labels.ts';
export { sessionFingerprints } from './session-fingerprints.ts';
export { shownPath } from './shown-path.ts';
export type { ControlsAssessed, EvidencePackMade } from './evidence-records.ts';
export { type VerdictDay, verdictsByDay } from './verdicts-by-day.ts';
export type { LostPassage, TermsAlarm, TermsWatched } from './terms-records.ts';
