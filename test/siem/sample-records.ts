import type { LedgerRecord, FollowedEntry } from '../../src/ledger/index.ts';
import { toOcsf } from '../../src/siem/index.ts';

export const tenantId = '01a214cd-5a1e-70f1-821e-000000000001';
const id = (at: number): string => `01a214cd-5a1e-70f1-821e-${String(at).padStart(12, '0')}`;

export const names = {
  persons: new Map([[id(10), 'quercus-0042']]),
  workspaces: new Map([[id(11), 'billing']]),
};

const common = { id: id(2), tenantId, recordedAt: '2026-11-20T08:00:00.123Z' };
const sender = { personId: id(10), workspaceId: id(11), keyId: id(12), contractId: id(13) };
const client = {
  userAgent: 'claude-cli/2.1.0 (external, cli)',
  sessionId: 'session-1',
  agentId: 'agent-1',
  deviceId: 'device-1',
  settings: 'current',
} as const;
const request = { wire: 'anthropic', method: 'POST', path: '/v1/messages' } as const;
const exchangeId = id(3);
const person = { personId: id(10) };
const actor = 'command_line' as const;

const secret = {
  detector: 'aws-access-key',
  kind: 'aws_access_key',
  class: 'secret',
  span: [3, 23],
  fingerprint: 'fp-secret',
  handling: 'redacted',
} as const;

const declared = {
  ...common,
  kind: 'exchange_declared',
  exchangeId,
  gatewayId: id(4),
  sender,
  client: {},
  request: { ...request, isStream: true, bodyBytes: 2_000, queryBytes: 0, headerBytes: 300 },
  verdict: 'allow',
  reasons: [],
  parts: [{ kind: 'prompt', bytes: 2_000, fingerprint: 'fp-prompt', sent: 'first' }],
} as const satisfies LedgerRecord;

export const findingPart = {
  kind: 'file',
  bytes: 900,
  fingerprint: 'fp-file',
  sent: 'first',
  path: '/home/lovelace/shop/.env',
  source: 'read',
  lines: [1, 4],
  tool: 'Read',
  findings: [secret],
} as const;

/** Of every kind of record one that says as little as it can, and one that says all there is. */
export const sampleRecords: readonly LedgerRecord[] = [
  declared,
  {
    ...declared,
    client,
    request: { ...declared.request, model: 'claude-opus-5-5', redactedBodyBytes: 1_980 },
    inspection: { ruleset: '0123456789abcdef', unscannedBytes: 17 },
    policy: { version: 'policy-1', catalogueVersion: '2026.11.20', retentionClass: 'standard', features: ['web'] },
    verdict: 'redact',
    reasons: ['findings_redacted'],
    parts: [
      findingPart,
      { kind: 'command_output', bytes: 20, fingerprint: 'fp-out', sent: 'again', command: 'cat /home/lovelace/x' },
      { kind: 'image', bytes: 70, fingerprint: 'fp-image', sent: 'first', mediaType: 'image/png' },
    ],
  },
  { ...declared, client, verdict: 'block', reasons: ['path_forbidden'] },
  {
    ...declared,
    verdict: 'block',
    reasons: ['secret_found'],
    parts: [{ ...findingPart, findings: [secret, { ...secret, class: 'personal', kind: 'iban', handling: 'kept' }] }],
  },
  {
    ...common,
    kind: 'exchange_refused',
    exchangeId,
    sender,
    client,
    request,
    verdict: 'block',
    reasons: ['too_large'],
  },
  {
    ...common,
    kind: 'exchange_finished',
    exchangeId,
    declaredBy: id(5),
    outcome: 'upstream_unreachable',
    answerBytes: 0,
    durationMs: 12,
  },
  {
    ...common,
    kind: 'exchange_finished',
    exchangeId,
    declaredBy: id(5),
    outcome: 'answered',
    status: 200,
    requestId: 'req_1',
    organizationId: 'org-1',
    model: 'claude-opus-5-5',
    stopReason: 'end_turn',
    usage: { inputTokens: 10, outputTokens: 5, cacheReadTokens: 100, cacheCreationTokens: 1 },
    answerBytes: 400,
    plan: { vendor: 'anthropic', plan: 'mystery', proof: 'unknown', evidence: ['contract'] },
    restoredValues: 1,
    durationMs: 1_200,
  },
  { ...common, kind: 'exchange_abandoned', exchangeId, declaredBy: id(5) },
  {
    ...common,
    kind: 'key_created',
    keyId: id(12),
    ...person,
    workspaceId: id(11),
    expiresAt: '2027-01-01T00:00:00.000Z',
    actor,
  },
  { ...common, kind: 'key_revoked', keyId: id(12), actor },
  {
    ...common,
    kind: 'contract_added',
    contractId: id(13),
    vendor: 'anthropic',
    plan: 'api',
    upstreamUrl: 'https://api.anthropic.com',
    organizationId: 'org-1',
    actor,
  },
  {
    ...common,
    kind: 'contract_stopped',
    contractId: id(13),
    reason: 'organization_mismatch',
    expectedOrganizationId: 'org-1',
    answeredOrganizationId: 'org-2',
    exchangeId,
  },
  { ...common, kind: 'contract_resumed', contractId: id(13), actor: 'console' },
  {
    ...common,
    kind: 'policy_in_force',
    policyVersion: 'policy-2',
    catalogueVersion: '2026.11.20',
    source: 'folder',
    files: [{ name: 'policy.yaml', digest: 'd1' }],
  },
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
  { ...common, kind: 'tool_result', sender, client: {}, tool: 'Bash' },
  {
    ...common,
    kind: 'tool_result',
    sender,
    client,
    sequence: 7,
    tool: 'Read',
    isSuccess: false,
    error: 'ENOENT',
    path: '/home/lovelace/shop/x.ts',
    inputBytes: 3,
    resultBytes: 4,
    durationMs: 5,
    decision: 'accept',
    decidedBy: 'config',
  },
  { ...common, kind: 'tool_decision', sender, client, tool: 'Bash', decision: 'reject', decidedBy: 'hook' },
  { ...common, kind: 'retention_sweep', sender, client: {}, result: 'skipped', skipReason: 'disabled' },
  {
    ...common,
    kind: 'retention_sweep',
    sender,
    client,
    result: 'done',
    periodDays: 30,
    isDefaultPeriod: true,
    transcriptsDeleted: 4,
    filesPastCutoff: 0,
    errors: 0,
  },
  {
    ...common,
    kind: 'repository_labelled',
    sender,
    client,
    root: '/home/lovelace/shop',
    labels: { restricted: ['secrets/**'] },
  },
  { ...common, kind: 'repository_labelled', sender, client: {}, root: '/srv', labels: {}, refused: 'not_yaml' },
  {
    ...common,
    kind: 'terms_watched',
    catalogueVersion: '2026.11.20',
    holdsUntil: '2026-11-21T08:00:00.000Z',
    archives: [{ collection: 'genai', headAt: '2026-11-20T00:00:00.000Z', isOld: false }],
    facts: { stands: 100, stale: 1 },
    alarms: [{ fact: 'anthropic.pro.training', state: 'stale', lost: [], answers: [], claims: ['c-1'], decisions: [] }],
  },
  {
    ...common,
    kind: 'terms_watched',
    catalogueVersion: '2026.11.20',
    holdsUntil: '2026-11-21T08:00:00.000Z',
    archives: [],
    facts: {},
    alarms: [],
    fault: 'catalogue_archive_unreadable',
  },
  { ...common, kind: 'telemetry_received', sender, client, events: 4, firstSequence: 1, lastSequence: 4 },
  {
    ...common,
    kind: 'hook_answered',
    client: {},
    event: 'InferencePrompt',
    verdict: 'failed',
    reasons: ['gateway_hook_failed'],
    findings: [],
  },
  {
    ...common,
    kind: 'hook_answered',
    sender,
    client,
    event: 'PreToolUse',
    tool: 'Bash',
    path: '/Users/lovelace/shop/.env',
    verdict: 'block',
    reasons: ['gateway_hook_tool_secret'],
    findings: [secret],
  },
];

/** An entry of the log that holds `content`. */
export function entryOf(content: FollowedEntry['content'], kind = 'exchange_declared'): FollowedEntry {
  const isRecord = typeof content !== 'string';
  const recordedAt = isRecord ? content.recordedAt : common.recordedAt;
  return { seq: 41, kind: isRecord ? content.kind : kind, recordedAt, id: isRecord ? content.id : id(2), content };
}

export const mapping = { tenantId, names, version: '0.1.0', hasPaths: true };

export const sampleEvents = sampleRecords.flatMap((record) => toOcsf(entryOf(record), mapping));
