import { afterAll, beforeAll, expect, test } from 'vitest';
import { timeOrderedId } from '../../src/base/index.ts';
import {
  closeAbandoned,
  exportRecords,
  findExchange,
  type Ledger,
  listExchanges,
  openLedger,
  type PartKind,
  sessionFingerprints,
} from '../../src/ledger/index.ts';
import type { Tenancy } from '../../src/tenancy/index.ts';
import { testTenancy } from '../support/books.ts';
import { createDatabase, type TestDatabase } from '../support/database.ts';
import { declaredRecord } from '../support/records.ts';
import { makeTenant } from '../support/tenant.ts';

let database: TestDatabase;
let ledger: Ledger;
let tenancy: Tenancy;
const gatewayId = timeOrderedId();

beforeAll(async () => {
  database = await createDatabase();
  tenancy = testTenancy(database.store);
  ledger = openLedger({ ...tenancy, gatewayId, waitMs: 5_000 });
});
afterAll(async () => {
  await ledger.close();
  await database.drop();
});

const part = (kind: PartKind, sent: 'first' | 'again' = 'first') => ({
  kind,
  bytes: 1,
  fingerprint: `${kind} ${sent}`,
  sent,
});

test('lists the newest first, page by page, without a gap or a repetition', async () => {
  const tenantId = await makeTenant(database.store);
  const records = Array.from({ length: 7 }, (_, index) => ({
    ...declaredRecord({ tenantId }),
    recordedAt: new Date(1_700_000_000_000 + Math.floor(index / 2)).toISOString(),
  }));
  for (const record of records) await ledger.append(record);
  const seen: string[] = [];
  let before: { recordedAt: string; id: string } | undefined;
  for (;;) {
    const page = await listExchanges(tenancy, tenantId, { limit: 3, before });
    seen.push(...page.map(({ began }) => began.id));
    before = page.at(-1)?.began;
    if (page.length < 3) break;
  }
  const expected = records
    .toSorted((one, other) => (one.recordedAt + one.id < other.recordedAt + other.id ? 1 : -1))
    .map(({ id }) => id);
  expect(seen).toEqual(expected);
});

test('each filter narrows', async () => {
  const tenantId = await makeTenant(database.store);
  const early = { ...declaredRecord({ tenantId, parts: [part('file')] }), recordedAt: '2026-01-01T00:00:00.000Z' };
  const late = {
    ...declaredRecord({ tenantId, parts: [part('image'), part('prompt')] }),
    recordedAt: '2026-02-01T00:00:00.000Z',
  };
  await ledger.append(early);
  await ledger.append(late);
  const found = async (filter: object): Promise<readonly string[]> =>
    (await listExchanges(tenancy, tenantId, { limit: 10, ...filter })).map(({ began }) => began.id);
  expect(await found({})).toEqual([late.id, early.id]);
  expect(await found({ partKind: 'file' })).toEqual([early.id]);
  expect(await found({ partKind: 'git_state' })).toEqual([]);
  expect(await found({ personId: late.sender.personId })).toEqual([late.id]);
  expect(await found({ workspaceId: early.sender.workspaceId })).toEqual([early.id]);
  expect(await found({ verdict: 'allow' })).toEqual([late.id, early.id]);
  expect(await found({ verdict: 'block' })).toEqual([]);
  expect(await found({ from: '2026-01-15T00:00:00Z' })).toEqual([late.id]);
  expect(await found({ until: '2026-01-15T00:00:00Z' })).toEqual([early.id]);
});

test('knows what has left in a session before, by what was new then', async () => {
  const tenantId = await makeTenant(database.store);
  const mine = declaredRecord({ tenantId, session: 's', parts: [part('file'), part('prompt', 'again')] });
  await ledger.append(mine);
  await ledger.append(declaredRecord({ tenantId, session: 'other', parts: [part('image')] }));
  expect([...(await sessionFingerprints(tenancy, tenantId, { session: 's', personId: mine.sender.personId }))]).toEqual(
    ['file first'],
  );
  const another = { session: 's', personId: timeOrderedId() };
  expect((await sessionFingerprints(tenancy, tenantId, another)).size).toBe(0);
});

test('closes what a process that ended has left open, and only that', async () => {
  const tenantId = await makeTenant(database.store);
  const ended = declaredRecord({ tenantId });
  const running = declaredRecord({ tenantId, gatewayId });
  await ledger.append(ended);
  await ledger.append(running);
  const options = { ...tenancy, ledger };
  await closeAbandoned(options);
  expect((await findExchange(tenancy, tenantId, ended.exchangeId)).ended).toMatchObject({
    kind: 'exchange_abandoned',
    declaredBy: ended.id,
  });
  expect((await findExchange(tenancy, tenantId, running.exchangeId)).ended).toBeUndefined();
  expect(await closeAbandoned(options)).toBe(0);
});

test('exports every record once, the oldest first, however many pages', async () => {
  const tenantId = await makeTenant(database.store);
  const records = Array.from({ length: 1_203 }, () => declaredRecord({ tenantId }));
  await Promise.all(records.map((record) => ledger.append(record)));
  const exported = (await Array.fromAsync(exportRecords(tenancy, tenantId, {}))).map((body) => JSON.parse(body));
  expect(exported.length).toBe(1_203);
  expect(exported.map(({ recordedAt }) => recordedAt)).toEqual(exported.map(({ recordedAt }) => recordedAt).toSorted());
  expect(new Set(exported.map(({ id }) => id)).size).toBe(1_203);
  const narrowed = await Array.fromAsync(exportRecords(tenancy, tenantId, { kinds: ['key_created'] }));
  expect(narrowed).toEqual([]);
});

test('an exchange that does not exist is told as such, whatever its id looks like', async () => {
  const tenantId = await makeTenant(database.store);
  for (const id of [timeOrderedId(), 'nonsense', `'; drop table ledger_record`]) {
    await expect(findExchange(tenancy, tenantId, id)).rejects.toMatchObject({ code: 'ledger_exchange_unknown' });
  }
});
