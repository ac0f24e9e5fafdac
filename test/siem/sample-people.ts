import type { LedgerRecord } from '../../src/ledger/index.ts';
import { actor, common, id, person } from './sample-facts.ts';

/** What is recorded of persons. */
export const peopleRecords: readonly LedgerRecord[] = [
  { ...common, kind: 'console_signed_in', by: 'one_time_link' },
  { ...common, kind: 'person_invited', ...person, workspaceIds: [id(11)], actor },
  { ...common, kind: 'person_disabled', ...person, actor },
  { ...common, kind: 'person_enabled', ...person, actor },
  { ...common, kind: 'console_signed_in', by: 'passkey', ...person },
  { ...common, kind: 'role_granted', ...person, role: 'dpo', source: 'granted', actor: person },
  { ...common, kind: 'role_revoked', ...person, role: 'dpo', source: 'identity_provider', actor: 'identity_provider' },
  {
    ...common,
    kind: 'training_attested',
    attestationId: id(15),
    ...person,
    module: 'what-leaves',
    validUntil: '2027-11-20',
    document: 'lms/4711',
    actor,
  },
  {
    ...common,
    kind: 'dual_control_requested',
    requestId: id(16),
    act: 'reveal_person',
    subjectId: id(10),
    reason: 'it is lovelace who asked',
    ...person,
  },
  {
    ...common,
    kind: 'dual_control_decided',
    requestId: id(16),
    act: 'reveal_person',
    subjectId: id(10),
    decision: 'confirmed',
    requestedBy: id(10),
    ...person,
  },
  { ...common, kind: 'person_revealed', requestId: id(16), ...person, actor: person },
  { ...common, kind: 'account_secured', ...person, by: 'passkey' },
  {
    ...common,
    kind: 'client_signed_in',
    sessionId: id(14),
    ...person,
    workspaceId: id(11),
    by: 'identity_provider',
    surface: 'claude-code',
  },
  { ...common, kind: 'client_signed_out', sessionId: id(14), ...person, reason: 'refresh_reused' },
];
