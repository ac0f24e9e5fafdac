import type { CaptureRecord } from './capture-records.ts';
import type { ClientRecord } from './client-records.ts';
import type { FlowRecord, FlowsSighted, InspectionAuthorityMade } from './flow-records.ts';
import type { DeviceRecord } from './device-records.ts';
import type { PersonRecord } from './person-records.ts';
import type { ZdrDecided } from './evaluation-records.ts';
import type { ControlsAssessed, EvidencePackMade, EvidencePackShared } from './evidence-records.ts';
import type { TermsWatched } from './terms-records.ts';
import type { PlanProof, TokenUsage } from './exchange-facts.ts';
import type { DeclaredPart, LabelVolume, PartCount } from './parts.ts';
import type { Written } from './outputs/written-passage.ts';
import type { VendorRecord } from './vendor-records.ts';
import type { RetentionRecord } from './retention-records.ts';

/** What every record says: which tenant, which record, when (UTC, ISO 8601). */
export type Common = {
  readonly id: string;
  readonly tenantId: string;
  readonly recordedAt: string;
  /**
   * Its workspace was under zero retention: it holds counts, codes and ids of octroi's own. Names, paths, fingerprints and
   * whatever else a client may fill in are not in it, so they are nowhere.
   */
  readonly isCountsOnly?: true;
};

/** Who sends an exchange and under which contract. */
export type Sender = {
  readonly workspaceId: string;
  readonly personId: string;
  readonly keyId: string;
  readonly contractId: string;
};

/** What the client says of itself. Nothing here is proof. */
export type ClientFacts = {
  readonly userAgent?: string;
  readonly sessionId?: string;
  readonly agentId?: string;
  readonly deviceId?: string;
  /**
   * How the managed settings it says it runs under compare to those it is served; absent where it says nothing. The
   * checksum itself is never kept: it can be tried against guesses.
   */
  readonly settings?: 'current' | 'earlier' | 'other';
};

export type ExchangeDeclared = Common & {
  readonly kind: 'exchange_declared';
  readonly exchangeId: string;
  /** The process that carries the exchange; tells an abandoned exchange from one that is still under way elsewhere. */
  readonly gatewayId: string;
  readonly sender: Sender;
  readonly client: ClientFacts;
  readonly request: {
    readonly wire: 'anthropic';
    readonly method: string;
    readonly path: string;
    readonly model?: string;
    readonly isStream: boolean;
    readonly bodyBytes: number;
    /** Bytes that leave beside the body: the query, and the headers that are passed on. */
    readonly queryBytes: number;
    readonly headerBytes: number;
    /** How long the body is that leaves, when redaction made it another. */
    readonly redactedBodyBytes?: number;
  };
  /** What was looked at: the version of the rules, and how many bytes nobody can read, such as pictures. */
  readonly inspection?: { readonly ruleset: string; readonly unscannedBytes: number };
  /**
   * By what it was decided: the version of the policy (its digest, without line feeds), the catalogue's version, and the
   * class its content falls in.
   */
  readonly policy?: {
    readonly version: string;
    readonly catalogueVersion: string;
    readonly retentionClass: string;
    /** What the request asked for beyond messages, for whoever decides it again. */
    readonly features?: readonly string[];
    /**
     * What was known of the sender: roles, the state of their training and the day it holds to. Absent in records made
     * before 2026-12, as are `models`: what was known then is not known now.
     */
    readonly person?: {
      readonly roles: readonly string[];
      readonly training: 'not_required' | 'current' | 'in_grace' | 'exempt' | 'overdue' | 'unknown';
      readonly trainingValidUntil?: string;
      /** By module, where there is any; absent in records made before modules were asked for one by one. */
      readonly trainings?: Readonly<Record<string, string>>;
      readonly trainingExemptUntil?: string;
    };
    /** The models it names beside `request.model`: advisors, fallbacks. */
    readonly models?: readonly string[];
  };
  readonly verdict: 'allow' | 'redact' | 'block';
  readonly reasons: readonly string[];
  readonly parts: readonly DeclaredPart[];
  /** How much of each label it carries; absent in what earlier versions recorded, and where nothing was decided. */
  readonly labels?: readonly LabelVolume[];
  /** In place of `parts`, where `isCountsOnly`. */
  readonly counts?: readonly PartCount[];
};

/** A request that was stopped before anything left. Only what was known by then is there. */
export type ExchangeRefused = Common & {
  readonly kind: 'exchange_refused';
  readonly exchangeId: string;
  readonly sender: Sender;
  readonly client: ClientFacts;
  readonly request: { readonly wire: 'anthropic'; readonly method: string; readonly path: string };
  readonly verdict: 'block';
  readonly reasons: readonly string[];
};

export type ExchangeOutcome =
  | 'answered'
  | 'client_left'
  | 'upstream_unreachable'
  | 'upstream_broke_off'
  | 'upstream_timed_out'
  | 'organization_mismatch'
  /** Declared, and then not sent: `reason` says why. */
  | 'not_sent';

export type ExchangeFinished = Common & {
  readonly kind: 'exchange_finished';
  readonly exchangeId: string;
  /** The record whose durable receipt let the exchange leave. */
  readonly declaredBy: string;
  readonly outcome: ExchangeOutcome;
  readonly reason?: string;
  readonly status?: number;
  readonly requestId?: string;
  /** The organisation that the vendor says has answered. */
  readonly organizationId?: string;
  readonly model?: string;
  readonly stopReason?: string;
  readonly usage?: TokenUsage;
  readonly answerBytes: number;
  /** Under which plan it left, and by what evidence that is known. */
  readonly plan?: PlanProof;
  /** How many values were put back into the answer for the client; absent when nothing had been redacted. */
  readonly restoredValues?: number;
  /** What the model wrote, in keyed marks; absent where it wrote nothing, and in records made before 2026-12. */
  readonly written?: Written;
  readonly durationMs: number;
};

/** Closes an exchange whose process ended between its declaration and its end: what came back is not known. */
export type ExchangeAbandoned = Common & {
  readonly kind: 'exchange_abandoned';
  readonly exchangeId: string;
  readonly declaredBy: string;
};

export type KeyCreated = Common & {
  readonly kind: 'key_created';
  readonly keyId: string;
  readonly personId: string;
  readonly workspaceId: string;
  readonly expiresAt: string;
  readonly actor: Actor;
};

export type KeyRevoked = Common & { readonly kind: 'key_revoked'; readonly keyId: string; readonly actor: Actor };

export type ContractAdded = Common & {
  readonly kind: 'contract_added';
  readonly contractId: string;
  readonly vendor: string;
  readonly plan: string;
  readonly upstreamUrl: string;
  readonly organizationId?: string;
  readonly actor: Actor;
};

export type ContractStopped = Common & {
  readonly kind: 'contract_stopped';
  readonly contractId: string;
  readonly reason: 'organization_mismatch';
  readonly expectedOrganizationId: string;
  readonly answeredOrganizationId: string;
  readonly exchangeId: string;
};

export type ContractResumed = Common & {
  readonly kind: 'contract_resumed';
  readonly contractId: string;
  readonly actor: Actor;
};

/** A version of the policy comes into force on this installation: at a start, or when its files change. */
export type PolicyInForce = Common & {
  readonly kind: 'policy_in_force';
  readonly policyVersion: string;
  readonly catalogueVersion: string;
  readonly source: 'built_in' | 'folder';
  readonly files: readonly { readonly name: string; readonly digest: string }[];
};

/**
 * Where an act came from. `console`: a session of the one-time link, which belongs to nobody; a person's own session at
 * the console names the person.
 */
export type Actor = 'command_line' | 'console' | 'identity_provider' | { readonly personId: string };

/** Every kind of record there is. A new kind is a new member here, and nothing else enters the ledger. */
export type LedgerRecord =
  | ExchangeDeclared
  | ExchangeRefused
  | ExchangeFinished
  | ExchangeAbandoned
  | KeyCreated
  | KeyRevoked
  | ContractAdded
  | ContractStopped
  | ContractResumed
  | PolicyInForce
  | TermsWatched
  | ZdrDecided
  | EvidencePackMade
  | EvidencePackShared
  | ControlsAssessed
  | PersonRecord
  | VendorRecord
  | CaptureRecord
  | ClientRecord
  | DeviceRecord
  | FlowRecord
  | FlowsSighted
  | InspectionAuthorityMade
  | RetentionRecord;

export type RecordKind = LedgerRecord['kind'];

export const recordKinds = [
  'exchange_declared',
  'exchange_refused',
  'exchange_finished',
  'exchange_abandoned',
  'key_created',
  'key_revoked',
  'contract_added',
  'contract_stopped',
  'contract_resumed',
  'policy_in_force',
  'terms_watched',
  'zdr_decided',
  'evidence_pack_made',
  'evidence_pack_shared',
  'controls_assessed',
  'file_uploaded',
  'file_deleted',
  'files_reconciled',
  'compliance_key_set',
  'chat_deleted',
  'capture_requested',
  'capture_approved',
  'capture_ended',
  'content_captured',
  'console_signed_in',
  'person_invited',
  'person_disabled',
  'person_enabled',
  'role_granted',
  'role_revoked',
  'training_attested',
  'training_exempted',
  'account_secured',
  'client_signed_in',
  'client_signed_out',
  'dual_control_requested',
  'dual_control_decided',
  'person_revealed',
  'tool_result',
  'tool_decision',
  'retention_sweep',
  'telemetry_received',
  'hook_answered',
  'repository_labelled',
  'connection_opened',
  'connection_refused',
  'connection_ended',
  'requests_inspected',
  'host_uninspectable',
  'inspection_authority_made',
  'flows_sighted',
  'device_invited',
  'device_enrolled',
  'device_revoked',
  'workstation_reported',
  'hold_placed',
  'hold_released',
  'conversation_deleted',
  'records_erased',
  'access_answered',
] as const satisfies readonly RecordKind[];
