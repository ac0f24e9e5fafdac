import { afterAll, beforeAll, expect, test } from 'vitest';
import { timeOrderedId } from '../../src/base/index.ts';
import { exportRecords, type RetentionScope } from '../../src/ledger/index.ts';
import {
  deleteConversation,
  eraseOnOrder,
  listHolds,
  placeHold,
  planErasure,
  planSweep,
  releaseHold,
  type Retention,
  sweep,
} from '../../src/retention/index.ts';
import { ensureTenant, type Tenancy } from '../../src/tenancy/index.ts';
import { testTenancy } from '../support/books.ts';
import { createDatabase, type TestDatabase } from '../support/database.ts';
import { testSequencer } from '../support/log.ts';
import { appendFor, dayMs, exchangeRecords, testRetention } from '../support/retention.ts';

let database: TestDatabase;
let tenancy: Tenancy;
let retention: Retention;

beforeAll(async () => {
  database = await createDatabase();
  tenancy = testTenancy(database.store);
  retention = testRetention(tenancy);
});
afterAll(async () => {
  await database.drop();
});

const statement = { reason: 'dispute 12', by: 'legal' };

async function tenantWithOldExchange() {
  const { id: tenantId } = await ensureTenant(tenancy, timeOrderedId());
  const [personId, workspaceId, session] = [timeOrderedId(), timeOrderedId(), timeOrderedId()];
  const records = exchangeRecords({ tenantId, personId, workspaceId, session, ageDays: 400 });
  await appendFor(tenancy, personId, records);
  await testSequencer(tenancy).round();
  return { tenantId, personId, workspaceId, session, records };
}

type Old = Awaited<ReturnType<typeof tenantWithOldExchange>>;

const scopes: readonly [string, (old: Old) => RetentionScope][] = [
  ['person', ({ personId }) => ({ kind: 'person', value: personId })],
  ['conversation', ({ session }) => ({ kind: 'conversation', value: session })],
  ['workspace', ({ workspaceId }) => ({ kind: 'workspace', value: workspaceId })],
  ['class', () => ({ kind: 'class', value: 'declaration' })],
  ['all', () => ({ kind: 'all', value: '' })],
];

const there = async (tenantId: string) =>
  (await Array.fromAsync(exportRecords(tenancy, tenantId, {}))).filter((text) => text.includes('"exchange_')).length;

test.each(scopes)('a hold on %s keeps an exchange whole from every way of erasing it', async (_, scopeOf) => {
  const old = await tenantWithOldExchange();
  const { tenantId, personId, session } = old;
  const holdId = await placeHold(retention, { tenantId, scope: scopeOf(old), ...statement });
  expect(await sweep(retention, tenantId)).toEqual({ records: 0, tombstoneIds: [] });
  for (const selection of [
    { kind: 'person', personId },
    { kind: 'conversation', session },
  ] as const) {
    const plan = await planErasure(retention, tenantId, selection);
    expect(plan.lines).toMatchObject([{ class: 'declaration', records: 0, held: 2 }]);
    expect(plan.byHold).toEqual([{ holdId, records: 2 }]);
    const order = { tenantId, selection, digest: plan.digest, ...statement };
    await expect(eraseOnOrder(retention, order)).rejects.toMatchObject({
      code: 'retention_held',
      args: { holds: holdId },
    });
  }
  expect(await planSweep(retention, tenantId)).toMatchObject({
    lines: [{ records: 0, held: 2 }],
    byHold: [{ holdId, records: 2 }],
  });
  expect(await there(tenantId)).toBe(2);
  await releaseHold(retention, { tenantId, holdId, ...statement });
  expect(await sweep(retention, tenantId)).toMatchObject({ records: 2 });
  expect(await there(tenantId)).toBe(0);
});

test('a conversation that is deleted under a hold is hidden, and erased once nothing holds it', async () => {
  const { tenantId, session } = await tenantWithOldExchange();
  const scope = { kind: 'conversation', value: session } as const;
  const holdId = await placeHold(retention, { tenantId, scope, ...statement });
  await deleteConversation(retention, { tenantId, session, ...statement });
  expect(await there(tenantId)).toBe(0);
  const later = testRetention(tenancy, { now: () => new Date(Date.now() + 8 * dayMs) });
  expect((await sweep(later, tenantId)).records).toBe(0);
  await releaseHold(retention, { tenantId, holdId, ...statement });
  expect((await sweep(later, tenantId)).records).toBe(2);
});

test('a hold ends by itself when its time has run out, and that is on record', async () => {
  const { tenantId } = await tenantWithOldExchange();
  const until = new Date(Date.now() + dayMs);
  await placeHold(retention, { tenantId, scope: { kind: 'all', value: '' }, until, ...statement });
  expect((await sweep(retention, tenantId)).records).toBe(0);
  const later = testRetention(tenancy, { now: () => new Date(until.getTime() + 1) });
  expect((await sweep(later, tenantId)).records).toBe(2);
  expect(await listHolds(later, tenantId)).toMatchObject([{ state: 'run_out', releasedBy: null }]);
  const told = (await Array.fromAsync(exportRecords(tenancy, tenantId, { kinds: ['hold_released'] }))).join('');
  expect(told).toContain('"cause":"run_out"');
});

test('a released hold stays in the list with who released it and why, and cannot be released again', async () => {
  const { tenantId } = await tenantWithOldExchange();
  const scope = { kind: 'class', value: 'telemetry' } as const;
  const holdId = await placeHold(retention, { tenantId, scope, ...statement });
  await releaseHold(retention, { tenantId, holdId, reason: 'settled', by: 'counsel' });
  expect(await listHolds(retention, tenantId)).toMatchObject([
    { id: holdId, scope, state: 'released', releasedBy: 'counsel', releaseReason: 'settled' },
  ]);
  await expect(releaseHold(retention, { tenantId, holdId, ...statement })).rejects.toMatchObject({
    code: 'retention_hold_released',
  });
});

test.each([
  ['of a class that is none', { scope: { kind: 'class', value: 'x' } as const }, 'retention_class_unknown'],
  ['without a reason', { reason: ' ' }, 'retention_statement_invalid'],
  ['by nobody', { by: '' }, 'retention_statement_invalid'],
  ['that has ended before it begins', { until: new Date(0) }, 'retention_hold_ends_before'],
])('a hold %s is refused', async (_, wish, code) => {
  const { id: tenantId } = await ensureTenant(tenancy, timeOrderedId());
  const hold = { tenantId, scope: { kind: 'all', value: '' } as const, ...statement, ...wish };
  await expect(placeHold(retention, hold)).rejects.toMatchObject({ code });
});

test('a hold on a conversation that nobody recorded is refused: it would keep nothing, unseen', async () => {
  const { tenantId, session } = await tenantWithOldExchange();
  const other = await tenantWithOldExchange();
  for (const value of [`${session}0`, other.session])
    await expect(
      placeHold(retention, { tenantId, scope: { kind: 'conversation', value }, ...statement }),
    ).rejects.toMatchObject({ code: 'retention_conversation_unknown' });
  expect(await listHolds(retention, tenantId)).toEqual([]);
});

test('a hold that is not there cannot be released', async () => {
  const { id: tenantId } = await ensureTenant(tenancy, timeOrderedId());
  await expect(releaseHold(retention, { tenantId, holdId: 'x', ...statement })).rejects.toMatchObject({
    code: 'retention_hold_unknown',
  });
});

test('not even a superuser erases what is held, takes a hold away or writes it anew', async () => {
  const { tenantId, records } = await tenantWithOldExchange();
  await placeHold(retention, { tenantId, scope: { kind: 'all', value: '' }, ...statement });
  const erasing = `update ledger_record set subject_key_id = null, wrapped_key = null, payload = null, policy_version = null,
    exchange_id = null, workspace_id = null, person_id = null, session = null, part_kinds = null, verdict = null,
    retention = null, erased_by = $2 where id = $1`;
  await expect(database.asSuper(erasing, [records[0].id, timeOrderedId()])).rejects.toMatchObject({ code: 'OCT01' });
  for (const statementText of ['delete from retention_hold', `update retention_hold set reason = 'x'`])
    await expect(database.asSuper(statementText)).rejects.toMatchObject({ code: '42501' });
});
