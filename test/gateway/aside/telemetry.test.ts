import { gzipSync } from 'node:zlib';
import protobuf from 'protobufjs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { LedgerRecord } from '../../../src/ledger/index.ts';
import { createDatabase, type TestDatabase } from '../../support/database.ts';
import { type GatewayUnderTest, startTestGateway } from '../../support/gateway.ts';
import { send } from '../../support/http.ts';
import { password, token } from '../../support/sensitive.ts';

let database: TestDatabase;
let post: GatewayUnderTest;

beforeAll(async () => {
  database = await createDatabase();
  post = await startTestGateway({ store: database.store });
});
afterAll(async () => {
  await post.stop();
  await database.drop();
});

type Attributes = Readonly<Record<string, string | number | boolean>>;

function delivery(...events: readonly Attributes[]): Record<string, unknown> {
  const logRecords = events.map((attributes) => ({
    timeUnixNano: '1795663871610000000',
    body: { stringValue: `claude_code.${String(attributes['event.name'])}` },
    attributes: Object.entries({ 'session.id': 'session-1', ...attributes }).map(([key, value]) => ({
      key,
      value:
        typeof value === 'string'
          ? { stringValue: value }
          : typeof value === 'number'
            ? { intValue: value }
            : { boolValue: value },
    })),
  }));
  return { resourceLogs: [{ resource: { attributes: [] }, scopeLogs: [{ scope: { name: 'x' }, logRecords }] }] };
}

const result = {
  'event.name': 'tool_result',
  'event.sequence': 4,
  tool_name: 'Read',
  success: 'true',
  duration_ms: '12',
  tool_input_size_bytes: '61',
  tool_result_size_bytes: '28',
  decision_type: 'accept',
  decision_source: 'config',
  tool_input: JSON.stringify({ file_path: '/home/ada/shop/app.ts', offset: 1 }),
};

async function deliver(body: string | Buffer, headers: Readonly<Record<string, string>>, path = '/v1/logs') {
  const before = (await post.records()).length;
  const answered = await send(post.url, post.key, { path, body, headers });
  return { answered, records: (await post.records()).slice(before) };
}

const json = { 'content-type': 'application/json' };
const ofKind = (records: readonly LedgerRecord[], kind: LedgerRecord['kind']) =>
  records.filter((record) => record.kind === kind);

test('what ran on the workstation is recorded, with the numbers that arrived', async () => {
  const decision = {
    'event.name': 'tool_decision',
    'event.sequence': 3,
    tool_name: 'Bash',
    decision: 'reject',
    source: 'hook',
  };
  const sweep = {
    'event.name': 'retention_sweep',
    'event.sequence': 5,
    result: 'skipped',
    skip_reason: 'diskless',
    period_days: '30',
    used_default: 'true',
  };
  const { answered, records } = await deliver(JSON.stringify(delivery(decision, result, sweep)), json);
  expect(answered).toMatchObject({ status: 200, text: '{}' });
  expect(ofKind(records, 'tool_result')).toMatchObject([
    {
      tool: 'Read',
      isSuccess: true,
      path: '/home/ada/shop/app.ts',
      durationMs: 12,
      inputBytes: 61,
      resultBytes: 28,
      decision: 'accept',
      decidedBy: 'config',
      sequence: 4,
      client: { sessionId: 'session-1' },
    },
  ]);
  expect(ofKind(records, 'tool_decision')).toMatchObject([
    { tool: 'Bash', decision: 'reject', decidedBy: 'hook', sequence: 3 },
  ]);
  expect(ofKind(records, 'retention_sweep')).toMatchObject([
    { result: 'skipped', skipReason: 'diskless', periodDays: 30, isDefaultPeriod: true },
  ]);
  expect(ofKind(records, 'telemetry_received')).toMatchObject([{ events: 3, firstSequence: 3, lastSequence: 5 }]);
});

test('the binary form reads like the JSON form, compressed as well', async () => {
  // The published messages, whole, so that fields we pass over are there to be passed over.
  const { root } = protobuf.parse(otlp);
  const type = root.lookupType('ExportLogsServiceRequest');
  const bytes = Buffer.from(type.encode(type.fromObject(delivery(result))).finish());
  const headers = { 'content-type': 'application/x-protobuf' };
  for (const [body, encoding] of [
    [bytes, 'identity'],
    [gzipSync(bytes), 'gzip'],
  ] as const) {
    const { answered, records } = await deliver(body, {
      ...headers,
      'content-encoding': encoding,
      'content-length': String(body.length),
    });
    expect(answered).toMatchObject({ status: 200, text: '' });
    expect(answered.headers['content-type']).toBe('application/x-protobuf');
    expect(ofKind(records, 'tool_result')).toMatchObject([
      { tool: 'Read', path: '/home/ada/shop/app.ts', sequence: 4 },
    ]);
  }
});

test('prompts, commands, outputs and sentences are not kept, and a secret in a path is masked', async () => {
  const events = [
    { 'event.name': 'user_prompt', 'event.sequence': 0, prompt: 'my salary is 9000' },
    { ...result, tool_input: JSON.stringify({ file_path: `/srv/DB_PASSWORD=${password}` }) },
    {
      ...result,
      tool_name: 'Bash',
      tool_parameters: JSON.stringify({ full_command: 'cat salaries.csv' }),
      tool_input: '{"command":"cat salaries.csv"}',
      error_type: 'no such file: salaries.csv',
    },
  ];
  const { records } = await deliver(JSON.stringify(delivery(...events)), json);
  const text = JSON.stringify(records);
  for (const kept of ['salar', password]) expect(text).not.toContain(kept);
  expect(ofKind(records, 'tool_result')).toHaveLength(2);
  expect(ofKind(records, 'telemetry_received')).toMatchObject([{ events: 3, firstSequence: 0, lastSequence: 4 }]);
});

test('what a client calls itself, its session and its tools is masked like all else', async () => {
  const own = { ...result, 'session.id': `s-${token}`, tool_name: token, decision_source: token };
  const headers = { ...json, 'user-agent': `claude-code ${token}` };
  const { records } = await deliver(JSON.stringify(delivery(own)), headers);
  expect(records).toHaveLength(2);
  expect(JSON.stringify(records)).not.toContain(token);
  expect(records[0]).toMatchObject({ client: { userAgent: expect.stringContaining('octr0_') } });
});

test('what cannot be looked at is withheld from the record', async () => {
  const hurried = await startTestGateway({ store: database.store, limits: { scanBudgetMs: -1 } });
  const body = JSON.stringify(delivery({ ...result, tool_input: JSON.stringify({ file_path: '/srv/salaries.csv' }) }));
  expect(await send(hurried.url, hurried.key, { path: '/v1/logs', body, headers: json })).toMatchObject({
    status: 200,
  });
  const records = await hurried.records();
  expect(ofKind(records, 'tool_result')).toMatchObject([{ path: '…', client: { sessionId: '…' } }]);
  await hurried.stop();
});

test.each(['/v1/metrics', '/v1/traces'])('%s is taken and leaves nothing', async (path) => {
  const { answered, records } = await deliver('{"resourceMetrics":[]}', json, path);
  expect([answered.status, records]).toEqual([200, []]);
});

test.each([
  ['no JSON', '{', json],
  ['no OTLP', Buffer.from('ffffffff', 'hex'), { 'content-type': 'application/x-protobuf' }],
  ['JSON of another shape', '{"resourceLogs":[null,{"scopeLogs":{}},{"scopeLogs":[{"logRecords":[7]}]}]}', json],
])('what is %s is answered like all else, so that the client goes on', async (_, body, headers) => {
  const { answered } = await deliver(body, headers);
  expect(answered.status).toBe(200);
});

test('telemetry without a credential of ours is refused', async () => {
  expect((await send(post.url, '', { path: '/v1/logs', body: '{}' })).code).toBe('gateway_credential_missing');
});

const otlp = `
syntax = "proto3";
message ExportLogsServiceRequest { repeated ResourceLogs resource_logs = 1; }
message ResourceLogs { Resource resource = 1; repeated ScopeLogs scope_logs = 2; string schema_url = 3; }
message Resource { repeated KeyValue attributes = 1; uint32 dropped_attributes_count = 2; }
message ScopeLogs { InstrumentationScope scope = 1; repeated LogRecord log_records = 2; string schema_url = 3; }
message InstrumentationScope { string name = 1; string version = 2; }
message LogRecord {
  fixed64 time_unix_nano = 1; fixed64 observed_time_unix_nano = 11; int32 severity_number = 2; string severity_text = 3;
  AnyValue body = 5; repeated KeyValue attributes = 6; uint32 dropped_attributes_count = 7; fixed32 flags = 8;
  bytes trace_id = 9; bytes span_id = 10; string event_name = 12;
}
message KeyValue { string key = 1; AnyValue value = 2; }
message AnyValue {
  oneof value {
    string string_value = 1; bool bool_value = 2; int64 int_value = 3; double double_value = 4;
    ArrayValue array_value = 5; KeyValueList kvlist_value = 6; bytes bytes_value = 7;
  }
}
message ArrayValue { repeated AnyValue values = 1; }
message KeyValueList { repeated KeyValue values = 1; }
`;
