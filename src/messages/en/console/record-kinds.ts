/** What each kind of record is called. */
export const recordKindNames: Readonly<Record<string, string>> = {
  exchange_declared: 'Exchange declared',
  exchange_refused: 'Exchange refused',
  exchange_finished: 'Exchange ended',
  exchange_abandoned: 'Exchange left open',
  key_created: 'Key made',
  key_revoked: 'Key revoked',
  contract_added: 'Contract added',
  contract_stopped: 'Contract stopped',
  contract_resumed: 'Contract let go on',
  policy_in_force: 'Policy in force',
  console_signed_in: 'Sign-in to the console',
  person_invited: 'Person invited',
  person_disabled: 'Person shut out',
  person_enabled: 'Person let in again',
  account_secured: 'Password or passkey set',
  client_signed_in: 'Client signed in',
  client_signed_out: 'Client signed out',
  tool_result: 'Tool run on a workstation',
  tool_decision: 'Decision on a tool',
  retention_sweep: 'Local traces swept',
  telemetry_received: 'Telemetry received',
  hook_answered: 'Hook answered',
};

/** What each class of records is called, by which it is decided how long they are kept. */
export const retentionClassNames: Readonly<Record<string, string>> = {
  declaration: 'Declarations',
  administration: 'Administration',
};
