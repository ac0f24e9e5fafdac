import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { timeOrderedId } from '../../src/base/index.ts';
import { exportRecords, type LedgerRecord } from '../../src/ledger/index.ts';
import {
  batchRecords,
  describeClasses,
  eraseOnOrder,
  placeHold,
  planErasure,
  planSweep,
  type Retention,
  sweep,
  Sweeper,
  type SweepEvent,
} from '../../src/retention/index.ts';
import { ensureTenant, type Tenancy } from '../../src/tenancy/index.ts';
import { testTenancy } from '../support/books.ts';
import { createDatabase, type TestDatabase } from '../support/database.ts';
import { eventually } from '../support/http.ts';
import { keysOf, newFolder, outcomeOf, testSequencer, verifyNamed } from '../support/log.ts';
import { exportLog } from '../../src/ledger/index.ts';
import { appendFor, dayMs, exchangeRecords, testRetention, usualLifetimes } from '../support/retention.ts';

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

const statement = { reason: 'request 7', by: 'the DPO' };

async function newTenant(): Promise<string> {
  const { id } = await ensureTenant(tenancy, timeOrderedId());
  await testSequencer(tenancy).round();
  return id;
}

const idsThere = async (tenantId: string): Promise<ReadonlySet<string>> =>
  new Set((await Array.fromAsync(exportRecords(tenancy, tenantId, {}))).map((text) => JSON.parse(text).id as string));

const ids = (records: readonly LedgerRecord[]): readonly string[] => records.map(({ id }) => id);

test('an exchange goes with its end when the lifetime that its label gave it is over, and not before', async () => {
  const tenantId = await newTenant();
  const person = timeOrderedId();
  const of = (retentionClass: string, ageDays: number) =>
    exchangeRecords({ tenantId, personId: person, retentionClass, ageDays });
  const kept = [of('short', 199), of('standard', 364), of('unheard-of', 364)].flat();
  const due = [of('short', 201), of('standard', 366), of('unheard-of', 366)].flat();
  await appendFor(tenancy, person, [...kept, ...due]);
  expect(await planSweep(retention, tenantId)).toMatchObject({
    lines: [{ class: 'declaration', records: 6 - 1, held: 0 }],
  });
  expect((await sweep(retention, tenantId)).records).toBe(6);
  const there = await idsThere(tenantId);
  expect(ids(kept).filter((id) => !there.has(id))).toEqual([]);
  expect(ids(due).filter((id) => there.has(id))).toEqual([]);
});

test('captured content goes when two persons said, and after 30 days whatever they said', async () => {
  const tenantId = await newTenant();
  const person = timeOrderedId();
  const captured = (ageDays: number, days: number): LedgerRecord => {
    const [began] = exchangeRecords({ tenantId, personId: person, ageDays });
    if (began.kind !== 'exchange_declared') throw new Error('no declaration');
    const { recordedAt, exchangeId, sender } = began;
    return {
      kind: 'content_captured',
      id: timeOrderedId(),
      tenantId,
      recordedAt,
      exchangeId,
      captureId: timeOrderedId(),
      sender,
      label: 'internal',
      until: new Date(Date.parse(recordedAt) + days * dayMs).toISOString(),
      part: { index: 0, kind: 'prompt', fingerprint: 'f' },
      piece: [1, 1],
      content: 'hello',
    };
  };
  const kept = [captured(6, 7), captured(29, 30)];
  const due = [captured(8, 7), captured(31, 60)];
  await appendFor(tenancy, person, [...kept, ...due]);
  expect((await sweep(retention, tenantId)).records).toBe(2);
  const there = (await Array.fromAsync(exportRecords(tenancy, tenantId, { kinds: ['content_captured'] }))).map(
    (text) => JSON.parse(text).id,
  );
  expect(there.toSorted()).toEqual(ids(kept).toSorted());
});

test('a second sweep finds nothing, and leaves no tombstone', async () => {
  const tenantId = await newTenant();
  await appendFor(tenancy, timeOrderedId(), exchangeRecords({ tenantId, ageDays: 400 }));
  expect(await sweep(retention, tenantId)).toMatchObject({ records: 2, tombstoneIds: [expect.any(String)] });
  expect(await sweep(retention, tenantId)).toEqual({ records: 0, tombstoneIds: [] });
});

test('records of an earlier version count in the class of today', async () => {
  const tenantId = await newTenant();
  const [began] = exchangeRecords({ tenantId, ageDays: 200 });
  const event = { sender: began.kind === 'exchange_declared' ? began.sender : undefined, client: {} };
  const { id, recordedAt } = began;
  if (!event.sender) throw new Error('no sender');
  const told: LedgerRecord = {
    kind: 'telemetry_received',
    id,
    tenantId,
    recordedAt,
    sender: event.sender,
    client: {},
    events: 1,
  };
  await appendFor(tenancy, event.sender.personId, [told]);
  await database.asSuper('alter table ledger_record disable trigger ledger_record_append_only');
  await database.asSuper(`update ledger_record set class = 'declaration' where id = $1`, [id]);
  await database.asSuper('alter table ledger_record enable trigger ledger_record_append_only');
  const classes = await describeClasses(retention, tenantId);
  expect(classes.find((each) => each.class === 'telemetry')).toMatchObject({ days: 183, records: 1, floorDays: 1 });
  expect(await planSweep(retention, tenantId)).toMatchObject({ lines: [{ class: 'telemetry', records: 1 }] });
  expect((await sweep(retention, tenantId)).records).toBe(1);
});

test('what another process still recorded for an erased person goes with the next sweep', async () => {
  const tenantId = await newTenant();
  const personId = timeOrderedId();
  await appendFor(tenancy, personId, exchangeRecords({ tenantId, personId }));
  const [late] = exchangeRecords({ tenantId, personId });
  const other = { ...tenancy, recordKeys: testTenancyKeys() };
  await appendFor(other, personId, exchangeRecords({ tenantId, personId })); // Now it remembers the key.
  const selection = { kind: 'person', personId } as const;
  const { digest } = await planErasure(retention, tenantId, selection);
  await eraseOnOrder(retention, { tenantId, selection, digest, ...statement });
  await appendFor(other, personId, [late]);
  expect((await idsThere(tenantId)).has(late.id)).toBe(false);
  expect((await sweep(retention, tenantId)).records).toBe(1);
  const [left] = await database.asSuper('select count(*)::int as n from ledger_record where person_id = $1', [
    personId,
  ]);
  expect(left).toEqual({ n: 0 });
});

// The keys as another process would remember them.
function testTenancyKeys() {
  const { recordKeys } = tenancy;
  const Keys = recordKeys.constructor as new (options: unknown) => typeof recordKeys;
  return new Keys({ ...tenancy, sealer: tenancy.vault });
}

test('records that are erased while they wait to be logged are logged all the same, and the log verifies', async () => {
  const tenantId = await newTenant();
  await appendFor(tenancy, timeOrderedId(), exchangeRecords({ tenantId, ageDays: 400 }));
  await sweep(retention, tenantId);
  await testSequencer(tenancy).round();
  const folder = await newFolder();
  const head = await exportLog(tenancy, tenantId, { folder, hasRecords: true });
  expect(head.size).toBe(1 + 2 + 1);
  expect(await outcomeOf(verifyNamed([folder], await keysOf(tenancy, tenantId)))).toBe('proven');
});

test('appending, erasing, holding and logging at the same time lose nothing and break nothing', async () => {
  const tenantId = await newTenant();
  const persons = Array.from({ length: 4 }, () => timeOrderedId());
  const sequencer = testSequencer(tenancy);
  const append = async (personId: string) => {
    for (let turn = 0; turn < 10; turn += 1)
      await appendFor(tenancy, personId, exchangeRecords({ tenantId, personId, ageDays: turn % 2 ? 400 : 0 }));
  };
  const erase = async () => {
    for (let turn = 0; turn < 8; turn += 1) {
      await sweep(retention, tenantId);
      await sequencer.round();
    }
  };
  await Promise.all([...persons.map(append), erase(), erase()]);
  const swept = await sweep(retention, tenantId);
  expect(swept.records).toBeGreaterThanOrEqual(0);
  await sequencer.round();
  expect((await idsThere(tenantId)).size).toBeGreaterThanOrEqual(4 * 5 * 2);
  const [young] = await database.asSuper(
    `select count(*)::int as n from ledger_record where tenant_id = $1 and kind like 'exchange%' and erased_by is null`,
    [tenantId],
  );
  expect(young).toEqual({ n: 4 * 5 * 2 });
  const folder = await newFolder();
  await exportLog(tenancy, tenantId, { folder, hasRecords: true });
  expect(await outcomeOf(verifyNamed([folder], await keysOf(tenancy, tenantId)))).toBe('proven');
});

test.each(['unsafe rows', 'certificate'])(
  'an erasure that breaks at its %s leaves everything as it was',
  async (step) => {
    const tenantId = await newTenant();
    const personId = timeOrderedId();
    await appendFor(tenancy, personId, exchangeRecords({ tenantId, personId }));
    const before = await database.asSuper('select * from ledger_record where tenant_id = $1 order by id', [tenantId]);
    const broken: Retention =
      step === 'certificate'
        ? { ...retention, sealer: { ...retention.sealer, unseal: () => Buffer.alloc(0) } }
        : { ...retention, personRows: { ...retention.personRows, erase: () => Promise.reject(new Error('killed')) } };
    const selection = { kind: 'person', personId } as const;
    const { digest } = await planErasure(retention, tenantId, selection);
    await expect(eraseOnOrder(broken, { tenantId, selection, digest, ...statement })).rejects.toThrow();
    expect(await database.asSuper('select * from ledger_record where tenant_id = $1 order by id', [tenantId])).toEqual(
      before,
    );
    const [key] = await database.asSuper('select wrapped from ledger_subject_key where subject_id = $1', [personId]);
    expect(key?.['wrapped']).not.toBeNull();
  },
);

test('a sweep of 20,000 records goes in bounded batches, keeps what is held, and comes to its end', async () => {
  const tenantId = await newTenant();
  const workspaceId = timeOrderedId();
  const personId = timeOrderedId();
  const [began] = exchangeRecords({ tenantId, personId, workspaceId, ageDays: 401 });
  await appendFor(tenancy, personId, [began]);
  await placeHold(retention, { tenantId, scope: { kind: 'workspace', value: workspaceId }, ...statement });
  await database.store.inTenant(tenantId, (db) =>
    sql`
      insert into ledger_record (tenant_id, id, kind, recorded_at, class, retention, exchange_id, subject_key_id, subject,
        commitment, wrapped_key, payload)
      select tenant_id, gen_random_uuid(), case when n % 2 = 0 then 'exchange_declared' else 'exchange_finished' end,
        recorded_at, class, case when n % 2 = 0 then 'standard' end, md5((n / 2)::text)::uuid, subject_key_id, subject,
        commitment, wrapped_key, payload
      from ledger_record, generate_series(0, 19999) as n where id = ${began.id}`.execute(db),
  );
  const { records, tombstoneIds } = await sweep(retention, tenantId);
  expect(records).toBe(20_000);
  const [largest] = await database.asSuper(
    'select max(n)::int as n from (select count(*) as n from ledger_record where erased_by = any ($1) group by erased_by) as t',
    [tombstoneIds],
  );
  expect(Number(largest?.['n'])).toBeLessThanOrEqual(2 * batchRecords);
  expect((await idsThere(tenantId)).has(began.id)).toBe(true);
  expect(await sweep(retention, tenantId)).toEqual({ records: 0, tombstoneIds: [] });
}, 120_000);

test('a sweeper sweeps when it starts, tells what it did or why it could not, and ends when it is closed', async () => {
  const tenantId = await newTenant();
  await appendFor(tenancy, timeOrderedId(), exchangeRecords({ tenantId, ageDays: 400 }));
  const events: SweepEvent[] = [];
  const sweeper = new Sweeper({ retention, everyMs: 3_600_000, tell: (event) => void events.push(event) });
  sweeper.start();
  await eventually(
    async () => events,
    (told) => told.length > 0,
  );
  await sweeper.close();
  expect(events).toContainEqual({ kind: 'retention_swept', records: 2, tombstones: 1 });
  const failing = {
    ...retention,
    lifetimes: () => {
      throw new Error('no policy');
    },
  };
  const second = new Sweeper({ retention: failing, everyMs: 3_600_000, tell: (event) => void events.push(event) });
  second.start();
  await eventually(
    async () => events,
    (told) => told.at(-1)?.kind === 'retention_failed',
  );
  await second.close();
  expect(events.at(-1)).toEqual({ kind: 'retention_failed', cause: 'Error' });
});

test('octroi’s own policy has a lifetime within bounds for every class', async () => {
  for (const each of await describeClasses(retention, await newTenant())) {
    expect([each.class, each.days >= each.floorDays && each.days <= each.ceilingDays]).toEqual([each.class, true]);
    expect(each.anchors.length).toBeGreaterThan(0);
  }
  expect(usualLifetimes.deletedConversationDays).toBeLessThanOrEqual(30);
});
