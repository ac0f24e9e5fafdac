import { expect, test } from 'vitest';
import { type LedgerRecord, recordKinds } from '../../src/ledger/index.ts';
import { toOcsf } from '../../src/siem/index.ts';
import { ocsfFaults } from './ocsf-schema.ts';
import { entryOf, findingPart, mapping, sampleRecords } from './sample-records.ts';

const events = (record: LedgerRecord, more = {}) => toOcsf(entryOf(record), { ...mapping, ...more });
const of = (kind: LedgerRecord['kind'], fits: (record: LedgerRecord) => boolean = () => true): LedgerRecord => {
  const found = sampleRecords.find((record) => record.kind === kind && fits(record));
  if (!found) throw new Error(`no sample of ${kind}`);
  return found;
};
const verdictIs = (verdict: string) => (record: LedgerRecord) => 'verdict' in record && record.verdict === verdict;

test.each(sampleRecords.map((record, at) => [`${record.kind} (${at})`, record] as const))(
  'the events of %s are OCSF 1.8',
  (_, record) => {
    const made = events(record);
    expect(made.length).toBeGreaterThan(0);
    expect(made.flatMap(ocsfFaults)).toEqual([]);
    expect(new Set(made.map(({ metadata }) => metadata.uid)).size).toBe(made.length);
  },
);

test('every kind of record has an event, a kind that is unknown today as well', () => {
  const bare = { id: entryOf('log').id, tenantId: mapping.tenantId, recordedAt: '2026-11-20T08:00:00.123Z' };
  const sampled = new Set<string>(sampleRecords.map(({ kind }) => kind));
  for (const kind of [...recordKinds.filter((each) => !sampled.has(each)), 'of_tomorrow']) {
    // A record of another version of octroi, which this one has no type for.
    const made = events({ ...bare, kind, personId: 'p-1' } as unknown as LedgerRecord);
    expect(made.flatMap(ocsfFaults)).toEqual([]);
    expect(made).toMatchObject([{ class_uid: 6003, api: { operation: kind } }]);
  }
});

test('the check of the schema finds what is not OCSF', () => {
  const [event] = events(of('exchange_declared'));
  expect(ocsfFaults({ ...event, colour: 'red' })).toHaveLength(1);
  expect(ocsfFaults({ ...event, actor: undefined })).toHaveLength(1);
  expect(ocsfFaults({ ...event, actor: {} })).not.toEqual([]);
  expect(ocsfFaults({ ...event, time: 1_700_000_000 })).toHaveLength(1);
  expect(ocsfFaults({ ...event, severity: 'High' })).toEqual(['severity is not Informational']);
  expect(ocsfFaults({ ...event, type_uid: 1 })).toEqual(['type_uid is not 600301']);
  expect(ocsfFaults({ ...event, class_uid: 4002 })).toEqual(['class 4002 is none of the table']);
});

test('an allowed exchange is an API Activity of its person, session, workstation and model', () => {
  const record = { ...of('exchange_declared', verdictIs('redact')), verdict: 'allow', reasons: [], parts: [] };
  expect(events(record as unknown as LedgerRecord)).toMatchObject([
    {
      class_uid: 6003,
      severity_id: 1,
      time: Date.parse('2026-11-20T08:00:00.123Z'),
      action: 'Allowed',
      actor: {
        user: { name: 'quercus-0042', groups: [{ name: 'billing' }] },
        session: { uid: 'session-1' },
        app_name: 'claude-cli',
      },
      src_endpoint: { uid: 'device-1', svc_name: 'claude-cli' },
      api: { operation: 'POST /v1/messages', service: { name: 'anthropic' } },
      ai_model: { name: 'claude-opus-5-5' },
      policy: { version: 'policy-1' },
      metadata: { version: '1.8.0', sequence: 41, event_code: 'exchange_declared', tenant_uid: mapping.tenantId },
    },
  ]);
});

test('what was found is a Data Security Finding beside the activity, linked by the exchange', () => {
  const [activity, finding] = events(of('exchange_declared', verdictIs('redact')));
  expect(finding).toMatchObject({
    class_uid: 2006,
    severity_id: 2,
    is_alert: false,
    disposition: 'Corrected',
    finding_info: { title: 'secret ×1', types: ['aws_access_key'] },
    data_security: { category: 'Security', detection_pattern: 'aws-access-key' },
    file: { name: '.env', path: '~/shop/.env' },
    resources: [{ type: 'file', uid: 'fp-file', data: { findings: [{ detector: 'aws-access-key' }] } }],
  });
  expect(finding?.metadata.correlation_uid).toBe(activity?.metadata.correlation_uid);
});

test.each([
  ['a secret that was stopped', 'block', 'secret', 'redacted', 4, true],
  ['personal data that was stopped', 'block', 'personal', 'redacted', 3, true],
  ['a value that was replaced', 'redact', 'secret', 'redacted', 2, false],
  ['a value that left as it was', 'redact', 'secret', 'kept', 3, true],
  ['a secret that the policy let pass', 'allow', 'secret', 'kept', 4, true],
])('%s has its severity', (_, verdict, sort, handling, severity, isAlert) => {
  const [{ findings }] = [findingPart];
  const parts = [{ ...findingPart, findings: [{ ...findings[0], class: sort, handling }] }];
  const record = { ...of('exchange_declared'), verdict, parts } as unknown as LedgerRecord;
  expect(events(record)[1]).toMatchObject({ class_uid: 2006, severity_id: severity, is_alert: isAlert });
});

test('a block by label alone is a Data Security Finding without a detector', () => {
  const [, finding] = events({
    ...of('exchange_declared'),
    verdict: 'block',
    reasons: ['path_forbidden'],
  } as LedgerRecord);
  expect(finding).toMatchObject({ class_uid: 2006, disposition: 'Blocked', finding_info: { title: 'blocked' } });
  expect(finding?.data_security?.detection_pattern).toBeUndefined();
});

test('an exchange that ended tells its outcome, answer and tokens', () => {
  const [finished] = events(of('exchange_finished', (each) => 'status' in each));
  expect(finished).toMatchObject({
    status: 'Success',
    http_response: { code: 200, body_length: 400 },
    message_context: { prompt_tokens: 111, completion_tokens: 5, total_tokens: 116 },
    duration: 1_200,
  });
  const [failed] = events(of('exchange_finished', (each) => !('status' in each)));
  expect(failed).toMatchObject({ status: 'Failure', status_code: 'upstream_unreachable', severity_id: 2 });
});

test('an unknown plan, a stopped contract, a policy and a failed hook are Compliance Findings', () => {
  const [, plan] = events(of('exchange_finished', (each) => 'plan' in each));
  expect(plan).toMatchObject({ class_uid: 2003, compliance: { control: 'plan_known', status: 'Warning' } });
  const [stopped] = events(of('contract_stopped'));
  expect(stopped).toMatchObject({ class_uid: 2003, severity_id: 4, activity_name: 'Create', status: 'New' });
  expect(events(of('policy_in_force'))).toMatchObject([
    { class_uid: 2003, compliance: { control: 'policy_in_force' } },
  ]);
  const failed = events(of('hook_answered', verdictIs('failed')));
  expect(failed.map((event) => event.class_uid)).toEqual([6003, 2003]);
});

test('resuming a contract closes the finding that its stop opened', () => {
  const [stopped] = events(of('contract_stopped'));
  const [resumed] = events(of('contract_resumed'));
  expect(resumed).toMatchObject({ activity_name: 'Close', status: 'Resolved', compliance: { status: 'Pass' } });
  expect(resumed?.finding_info?.uid).toBe(stopped?.finding_info?.uid);
});

test('a refresh token that came back is grave', () => {
  expect(events(of('client_signed_out'))).toMatchObject([
    { severity_id: 4, message: 'client_signed_out: refresh_reused' },
  ]);
});

test('an erased record says so, and a broken seal is critical', () => {
  const erased = toOcsf(entryOf('erased', 'exchange_finished'), mapping);
  expect(erased).toMatchObject([
    { class_uid: 6003, metadata: { labels: ['erased'] }, api: { operation: 'exchange_finished' } },
  ]);
  const broken = toOcsf(entryOf('unreadable'), mapping);
  expect(broken).toMatchObject([{ class_uid: 2003, severity: 'Critical', compliance: { status: 'Fail' } }]);
  const rotated = toOcsf(entryOf('log', 'log_keys_rotated'), mapping);
  expect([...erased, ...broken, ...rotated].flatMap(ocsfFaults)).toEqual([]);
});

test('paths are told with homes masked, or not at all', () => {
  const told = JSON.stringify(sampleRecords.flatMap((record) => events(record)));
  expect(told).toContain('~/shop/.env');
  expect(told).not.toContain('lovelace');
  const untold = JSON.stringify(sampleRecords.flatMap((record) => events(record, { hasPaths: false })));
  expect(untold).not.toContain('.env');
});

test('the words a person gave as their reason stay here', () => {
  const [asked] = events(of('dual_control_requested'));
  expect(asked).toMatchObject({ unmapped: { act: 'reveal_person' }, actor: { user: { name: 'quercus-0042' } } });
  expect(JSON.stringify(asked)).not.toContain('lovelace');
});

test('a person without a pseudonym is told by their id alone', () => {
  const names = { persons: new Map(), workspaces: new Map() };
  const all = sampleRecords.flatMap((record) => events(record, { names }));
  expect(all.flatMap(ocsfFaults)).toEqual([]);
  expect(all[0]?.actor?.user?.name).toBeUndefined();
});

test('a declaration of thousands of parts gives an event of bounded size that says it was cut', () => {
  const findings = Array.from({ length: 500 }, () => findingPart.findings[0]);
  const parts = Array.from({ length: 5_000 }, (_, at) => ({ ...findingPart, fingerprint: `fp-${at}`, findings }));
  const made = events({ ...of('exchange_declared'), parts } as LedgerRecord);
  expect(made.flatMap(ocsfFaults)).toEqual([]);
  for (const event of made) {
    expect(event.metadata.is_truncated).toBe(true);
    expect(JSON.stringify(event).length).toBeLessThan(60_000);
    expect(event.resources?.[0]?.data).toMatchObject({ findings_count: 500 });
  }
});
