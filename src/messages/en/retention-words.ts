/** What grounds of erasures and states of holds are called. */
export const retentionWords = {
  'ground.lifetime_over': 'lifetime over',
  'ground.conversation_deleted': 'conversation deleted',
  'ground.person_erased': 'person erased',
  'ground.key_destroyed': 'came after their person was erased',
  'hold.active': 'active',
  'hold.run_out': 'run out',
  'hold.released': 'released',
} as const;

/** What each class of records is called, by which it is decided how long they are kept. */
export const retentionClassWords = {
  'retentionClass.declaration': 'Exchanges',
  'retentionClass.finding': 'Answers of hooks',
  'retentionClass.flow': 'Network flows',
  'retentionClass.attestation': 'Trainings and attestations',
  'retentionClass.captured_content': 'Captured content',
  'retentionClass.workstation_report': 'Reports of workstations',
  'retentionClass.telemetry': 'Clients’ telemetry',
  'retentionClass.administration': 'Access and sign-in',
  'retentionClass.accountability': 'Policy, contracts, holds, erasures',
} as const;
