import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { timeOrderedId } from '../../src/base/index.ts';
import { exportRecords } from '../../src/ledger/index.ts';
import {
  approveCapture,
  type CapturePerson,
  endCapture,
  listCaptures,
  requestCapture,
} from '../../src/retention/index.ts';
import { ensureTenant, type Tenancy } from '../../src/tenancy/index.ts';
import { testTenancy } from '../support/books.ts';
import { createDatabase, type TestDatabase } from '../support/database.ts';

let database: TestDatabase;
let tenancy: Tenancy;
let now: Date;
let dpo: CapturePerson;
let admin: CapturePerson;
let developer: CapturePerson;

beforeAll(async () => {
  database = await createDatabase();
});
afterAll(async () => {
  await database.drop();
});
beforeEach(async () => {
  now = new Date('2026-11-26T12:00:00Z');
  tenancy = { ...testTenancy(database.store), now: () => now };
  const { id: tenantId } = await ensureTenant(tenancy, `tenant ${timeOrderedId()}`);
  dpo = { tenantId, personId: timeOrderedId(), roles: ['octroi-dpo'] };
  admin = { tenantId, personId: timeOrderedId(), roles: ['octroi-admin', 'viewer'] };
  developer = { tenantId, personId: timeOrderedId(), roles: ['viewer'] };
});

const wish = { label: 'internal', purpose: 'incident 4711, what left', days: 7 };
const state = async () => (await listCaptures(tenancy, dpo.tenantId)).map((capture) => capture.state);

test('asked for by one, approved by another, ended by either; each act is a record', async () => {
  const id = await requestCapture(tenancy, dpo, wish);
  expect(await state()).toEqual(['requested']);
  await approveCapture(tenancy, admin, id);
  expect(await listCaptures(tenancy, dpo.tenantId)).toMatchObject([
    { id, ...wish, state: 'approved', requestedBy: dpo.personId, approvedBy: admin.personId },
  ]);
  await endCapture(tenancy, dpo, id);
  expect(await state()).toEqual(['ended']);
  const records = (await Array.fromAsync(exportRecords(tenancy, dpo.tenantId, {}))).map((text) => JSON.parse(text));
  expect(records).toMatchObject([
    { kind: 'capture_requested', captureId: id, personId: dpo.personId, ...wish },
    { kind: 'capture_approved', captureId: id, personId: admin.personId },
    { kind: 'capture_ended', captureId: id, personId: dpo.personId },
  ]);
});

test('nobody approves what they asked for, not even in the database', async () => {
  const id = await requestCapture(tenancy, dpo, wish);
  await expect(approveCapture(tenancy, { ...dpo, roles: ['octroi-admin'] }, id)).rejects.toMatchObject({
    code: 'retention_capture_same_person',
  });
  expect(await state()).toEqual(['requested']);
  await expect(
    database.asSuper('update capture_approval set approved_by = requested_by, approved_at = now() where id = $1', [id]),
  ).rejects.toMatchObject({ code: '23514' });
});

test('without the role nobody asks, approves or ends', async () => {
  const id = await requestCapture(tenancy, dpo, wish);
  const refused = { code: 'retention_capture_role_missing' };
  await expect(requestCapture(tenancy, developer, wish)).rejects.toMatchObject(refused);
  await expect(approveCapture(tenancy, developer, id)).rejects.toMatchObject(refused);
  await expect(endCapture(tenancy, developer, id)).rejects.toMatchObject(refused);
  expect(await state()).toEqual(['requested']);
});

test.each([
  ['no purpose', { purpose: ' why ' }],
  ['a purpose of several lines', { purpose: 'incident 4711\nand more' }],
  ['no day', { days: 0 }],
  ['half a day', { days: 0.5 }],
  ['more than 30 days', { days: 31 }],
  ['no label', { label: '' }],
])('a wish with %s is refused', async (_, wrong) => {
  await expect(requestCapture(tenancy, dpo, { ...wish, ...wrong })).rejects.toMatchObject({
    code: 'retention_capture_invalid',
  });
  expect(await state()).toEqual([]);
});

test('a request runs out after a week', async () => {
  const id = await requestCapture(tenancy, dpo, wish);
  now = new Date('2026-12-03T12:00:00Z');
  expect(await state()).toEqual(['expired']);
  await expect(approveCapture(tenancy, admin, id)).rejects.toMatchObject({ code: 'retention_capture_closed' });
});

test('what is decided is decided once, by whoever comes first', async () => {
  const id = await requestCapture(tenancy, dpo, wish);
  const third = { ...admin, personId: timeOrderedId() };
  const answers = await Promise.allSettled([approveCapture(tenancy, admin, id), approveCapture(tenancy, third, id)]);
  expect(answers.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  await endCapture(tenancy, admin, id);
  await expect(endCapture(tenancy, dpo, id)).rejects.toMatchObject({ code: 'retention_capture_closed' });
  await expect(approveCapture(tenancy, third, id)).rejects.toMatchObject({ code: 'retention_capture_closed' });
});

test('a capture of another tenant is not there', async () => {
  const id = await requestCapture(tenancy, dpo, wish);
  const { id: tenantId } = await ensureTenant(tenancy, `tenant ${timeOrderedId()}`);
  for (const capture of [id, 'nothing'])
    await expect(approveCapture(tenancy, { ...admin, tenantId }, capture)).rejects.toMatchObject({
      code: 'retention_capture_unknown',
    });
});
