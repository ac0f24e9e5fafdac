import type { ExchangeFinished, HookAnswered, LedgerRecord, RetentionSweep } from '../../ledger/index.ts';
import { person, surfaceOf } from './actors.ts';
import type { ComplianceParts, OcsfEvent, Resource } from './event.ts';
import { complianceFinding, type EventContext, type FindingActivity, type Severity } from './make-event.ts';
import { newFinding, resolvedFinding } from './outcomes.ts';

type Stopped = Extract<LedgerRecord, { kind: 'contract_stopped' }>;
type Resumed = Extract<LedgerRecord, { kind: 'contract_resumed' }>;
type Watched = Extract<LedgerRecord, { kind: 'terms_watched' }>;
type InForce = Extract<LedgerRecord, { kind: 'policy_in_force' }>;

export function contractStopped(context: EventContext, record: Stopped): readonly OcsfEvent[] {
  const { contractId, reason, expectedOrganizationId, answeredOrganizationId, exchangeId } = record;
  const parts = {
    ...newFinding,
    ...judged(context, { uid: contractFinding(contractId), control: 'contract_organization', state: 'fail', reason }),
    resources: [resource('contract', contractId)],
    unmapped: {
      expected_organization_uid: expectedOrganizationId,
      answered_organization_uid: answeredOrganizationId,
    },
  };
  return [finding(context, { activity: 1, severity: 4, message: reason, correlation: exchangeId }, parts)];
}

/** The finding that the stop opened is closed. */
export function contractResumed(context: EventContext, { contractId, actor }: Resumed): readonly OcsfEvent[] {
  const parts = {
    ...resolvedFinding,
    ...judged(context, { uid: contractFinding(contractId), control: 'contract_organization', state: 'pass' }),
    resources: [resource('contract', contractId)],
    unmapped: {
      resumed_from: surfaceOf(actor),
      resumed_by: typeof actor === 'string' ? undefined : actor.personId,
    },
  };
  return [finding(context, { activity: 3, severity: 1, message: surfaceOf(actor) }, parts)];
}

export function policyInForce(context: EventContext, record: InForce): readonly OcsfEvent[] {
  const { policyVersion, catalogueVersion, source, files } = record;
  const parts = {
    ...newFinding,
    ...judged(context, { uid: `policy:${policyVersion}`, control: 'policy_in_force', state: 'pass', reason: source }),
    resources: files.map(({ name, digest }) => ({ type: 'policy_file', name, uid: digest })),
    unmapped: { policy_version: policyVersion, catalogue_version: catalogueVersion },
  };
  return [finding(context, { activity: 2, severity: 1, message: source }, parts)];
}

/** The catalogue's facts against the vendors' terms of today: one finding, open while a passage is gone. */
export function termsWatched(context: EventContext, record: Watched): readonly OcsfEvent[] {
  const { catalogueVersion, fault, alarms } = record;
  const stale = alarms.filter(({ state }) => state === 'stale').map(({ fact }) => fact);
  const isBorneOut = fault === undefined && stale.length === 0;
  const reason = fault ?? (isBorneOut ? 'terms_borne_out' : 'terms_stale');
  const parts = {
    ...(isBorneOut ? resolvedFinding : newFinding),
    ...judged(context, { uid: 'terms', control: 'terms_watched', state: isBorneOut ? 'pass' : 'fail', reason }),
    resources: stale.map((fact) => resource('catalogue_fact', fact)),
    unmapped: { catalogue_version: catalogueVersion },
  };
  return [finding(context, { activity: 2, severity: isBorneOut ? 1 : 4, message: reason }, parts)];
}

/** An exchange that left under a plan the catalogue does not know: one finding; none where the plan is known. */
export function planFinding(context: EventContext, { plan, exchangeId }: ExchangeFinished): readonly OcsfEvent[] {
  if (plan?.proof !== 'unknown') return [];
  const name = `${plan.vendor}/${plan.plan}`;
  const parts = {
    ...newFinding,
    ...judged(context, { uid: `plan:${name}`, control: 'plan_known', state: 'warning', reason: 'plan_unknown' }),
    resources: [resource('plan', name)],
  };
  return [
    finding(context, { activity: 2, severity: 3, message: `plan_unknown ${name}`, correlation: exchangeId }, parts),
  ];
}

/** A client deleted its local traces, or says why it did not. */
export function localTraces(context: EventContext, record: RetentionSweep): readonly OcsfEvent[] {
  const { result, skipReason, errors = 0, sender, client } = record;
  const isDone = skipReason === undefined && errors === 0;
  const uid = `local_traces:${client.deviceId ?? sender.personId}`;
  const reason = skipReason ?? result;
  const parts = {
    ...(isDone ? resolvedFinding : newFinding),
    ...judged(context, { uid, control: 'local_traces_deleted', state: isDone ? 'pass' : 'warning', reason }),
    resources: [
      { type: 'workstation', uid: client.deviceId ?? 'unknown', owner: person(context.names, sender.personId) },
    ],
    unmapped: {
      period_days: record.periodDays,
      is_default_period: record.isDefaultPeriod,
      transcripts_deleted: record.transcriptsDeleted,
      files_past_cutoff: record.filesPastCutoff,
      errors: record.errors,
    },
  };
  return [finding(context, { activity: 2, severity: isDone ? 1 : 2, message: reason }, parts)];
}

/** A hook that could make no decision. */
export function hookFailed(context: EventContext, record: HookAnswered): readonly OcsfEvent[] {
  const { event, tool, reasons, sender } = record;
  const parts = {
    ...newFinding,
    ...judged(context, {
      uid: `hook:${event}`,
      control: 'hooks_decide',
      state: 'fail',
      reason: reasons[0] ?? 'failed',
    }),
    resources: [{ type: 'hook', name: event, ...(sender ? { owner: person(context.names, sender.personId) } : {}) }],
    unmapped: { tool, reasons },
  };
  return [finding(context, { activity: 2, severity: 4, message: [event, ...reasons].join(' ') }, parts)];
}

/** A record whose seal is broken: somebody has changed what the ledger holds. */
export function recordUnreadable(context: EventContext): readonly OcsfEvent[] {
  const uid = `record:${context.entry.id}`;
  const parts = {
    ...newFinding,
    ...judged(context, { uid, control: 'ledger_sealed', state: 'fail', reason: 'ledger_unseal_failed' }),
    resources: [resource('ledger_record', context.entry.id)],
  };
  return [finding(context, { activity: 1, severity: 5, message: 'ledger_unseal_failed' }, parts)];
}

type Judgement = {
  readonly uid: string;
  readonly control: string;
  readonly state: keyof typeof states;
  readonly reason?: string;
};

const states = {
  pass: { status_id: 1, status: 'Pass' },
  warning: { status_id: 2, status: 'Warning' },
  fail: { status_id: 3, status: 'Fail' },
} as const;

function judged({ entry }: EventContext, { uid, control, state, reason }: Judgement): ComplianceParts {
  return {
    finding_info: { uid, title: control, types: [control], created_time: Date.parse(entry.recordedAt) },
    compliance: {
      control,
      standards: ['octroi'],
      ...states[state],
      ...(reason === undefined ? {} : { status_details: [reason] }),
    },
  };
}

type Said = {
  readonly activity: FindingActivity;
  readonly severity: Severity;
  readonly message: string;
  readonly correlation?: string;
};

const finding = (context: EventContext, said: Said, parts: ComplianceParts & Partial<OcsfEvent>): OcsfEvent =>
  complianceFinding(context, said, parts);

const resource = (type: string, uid: string): Resource => ({ type, uid });

const contractFinding = (contractId: string): string => `contract:${contractId}`;
