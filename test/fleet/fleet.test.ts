import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  clientsOfDevices,
  enrolDevice,
  inviteDevice,
  readDevice,
  readFleet,
  readTrend,
  revokeDevice,
  takeReport,
} from '../../src/fleet/index.ts';
import { ensureTenant, type Tenancy } from '../../src/tenancy/index.ts';
import { testTenancy } from '../support/books.ts';
import { createDatabase, type TestDatabase } from '../support/database.ts';
import { deviceReport, person, verdict, wireDevice } from '../support/device.ts';

let database: TestDatabase;
let tenancy: Tenancy;
let tenantId: string;
let now = new Date('2026-11-20T08:00:00Z');

beforeAll(async () => {
  database = await createDatabase();
  tenancy = { ...testTenancy(database.store), now: () => now };
  tenantId = (await ensureTenant(tenancy, 'default', false)).id;
});
afterAll(() => database.drop());

const invite = (name: string, days = 7) => inviteDevice(tenancy, { tenantId, name, days, actor: 'command_line' });

async function enrolled(name: string): Promise<string> {
  const { code } = await invite(name);
  const made = await enrolDevice(tenancy, { code, publicKey: wireDevice().publicKey, system: 'macos' });
  return made?.deviceId ?? '';
}

const report = (deviceId: string, sequence: number, reportedAt: string, verdicts = [verdict('telemetry', 'met')]) =>
  takeReport(tenancy, deviceReport({ tenantId, deviceId }, { sequence, reportedAt, verdicts }), 'c2ln');

const fleetAt = async (at: string, days = 3) => {
  const question = { now: new Date(at), staleAfterHours: 72 };
  const fleet = await readFleet(tenancy, tenantId, question);
  return { ...fleet, trend: await readTrend(tenancy, tenantId, { ...question, days, controls: fleet.controls }) };
};

const lineOf = async (name: string, at: string) => (await fleetAt(at)).devices.find((device) => device.name === name);

test.each(['', ' ', 'a\nb', 'x'.repeat(101)])('a device is not called “%s”', async (name) => {
  await expect(invite(name)).rejects.toMatchObject({ code: 'fleet_name_invalid' });
});

test('a code holds for one to ninety days', async () => {
  for (const days of [0, 91, 1.5])
    await expect(invite('days', days)).rejects.toMatchObject({ code: 'fleet_days_invalid' });
});

test('two devices that count have no name in common', async () => {
  const { id } = await invite('twin');
  await expect(invite('twin')).rejects.toMatchObject({ code: 'fleet_name_taken' });
  await revokeDevice(tenancy, { tenantId, deviceId: id, actor: 'command_line' });
  await invite('twin');
  await expect(revokeDevice(tenancy, { tenantId, deviceId: id, actor: 'console' })).rejects.toMatchObject({
    code: 'fleet_device_revoked',
  });
  await expect(revokeDevice(tenancy, { tenantId, deviceId: 'x', actor: 'console' })).rejects.toMatchObject({
    code: 'fleet_device_unknown',
  });
});

test('a code that is over enrols nothing, and the device is shown as expired', async () => {
  const { code } = await invite('late', 1);
  now = new Date('2026-11-21T09:00:00Z');
  expect(await enrolDevice(tenancy, { code, publicKey: wireDevice().publicKey, system: 'linux' })).toBeUndefined();
  expect(await lineOf('late', '2026-11-21T09:00:00Z')).toMatchObject({ standing: 'expired', isSilent: true });
  now = new Date('2026-11-20T08:00:00Z');
});

test('a device that stops reporting turns unknown in every control, not green', async () => {
  const deviceId = await enrolled('quiet');
  expect(await lineOf('quiet', '2026-11-20T09:00:00Z')).toMatchObject({ isSilent: true, lastReportAt: undefined });
  await report(deviceId, 1, '2026-11-20T09:00:00.000Z');
  expect(await lineOf('quiet', '2026-11-20T09:30:00Z')).toMatchObject({
    isSilent: false,
    controls: { telemetry: 'met' },
  });
  expect(await lineOf('quiet', '2026-11-23T09:00:01Z')).toMatchObject({
    standing: 'enrolled',
    isSilent: true,
    controls: { telemetry: 'unknown' },
  });
});

test('the worst over its persons counts for a device, and a control it does not tell of is unknown', async () => {
  const deviceId = await enrolled('shared');
  const other = 'ffffffffffffffff';
  await report(deviceId, 1, '2026-11-20T09:00:00.000Z', [
    verdict('telemetry', 'met'),
    verdict('telemetry', 'not_met', { person: other }),
    verdict('feedback', 'unknown'),
    verdict('feedback', 'met', { person: other }),
  ]);
  expect(await lineOf('shared', '2026-11-20T10:00:00Z')).toMatchObject({
    controls: { telemetry: 'not_met', feedback: 'unknown' },
  });
  expect((await lineOf('quiet', '2026-11-20T10:00:00Z'))?.controls['feedback']).toBe('unknown');
});

test('reports that never came are counted', async () => {
  const deviceId = await enrolled('gaps');
  await report(deviceId, 1, '2026-11-20T09:00:00.000Z');
  await report(deviceId, 4, '2026-11-20T10:00:00.000Z');
  expect(await lineOf('gaps', '2026-11-20T11:00:00Z')).toMatchObject({ missingReports: 2 });
});

test('the trend tells each day by what was known at its end', async () => {
  const deviceId = await enrolled('trend');
  await report(deviceId, 1, '2026-11-20T09:00:00.000Z', [verdict('trend_only', 'not_met')]);
  await report(deviceId, 2, '2026-11-21T09:00:00.000Z', [verdict('trend_only', 'met')]);
  const { trend, controls, devices } = await fleetAt('2026-11-26T12:00:00Z', 8);
  const enrolledDevices = devices.filter(({ standing }) => standing === 'enrolled').length;
  const known = trend.map(({ day, met, not_met: notMet }) => ({ day, known: met + notMet }));
  expect(known.find(({ day }) => day === '2026-11-19')).toMatchObject({ known: 0 });
  expect(trend.find(({ day }) => day === '2026-11-19')).toMatchObject({ devices: 0, unknown: 0 });
  for (const { day, devices: counted, met, not_met: notMet, unknown } of trend)
    expect({ day, all: met + notMet + unknown }).toEqual({ day, all: counted * controls.length });
  expect(trend.at(-1)).toMatchObject({ day: '2026-11-26', devices: enrolledDevices, met: 0, not_met: 0 });
});

test('a device shows what decides, and what drifted since the report before', async () => {
  const deviceId = await enrolled('drifts');
  await report(deviceId, 1, '2026-11-20T09:00:00.000Z', [verdict('telemetry', 'met'), verdict('feedback', 'met')]);
  expect(await readDevice(tenancy, tenantId, deviceId)).toMatchObject({ drift: undefined });
  await report(deviceId, 2, '2026-11-20T10:00:00.000Z', [
    verdict('telemetry', 'not_met', { file: '~/.bashrc', line: 7 }),
    verdict('feedback', 'met', { line: 9 }),
  ]);
  const view = await readDevice(tenancy, tenantId, deviceId);
  expect(view.reports.map(({ sequence }) => sequence)).toEqual([2, 1]);
  expect(view.drift).toMatchObject([
    { person, control: 'telemetry', before: { state: 'met' }, after: { state: 'not_met', file: '~/.bashrc', line: 7 } },
  ]);
  expect((await clientsOfDevices(tenancy, tenantId)).get(deviceId)).toMatchObject({
    clients: ['device-of-a-client'],
  });
  await expect(readDevice(tenancy, tenantId, 'nonsense')).rejects.toMatchObject({ code: 'fleet_device_unknown' });
});
