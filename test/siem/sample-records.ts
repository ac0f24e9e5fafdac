import type { LedgerRecord, FollowedEntry } from '../../src/ledger/index.ts';
import { toOcsf } from '../../src/siem/index.ts';

import { clientRecords } from './sample-client.ts';
import {
  actor,
  client,
  common,
  exchangeId,
  id,
  names,
  person,
  request,
  secret,
  sender,
  tenantId,
} from './sample-facts.ts';
import { deviceReport } from '../support/device.ts';
import { peopleRecords } from './sample-people.ts';
import { vendorRecords } from './sample-vendor.ts';

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
  ...peopleRecords,
  {
    ...common,
    kind: 'connection_opened',
    connectionId: id(41),
    source: { personId: id(10), keyId: id(12) },
    host: 'api.anthropic.com',
    port: 443,
    wire: 'connect',
    vendor: 'anthropic',
    purpose: 'api',
    decision: 'pass',
    protocols: ['h2'],
  },
  {
    ...common,
    kind: 'connection_refused',
    connectionId: id(42),
    source: { network: 'keyed-reference' },
    host: 'claude.ai',
    port: 443,
    wire: 'connect',
    vendor: 'anthropic',
    purpose: 'consumer-web',
    audience: 'consumer',
    rule: 'consumer-web',
    reason: 'egress_host_denied',
  },
  {
    ...common,
    kind: 'connection_refused',
    connectionId: id(43),
    isCountsOnly: true,
    source: { personId: id(10), keyId: id(12) },
    host: '',
    port: 443,
    wire: 'connect',
    reason: 'egress_host_unknown',
  },
  {
    ...common,
    kind: 'connection_ended',
    connectionId: id(41),
    bytesOut: 10,
    bytesIn: 20,
    durationMs: 30,
    outcome: 'closed',
  },
  { ...common, kind: 'device_invited', deviceId: id(31), name: 'PC-0412', actor },
  { ...common, kind: 'device_enrolled', deviceId: id(31), publicKey: 'a2V5', system: 'linux' },
  { ...common, kind: 'device_revoked', deviceId: id(31), name: 'PC-0412', actor },
  {
    ...common,
    kind: 'workstation_reported',
    deviceId: id(31),
    report: deviceReport({ tenantId, deviceId: id(31) }),
    signature: 'c2ln',
  },
  ...clientRecords,
  ...vendorRecords,
];

/** An entry of the log that holds `content`. */
export function entryOf(content: FollowedEntry['content'], kind = 'exchange_declared'): FollowedEntry {
  const isRecord = typeof content !== 'string';
  const recordedAt = isRecord ? content.recordedAt : common.recordedAt;
  return { seq: 41, kind: isRecord ? content.kind : kind, recordedAt, id: isRecord ? content.id : id(2), content };
}

export const mapping = { tenantId, names, version: '0.1.0', hasPaths: true };

export const sampleEvents = sampleRecords.flatMap((record) => toOcsf(entryOf(record), mapping));
