import { canonicalJson } from '../base/index.ts';
import { sealRecord, type SealedRecord, type SubjectKey } from './keys/seal-record.ts';
import type { ClientRecord } from './client-records.ts';
import type { ExchangeDeclared, LedgerRecord } from './records.ts';
import { partText } from './resent-part.ts';
import { retentionClassOf } from './retention-class.ts';

/** A record as the table holds it: sealed, beside the columns that queries filter by. */
export type LedgerRow = SealedRecord & {
  readonly tenantId: string;
  readonly id: string;
  readonly kind: string;
  readonly recordedAt: string;
  readonly class: string;
  readonly policyVersion: string;
  readonly subjectKeyId: string;
  readonly exchangeId: string;
  readonly workspaceId: string;
  readonly personId: string;
  readonly session: string;
  readonly verdict: string;
  readonly partKinds: string;
  readonly retention: string;
};

/** Turns a record into its row, sealed. An absent column is the empty string, which the writer stores as NULL. */
export function toRow(record: LedgerRecord, text: string, subject: SubjectKey): LedgerRow {
  const { tenantId, id, kind, recordedAt } = record;
  const names = {
    tenantId,
    id,
    kind,
    recordedAt,
    policyVersion: policyVersionOf(record),
    class: retentionClassOf(kind),
    retention: lifetimeOf(record),
  };
  return { ...columnsOf(record), ...sealRecord(subject, record, text), ...names, subjectKeyId: subject.id };
}

function policyVersionOf(record: LedgerRecord): string {
  if (record.kind === 'policy_in_force') return record.policyVersion;
  return record.kind === 'exchange_declared' ? (record.policy?.version ?? '') : '';
}

/** Whose record it is: a person's id or, where it concerns none, the tenant's. */
export function subjectOf(record: LedgerRecord): string {
  return columnsOf(record).personId || record.tenantId;
}

/** The canonical JSON of a record. */
export function textOf(record: LedgerRecord): string {
  return record.kind === 'exchange_declared' ? declarationText(record) : canonicalJson(record);
}

// Quotes inside a string are escaped, so this can only be the member itself, of the record and of nothing within it.
const noParts = '"parts":[]';

/*
 * The parts of a turn are nearly all those of the turn before, as the same objects: their texts are kept beside them.
 * The result is the canonical form of the whole, which a test holds it to.
 */
function declarationText(record: ExchangeDeclared): string {
  const frame = canonicalJson({ ...record, parts: [] });
  const at = frame.indexOf(noParts) + noParts.length - 1;
  return frame.slice(0, at) + record.parts.map(partText).join(',') + frame.slice(at);
}

function lifetimeOf(record: LedgerRecord): string {
  if (record.kind === 'content_captured') return record.until;
  return record.kind === 'exchange_declared' ? (record.policy?.retentionClass ?? '') : '';
}

type Columns = Pick<LedgerRow, 'exchangeId' | 'workspaceId' | 'personId' | 'session' | 'verdict' | 'partKinds'>;

const noColumns: Columns = { exchangeId: '', workspaceId: '', personId: '', session: '', verdict: '', partKinds: '' };

function columnsOf(record: LedgerRecord): Columns {
  switch (record.kind) {
    case 'exchange_declared':
      return {
        ...senderColumns(record),
        partKinds: `{${[...new Set([...record.parts, ...(record.counts ?? [])].map(({ kind }) => kind))].join(',')}}`,
      };
    case 'exchange_refused':
      return senderColumns(record);
    case 'exchange_finished':
    case 'exchange_abandoned':
      return { ...noColumns, exchangeId: record.exchangeId };
    case 'key_created':
      return { ...noColumns, workspaceId: record.workspaceId, personId: record.personId };
    case 'tool_result':
    case 'tool_decision':
    case 'retention_sweep':
    case 'telemetry_received':
    case 'repository_labelled':
    case 'hook_answered':
    case 'file_uploaded':
    case 'file_deleted':
    case 'content_captured':
      return workColumns(record);
    case 'client_signed_in':
      return { ...noColumns, workspaceId: record.workspaceId, personId: record.personId };
    case 'connection_opened':
    case 'connection_refused':
      return { ...noColumns, personId: 'personId' in record.source ? record.source.personId : '' };
    default:
      // A record of a person is found by it; what is left is the tenant's.
      return { ...noColumns, personId: 'personId' in record ? (record.personId ?? '') : '' };
  }
}

type OfWork = ClientRecord | Extract<LedgerRecord, { kind: 'file_uploaded' | 'file_deleted' | 'content_captured' }>;

function workColumns(record: OfWork): Columns {
  const { workspaceId = '', personId = '' } = record.sender ?? {};
  const session = 'client' in record ? record.client.sessionId : 'session' in record ? record.session : undefined;
  return { ...noColumns, workspaceId, personId, session: session ?? '' };
}

function senderColumns(record: Extract<LedgerRecord, { kind: 'exchange_declared' | 'exchange_refused' }>): Columns {
  const { workspaceId, personId } = record.sender;
  const session = record.client.sessionId ?? '';
  return { exchangeId: record.exchangeId, workspaceId, personId, session, verdict: record.verdict, partKinds: '' };
}
