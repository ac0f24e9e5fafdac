import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { systemClock, timeOrderedId } from '../../src/base/index.ts';
import { openLedger } from '../../src/ledger/index.ts';
import {
  FileSink,
  Forwarder,
  type OcsfEvent,
  OtlpSink,
  type SiemEvent,
  type Sink,
  sinkStates,
} from '../../src/siem/index.ts';
import type { Tenancy } from '../../src/tenancy/index.ts';
import { createKey, ensureTenant, namesById } from '../../src/tenancy/index.ts';
import { testTenancy } from '../support/books.ts';
import { createDatabase, type TestDatabase } from '../support/database.ts';
import { makeFolder } from '../support/folder.ts';
import { eventually } from '../support/http.ts';
import { appendSome, testSequencer } from '../support/log.ts';
import { type OtlpReceiver, startOtlpReceiver } from '../support/otlp-receiver.ts';
import { declaredRecord } from '../support/records.ts';
import { ocsfFaults } from './ocsf-schema.ts';

let database: TestDatabase;
let tenancy: Tenancy;
let tenantId: string;
let receiver: OtlpReceiver;
let path: string;
let told: SiemEvent[];
let running: Forwarder[];

beforeEach(async () => {
  database = await createDatabase();
  tenancy = testTenancy(database.store);
  tenantId = (await ensureTenant(tenancy, 'default')).id;
  receiver = await startOtlpReceiver();
  path = join(await makeFolder(), 'events.jsonl');
  [told, running] = [[], []];
  return async () => {
    for (const forwarder of running) await forwarder.close();
    await receiver.close();
    await database.drop();
  };
});

type Wishes = { readonly now?: () => Date; readonly since?: string };

function forward(sinks: readonly Sink[], { now = systemClock, since }: Wishes = {}): Forwarder {
  const forwarder = new Forwarder({
    books: tenancy,
    namesOf: (id, ids) => namesById(database.store, id, ids),
    version: '0.1.0',
    hasPaths: true,
    sinks,
    since,
    leaseMs: 120_000,
    now,
    newId: timeOrderedId,
    tell: (event) => void told.push(event),
    pauseMs: 1,
  });
  forwarder.start();
  running.push(forwarder);
  return forwarder;
}

const toFile = () => new FileSink({ path, maxBytes: 100_000_000, keep: 1 });
const toCollector = () =>
  new OtlpSink({ url: receiver.url, encoding: 'json', headers: {}, tls: {}, waitMs: 5_000, now: systemClock });
const inFile = async (): Promise<readonly OcsfEvent[]> =>
  (await readFile(path, 'utf8').catch(() => ''))
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line));
const atCollector = () => receiver.taken.flatMap(({ records }) => records.map(({ body }) => body as OcsfEvent));
const state = async (sink = 'otlp') => (await sinkStates(tenancy, tenantId)).find((each) => each.sink === sink);
const recordsOf = (events: readonly OcsfEvent[]) => events.map(({ metadata }) => metadata.original_event_uid);

/** Adds so many records to the log. */
async function grow(count: number) {
  const records = await appendSome(tenancy, tenantId, count);
  await testSequencer(tenancy).round();
  return records;
}

test('each receiver gets the whole log in its order, and what comes later', async () => {
  const records = await grow(450);
  forward([toFile(), toCollector()]);
  await eventually(
    () => state(),
    (found) => found?.waiting === 0,
  );
  records.push(...(await grow(3)));
  await eventually(inFile, (events) => events.length === 454);
  await eventually(atCollector, (events) => events.length === 454);
  for (const events of [await inFile(), atCollector()]) {
    expect(events.map(({ metadata }) => metadata.sequence)).toEqual(events.map((_, at) => at));
    expect(events[0]).toMatchObject({ metadata: { event_code: 'log_opened' } });
    expect(recordsOf(events.slice(1))).toEqual(records.map(({ id }) => id));
    expect(events.flatMap(ocsfFaults)).toEqual([]);
  }
  await eventually(
    () => state(),
    (found) => found?.sent === 454,
  );
  expect(told).toEqual([]);
});

test('a receiver that is down is told once, seen in its state, and loses nothing; the others go on', async () => {
  const records = await grow(5);
  receiver.answer = (_, response) => Boolean(response.writeHead(503).end());
  forward([toFile(), toCollector()]);
  await eventually(
    () => receiver.statuses.length,
    (count) => count >= 3,
  );
  expect(recordsOf((await inFile()).slice(1))).toEqual(records.map(({ id }) => id));
  expect(await state()).toMatchObject({ fault: 'siem_refused 503', waiting: 6, failingSince: expect.any(String) });
  expect(await state('file')).toMatchObject({ waiting: 0 });
  receiver.answer = () => false;
  await eventually(
    () => told,
    (events) => events.some(({ kind }) => kind === 'siem_recovered'),
  );
  expect(told).toEqual([
    { kind: 'siem_failing', sink: 'otlp', cause: 'siem_refused', status: 503 },
    { kind: 'siem_recovered', sink: 'otlp' },
  ]);
  expect(recordsOf(atCollector().slice(1))).toEqual(records.map(({ id }) => id));
  const { fault, failingSince, waiting } = (await state()) ?? {};
  expect({ fault, failingSince, waiting }).toEqual({ fault: undefined, failingSince: undefined, waiting: 0 });
});

test('a place moves only after the receiver has taken the batch: one that was sent and not noted comes again', async () => {
  await grow(5);
  // The database refuses to note the place, as if the process ended between sending and noting.
  await database.asSuper(`
    create function refuse() returns trigger language plpgsql as $$ begin raise exception 'no'; end $$;
    create trigger refuse before update of next_seq on siem_cursor for each row execute function refuse()`);
  forward([toCollector()]);
  await eventually(
    () => receiver.taken.length,
    (count) => count >= 2,
  );
  await database.asSuper('drop trigger refuse on siem_cursor');
  await eventually(
    () => state(),
    (found) => found?.waiting === 0,
  );
  const [first, second] = receiver.taken;
  expect(second?.records.map(({ attributes }) => attributes['ocsf.uid'])).toEqual(
    first?.records.map(({ attributes }) => attributes['ocsf.uid']),
  );
});

test('of several processes one sends, and another takes over when its lease has run out', async () => {
  let at = Date.parse('2026-11-26T08:00:00Z');
  const now = () => new Date(at);
  await grow(50);
  const first = forward([toCollector()], { now });
  await eventually(
    () => state(),
    (found) => found?.waiting === 0,
  );
  // Killed: it gives nothing back.
  await database.asSuper(`update siem_cursor set leased_by = gen_random_uuid()`);
  await first.close();
  forward([toCollector()], { now });
  await grow(1);
  await eventually(
    () => state(),
    (found) => found?.waiting === 1,
  );
  expect(atCollector()).toHaveLength(51);
  at += 121_000;
  await eventually(
    () => state(),
    (found) => found?.waiting === 0,
  );
  expect(atCollector().map(({ metadata }) => metadata.sequence)).toEqual(Array.from({ length: 52 }, (_, seq) => seq));
});

test('two forwarders at once send nothing twice, and one that ends gives way', async () => {
  await grow(300);
  const both = [forward([toCollector()]), forward([toCollector()])];
  await eventually(
    () => state(),
    (found) => found?.waiting === 0,
  );
  expect(atCollector()).toHaveLength(301);
  await both[0]?.close();
  await grow(1);
  await eventually(atCollector, (events) => events.length === 302);
});

test('a receiver that is new gets the log from the given day on', async () => {
  const ledger = openLedger({ ...tenancy, gatewayId: timeOrderedId(), waitMs: 5_000 });
  for (const day of ['01', '02', '03'])
    await ledger.append({ ...declaredRecord({ tenantId }), recordedAt: `2026-11-${day}T12:00:00.000Z` });
  await ledger.close();
  await testSequencer(tenancy).round();
  forward([toFile()], { since: '2026-11-02T00:00:00.000Z' });
  const events = await eventually(inFile, (found) => found.length > 0);
  expect(events.map(({ metadata }) => metadata.original_time.slice(0, 10))).toEqual(['2026-11-02', '2026-11-03']);
});

test('persons appear by pseudonym, and by no name', async () => {
  const key = await createKey(tenancy, {
    tenantId,
    personName: 'Ada Lovelace',
    workspaceName: 'billing',
    language: 'en',
    validDays: 1,
    actor: 'console',
  });
  await testSequencer(tenancy).round();
  forward([toFile()]);
  const events = await eventually(inFile, (found) => found.length > 0);
  const created = events.find(({ metadata }) => metadata.event_code === 'key_created');
  expect(created?.resources).toMatchObject([{ name: key.pseudonym }, { uid: key.id }, { name: 'billing' }]);
  expect(JSON.stringify(events)).not.toContain('Lovelace');
});

test('an erased record becomes an event that says so, and a changed one an alarm that hides no other', async () => {
  const records = await grow(4);
  const [erased, keyless, changed] = records;
  await database.asSuper('alter table ledger_record disable trigger all');
  await database.asSuper('delete from ledger_record where id = $1', [erased?.id]);
  await database.asSuper(
    'update ledger_subject_key set wrapped = null where id = (select subject_key_id from ledger_record where id = $1)',
    [keyless?.id],
  );
  await database.asSuper(
    'update ledger_record set payload = set_byte(payload, 20, get_byte(payload, 20) # 1) where id = $1',
    [changed?.id],
  );
  forward([toFile()]);
  const events = await eventually(inFile, (found) => found.length === 5);
  expect(events.flatMap(ocsfFaults)).toEqual([]);
  expect(events.map(({ class_uid: uid, message }) => [uid, message.replace(/^\w+(: )?/, '')])).toEqual([
    [6003, ''],
    [6003, 'erased'],
    [6003, 'erased'],
    [2003, 'ledger_unseal_failed'],
    [6003, 'allow'],
  ]);
});

test('entries that the log does not keep any more are counted, not waited for', async () => {
  await grow(300);
  await database.asSuper('delete from ledger_tile where level = -1 and index = 0');
  forward([toFile()]);
  const events = await eventually(inFile, (found) => found.length === 45);
  expect(events[0]?.metadata.sequence).toBe(256);
  const missing = told.flatMap((event) => (event.kind === 'siem_entries_missing' ? [event.count] : []));
  expect(missing.reduce((sum, count) => sum + count, 0)).toBe(256);
});

test('a database that is away is told, and the feed goes on when it is back', async () => {
  forward([toFile()]);
  await database.asSuper('alter table siem_cursor rename to siem_gone');
  await grow(2);
  await eventually(
    () => told,
    (events) => events.some(({ kind }) => kind === 'siem_failing'),
  );
  await database.asSuper('alter table siem_gone rename to siem_cursor');
  await eventually(inFile, (events) => events.length === 3);
});
