import type { RecordKind } from './records.ts';

/** What sort of record it is, as far as it matters for how long it may be kept. */
export const retentionClasses = [
  'declaration',
  'finding',
  'flow',
  'attestation',
  'captured_content',
  'workstation_report',
  'telemetry',
  'administration',
  'accountability',
] as const;

export type RetentionClass = (typeof retentionClasses)[number];

/*
 * A new kind of record gets its class here, or nothing compiles. `ledger_class_of` (0024_retention.sql) says the same of
 * records that were written when there were fewer classes.
 */
const classes: Readonly<Record<RecordKind, RetentionClass>> = {
  exchange_declared: 'declaration',
  exchange_refused: 'declaration',
  exchange_finished: 'declaration',
  exchange_abandoned: 'declaration',
  key_created: 'administration',
  key_revoked: 'administration',
  contract_added: 'accountability',
  contract_stopped: 'accountability',
  contract_resumed: 'accountability',
  policy_in_force: 'accountability',
  terms_watched: 'accountability',
  zdr_decided: 'accountability',
  evidence_pack_made: 'accountability',
  evidence_pack_shared: 'accountability',
  controls_assessed: 'accountability',
  file_uploaded: 'declaration',
  file_deleted: 'accountability',
  files_reconciled: 'accountability',
  compliance_key_set: 'accountability',
  chat_deleted: 'accountability',
  capture_requested: 'accountability',
  capture_approved: 'accountability',
  capture_ended: 'accountability',
  content_captured: 'captured_content',
  console_signed_in: 'administration',
  person_invited: 'administration',
  person_disabled: 'administration',
  person_enabled: 'administration',
  role_granted: 'administration',
  role_revoked: 'administration',
  training_attested: 'attestation',
  training_exempted: 'accountability',
  dual_control_requested: 'accountability',
  dual_control_decided: 'accountability',
  person_revealed: 'accountability',
  account_secured: 'administration',
  client_signed_in: 'administration',
  client_signed_out: 'administration',
  tool_result: 'telemetry',
  tool_decision: 'telemetry',
  retention_sweep: 'telemetry',
  telemetry_received: 'telemetry',
  hook_answered: 'finding',
  repository_labelled: 'declaration',
  connection_opened: 'flow',
  connection_refused: 'flow',
  connection_ended: 'flow',
  requests_inspected: 'flow',
  host_uninspectable: 'flow',
  flows_sighted: 'flow',
  inspection_authority_made: 'accountability',
  device_invited: 'administration',
  device_enrolled: 'administration',
  device_revoked: 'administration',
  workstation_reported: 'workstation_report',
  hold_placed: 'accountability',
  hold_released: 'accountability',
  conversation_deleted: 'accountability',
  records_erased: 'accountability',
  access_answered: 'accountability',
};

/** The class of a kind of record. */
export function retentionClassOf(kind: RecordKind): RetentionClass {
  return classes[kind];
}
