import type { LedgerRecord, Actor as RecordedActor } from '../../ledger/index.ts';
import { ownActor, ownEndpoint, person, surfaceOf } from './actors.ts';
import type { Actor, OcsfEvent, Resource } from './event.ts';
import { type ApiActivity, apiActivity, type EventContext, type Severity } from './make-event.ts';
import { activityStatus } from './outcomes.ts';

const activities: Readonly<Record<string, ApiActivity>> = {
  key_created: 1,
  key_revoked: 4,
  contract_added: 1,
  console_signed_in: 1,
  person_invited: 1,
  person_disabled: 3,
  person_enabled: 3,
  role_granted: 3,
  role_revoked: 3,
  training_attested: 1,
  training_exempted: 3,
  zdr_decided: 1,
  account_secured: 3,
  client_signed_in: 1,
  client_signed_out: 4,
  dual_control_requested: 1,
  dual_control_decided: 3,
  person_revealed: 2,
  file_uploaded: 1,
  file_deleted: 4,
  files_reconciled: 2,
  compliance_key_set: 3,
  chat_deleted: 4,
  capture_requested: 1,
  capture_approved: 3,
  capture_ended: 4,
  content_captured: 1,
  inspection_authority_made: 1,
  device_invited: 1,
  device_enrolled: 3,
  device_revoked: 4,
  workstation_reported: 1,
  hold_placed: 1,
  hold_released: 3,
  conversation_deleted: 4,
  records_erased: 4,
  evidence_pack_made: 1,
  evidence_pack_shared: 3,
  controls_assessed: 2,
  access_answered: 2,
  log_opened: 1,
  log_keys_rotated: 3,
};

/** Members of records that name something: which sort it is. */
const named = {
  keyId: 'octroi_key',
  contractId: 'contract',
  workspaceId: 'workspace',
  sessionId: 'client_session',
  exchangeId: 'exchange',
  vendorFileId: 'vendor_file',
  chatId: 'vendor_chat',
  captureId: 'capture',
  holdId: 'retention_hold',
  packId: 'evidence_pack',
  deviceId: 'workstation',
} as const;

/** Members that say how, in words of ours and never a person's own. */
const told = [
  'surface',
  'vendor',
  'plan',
  'organizationId',
  'expiresAt',
  'role',
  'source',
  'module',
  'validUntil',
  'act',
  'decision',
  'answer',
  'label',
  'requestId',
  'cause',
  'ground',
  'until',
  'eraseBy',
  'evaluation',
  'dpoOpinion',
  'expiresOn',
] as const;

const signInKinds: ReadonlySet<string> = new Set(['console_signed_in', 'account_secured', 'client_signed_in']);

/**
 * An act of administration. A kind of record that has no mapping of its own is one as well, so that what a newer octroi
 * records is not missing: it then tells what happened, to which ids, and from where.
 */
export function administrationEvents(context: EventContext, record: LedgerRecord): readonly OcsfEvent[] {
  const fields: Readonly<Record<string, unknown>> = record;
  const by = 'actor' in record ? record.actor : undefined;
  const surface = by && surfaceOf(by);
  // In other kinds a reason is somebody's own words, and who did it a name.
  const reason = record.kind === 'client_signed_out' ? record.reason : undefined;
  const signedInBy = signInKinds.has(record.kind) ? textOf(fields['by']) : undefined;
  const telling = {
    activity: activities[record.kind] ?? 99,
    severity: severityOf(fields),
    message: reason ?? signedInBy ?? surface ?? '',
  };
  return [
    apiActivity(context, telling, {
      ...activityStatus(true),
      actor: actorOf(context, fields, by),
      src_endpoint: { svc_name: surface ?? textOf(fields['surface']) ?? 'octroi' },
      api: { operation: record.kind, service: { name: 'octroi' } },
      resources: resourcesOf(context, fields),
      unmapped: {
        reason,
        by: signedInBy,
        ...countsOf(fields),
        ...Object.fromEntries(told.map((name) => [name, textOf(fields[name])])),
      },
    }),
  ];
}

/** The log speaks of itself: it began, or has new keys. */
export function logEvents(context: EventContext): readonly OcsfEvent[] {
  return [ownEvent(context, { severity: context.entry.kind === 'log_keys_rotated' ? 2 : 1, message: '' })];
}

/** A record of which only its entry in the log is left. */
export function erasedEvents(context: EventContext): readonly OcsfEvent[] {
  return [ownEvent(context, { severity: 1, message: 'erased', labels: ['erased'] })];
}

type Own = { readonly severity: Severity; readonly message: string; readonly labels?: readonly string[] };

function ownEvent(context: EventContext, own: Own): OcsfEvent {
  const { kind, id } = context.entry;
  const activity = activities[kind] ?? 99;
  return apiActivity(
    context,
    { ...own, activity },
    {
      actor: ownActor,
      src_endpoint: ownEndpoint,
      api: { operation: kind, service: { name: 'octroi' } },
      resources: [{ type: 'ledger_record', uid: id }],
    },
  );
}

// A refresh token that comes back after it was replaced may have been copied.
function severityOf(fields: Readonly<Record<string, unknown>>): Severity {
  return fields['reason'] === 'refresh_reused' ? 4 : 1;
}

// Who signs in, secures an account or asks for an act of two does it themselves: their records name no other actor.
function actorOf(
  { names }: EventContext,
  fields: Readonly<Record<string, unknown>>,
  by?: RecordedActor | 'schedule',
): Actor {
  const personId = personIn(fields);
  if (typeof by === 'object') return { user: person(names, by.personId), app_name: surfaceOf(by) };
  if (by === undefined && personId !== undefined) return { user: person(names, personId) };
  return { app_name: by ?? 'octroi' };
}

function resourcesOf({ names }: EventContext, fields: Readonly<Record<string, unknown>>): readonly Resource[] {
  const personId = personIn(fields);
  const things = Object.entries(named).flatMap(([member, type]) => {
    const uid = textOf(fields[member]);
    return uid === undefined ? [] : [{ type, uid, ...workspaceName(names.workspaces, type, uid) }];
  });
  if (personId === undefined) return things;
  return [{ type: 'person', uid: personId, name: names.persons.get(personId) }, ...things];
}

function workspaceName(workspaces: ReadonlyMap<string, string>, type: string, uid: string) {
  return type === 'workspace' ? { name: workspaces.get(uid) } : {};
}

function countsOf({ records }: Readonly<Record<string, unknown>>) {
  return typeof records === 'number' ? { records } : {};
}

function personIn(fields: Readonly<Record<string, unknown>>): string | undefined {
  const sender = fields['sender'];
  const inSender = typeof sender === 'object' && sender !== null && 'personId' in sender ? sender.personId : undefined;
  return textOf(fields['personId'] ?? inSender);
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
