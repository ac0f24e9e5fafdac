export { type AnchorEvent, Anchorer, type AnchorerOptions } from './anchor/anchorer.ts';
export { openTimeStamper, type TimeStamper } from './anchor/time-stamp.ts';
export { parseWitness, type Witness } from './anchor/witness.ts';
export type {
  ClientRecord,
  HookAnswered,
  HookEvent,
  RetentionSweep,
  TelemetryReceived,
  ToolDecision,
  ToolResult,
} from './client-records.ts';
export { closeAbandoned } from './close-abandoned.ts';
export { type LedgerErrorCode, ledgerErrorCodes, ledgerLogErrorCodes, ledgerProofErrorCodes } from './errors.ts';
export { type ExportFilter, exportRecords } from './export-records.ts';
export { appendWithin, type Ledger, openLedger, type Receipt } from './open-ledger.ts';
export { type Books, RecordKeys, type Sealer } from './keys/record-keys.ts';
export { exportLog, type LogExport } from './log/export-log.ts';
export { exportVerifiable } from './log/export-verifiable.ts';
export { type LogHead, logHead, proveConsistency, proveRecord } from './log/prove.ts';
export { type LogEvent, Sequencer, type SequencerOptions } from './log/sequencer.ts';
export { type LogServer, startLogServer } from './log/serve-log.ts';
export { type DeclaredFinding, type DeclaredPart, type FileSource, type PartKind, partKinds } from './parts.ts';
export { openedRecordsOf } from './person-records.ts';
export { type Exchange, type ExchangeFilter, findExchange, listExchanges } from './read-exchanges.ts';
export {
  type Actor,
  type ClientFacts,
  type ClientSessionEnd,
  type ExchangeDeclared,
  type ExchangeFinished,
  type ExchangeOutcome,
  type LedgerRecord,
  type PlanProof,
  type RecordKind,
  recordKinds,
  type Sender,
  type SignedInBy,
  type TokenUsage,
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
export { sessionFingerprints } from './session-fingerprints.ts';
