import { afterAll, beforeAll, expect, test } from 'vitest';
import { canonicalJson } from '../../../src/base/index.ts';
import { inviteDevice, revokeDevice } from '../../../src/fleet/index.ts';
import { exportRecords } from '../../../src/ledger/index.ts';
import { deviceReport, verdict, type WireDevice, wireDevice } from '../../support/device.ts';
import { startTestPost, type TestPost } from '../../support/post.ts';
import { madeUp } from '../../support/secrets.ts';

let post: TestPost;

beforeAll(async () => {
  post = await startTestPost();
});
afterAll(() => post.stop());

async function invite(name: string): Promise<string> {
  const { tenancy, tenantId } = post;
  return (await inviteDevice(tenancy, { tenantId, name, days: 1, actor: 'command_line' })).code;
}

async function ask(path: string, body: string, named?: { tenantId: string; deviceId: string }) {
  const answer = await fetch(`${post.gatewayUrl}${path}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(named ? { authorization: `Octroi-Device ${named.tenantId}.${named.deviceId}` } : {}),
    },
    body,
  });
  const value = (await answer.json()) as Record<string, unknown> & { octroi?: { code: string } };
  return { status: answer.status, code: value.octroi?.code, value };
}

async function enrolled(name: string): Promise<{ device: WireDevice; named: { tenantId: string; deviceId: string } }> {
  const device = wireDevice();
  const { value } = await ask('/devices/enrol', device.enrolment(await invite(name)));
  return { device, named: { tenantId: String(value['tenantId']), deviceId: String(value['deviceId']) } };
}

const now = (): string => new Date().toISOString();

test('a code enrols one key, which may come again for a lost answer, and no other', async () => {
  const code = await invite('once');
  const device = wireDevice();
  const first = await ask('/devices/enrol', device.enrolment(code));
  expect(first).toMatchObject({ status: 200, value: { name: 'once', tenantId: post.tenantId } });
  expect(await ask('/devices/enrol', device.enrolment(code))).toEqual(first);
  expect(await ask('/devices/enrol', wireDevice().enrolment(code))).toMatchObject({
    status: 401,
    code: 'gateway_device_code_unknown',
  });
});

test.each(['', 'octe_short', `octe_${'A'.repeat(54)}`])('the code “%s” enrols nothing', async (code) => {
  expect(await ask('/devices/enrol', wireDevice().enrolment(code))).toMatchObject({
    code: 'gateway_device_code_unknown',
  });
});

test('an enrolment is signed by the key that it brings', async () => {
  const code = await invite('forged');
  const mine = JSON.parse(wireDevice().enrolment(code));
  const theirs = JSON.parse(wireDevice().enrolment(code));
  const forged = JSON.stringify({ ...mine, signatures: theirs.signatures });
  expect(await ask('/devices/enrol', forged)).toMatchObject({ status: 401, code: 'gateway_device_signature_invalid' });
  for (const body of ['{}', '[]', 'nonsense', JSON.stringify({ ...mine, payload: 'e30=' })])
    expect(await ask('/devices/enrol', body)).toMatchObject({ status: 400, code: 'gateway_device_malformed' });
});

test('a report is on record, signed, before it is answered; the same one again changes nothing', async () => {
  const { device, named } = await enrolled('reports');
  const report = deviceReport(named, { reportedAt: now() });
  const envelope = device.report(report);
  expect(await ask('/devices/reports', envelope, named)).toMatchObject({ status: 200, value: { outcome: 'taken' } });
  expect(await ask('/devices/reports', envelope, named)).toMatchObject({ status: 200, value: { outcome: 'held' } });
  const records = [];
  for await (const text of exportRecords(post.tenancy, post.tenantId, {})) {
    const record = JSON.parse(text);
    if (record.kind === 'workstation_reported' && record.deviceId === named.deviceId) records.push(record);
  }
  expect(records).toHaveLength(1);
  expect(records[0]).toMatchObject({ report, signature: JSON.parse(envelope).signatures[0].sig });
  // Whoever has the record can make the signed text again.
  expect(canonicalJson(records[0]?.report)).toBe(Buffer.from(JSON.parse(envelope).payload, 'base64').toString());
});

test('a report that was overtaken, or another under its number, is refused', async () => {
  const { device, named } = await enrolled('ordered');
  const at = now();
  const send = (sequence: number, reportedAt = at) =>
    ask('/devices/reports', device.report(deviceReport(named, { sequence, reportedAt })), named);
  expect(await send(3)).toMatchObject({ status: 200 });
  expect(await send(2)).toMatchObject({ status: 409, code: 'gateway_device_out_of_order' });
  expect(await send(3, '2026-01-01T00:00:00.000Z')).toMatchObject({ code: 'gateway_device_out_of_order' });
  expect(await send(4)).toMatchObject({ status: 200 });
});

test('what another device, a stranger, a revoked one or a later clock says is refused', async () => {
  const one = await enrolled('one');
  const other = await enrolled('other');
  const good = () => deviceReport(one.named, { reportedAt: now() });
  const refused = async (body: string, named?: { tenantId: string; deviceId: string }) =>
    (await ask('/devices/reports', body, named)).code;
  expect(await refused(other.device.report(good()), one.named)).toBe('gateway_device_signature_invalid');
  expect(await refused(one.device.report(deviceReport(other.named, { reportedAt: now() })), one.named)).toBe(
    'gateway_device_foreign',
  );
  expect(await refused(one.device.report(good()))).toBe('gateway_device_unknown');
  expect(await refused(one.device.report(good()), { ...one.named, deviceId: one.named.tenantId })).toBe(
    'gateway_device_unknown',
  );
  const late = new Date(Date.now() + 3_600_000).toISOString();
  expect(await refused(one.device.report({ ...good(), reportedAt: late }), one.named)).toBe('gateway_device_clock');
  const leaking = [verdict('telemetry', 'met', { value: madeUp.githubToken })];
  expect(await refused(one.device.report({ ...good(), verdicts: leaking }), one.named)).toBe('gateway_device_secret');
  const { tenancy, tenantId } = post;
  await revokeDevice(tenancy, { tenantId, deviceId: one.named.deviceId, actor: 'command_line' });
  expect(await refused(one.device.report(good()), one.named)).toBe('gateway_device_revoked');
});

test.each([
  ['a person by name', { persons: ['ada'] }],
  ['a state there is not', { verdicts: [{ ...verdict('telemetry', 'met'), state: 'green' }] }],
  ['a member there is not', { verdicts: [{ ...verdict('telemetry', 'met'), note: 'x' }] }],
  ['a control character', { verdicts: [verdict('telemetry', 'met', { file: 'a\u001b[2J' })] }],
  ['no number', { sequence: 0 }],
  ['no time', { reportedAt: 'yesterday' }],
] as const)('a report with %s is refused', async (why, but) => {
  const { device, named } = await enrolled(why);
  const report = { ...deviceReport(named, { reportedAt: now() }), ...but } as never;
  expect(await ask('/devices/reports', device.report(report), named)).toMatchObject({
    status: 400,
    code: 'gateway_device_malformed',
  });
});

test('an enrolment is small, and nobody unknown makes the gateway hold a large report', async () => {
  expect(await ask('/devices/enrol', 'x'.repeat(20_000))).toMatchObject({ status: 413 });
  const stranger = { tenantId: post.tenantId, deviceId: post.tenantId };
  expect(await ask('/devices/reports', 'x'.repeat(20_000), stranger)).toMatchObject({ status: 401 });
});
