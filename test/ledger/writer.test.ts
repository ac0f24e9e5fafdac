import { afterAll, beforeAll, expect, test } from 'vitest';
import { canonicalJson, sha256Hex, timeOrderedId } from '../../src/base/index.ts';
import { exportRecords, type Ledger, openLedger } from '../../src/ledger/index.ts';
import type { Tenancy } from '../../src/tenancy/index.ts';
import { testTenancy } from '../support/books.ts';
import { createDatabase, type TestDatabase } from '../support/database.ts';
import { declaredRecord } from '../support/records.ts';
import { makeTenant } from '../support/tenant.ts';

let database: TestDatabase;
let ledger: Ledger;
let tenancy: Tenancy;
let tenantId: string;

beforeAll(async () => {
  database = await createDatabase();
  tenancy = testTenancy(database.store);
  tenantId = await makeTenant(database.store);
  ledger = openLedger({ ...tenancy, gatewayId: timeOrderedId(), waitMs: 5_000 });
});
afterAll(async () => {
  await ledger.close();
  await database.drop();
});

const bodies = (tenant: string): Promise<readonly string[]> => Array.fromAsync(exportRecords(tenancy, tenant, {}));

test('a receipt comes when the record can be read by others, and holds the digest of its canonical form', async () => {
  const record = declaredRecord({ tenantId });
  const receipt = await ledger.append(record);
  expect({ ...receipt, digest: receipt.digest }).toEqual({
    recordId: record.id,
    recordedAt: record.recordedAt,
    digest: sha256Hex(canonicalJson(record)),
  });
  const rows = await database.asSuper('select person_id, part_kinds from ledger_record where id = $1', [record.id]);
  expect(rows).toEqual([{ person_id: record.sender.personId, part_kinds: ['prompt'] }]);
  expect(await bodies(tenantId)).toContain(canonicalJson(record));
});

test('a thousand at once are each there once, whatever the tenant', async () => {
  const other = await makeTenant(database.store);
  const records = Array.from({ length: 1_000 }, (_, index) =>
    declaredRecord({ tenantId: index % 2 === 0 ? tenantId : other }),
  );
  await Promise.all(records.map((record) => ledger.append(record)));
  const found = [...(await bodies(tenantId)), ...(await bodies(other))];
  for (const record of records) expect(found.filter((body) => body === canonicalJson(record)).length).toBe(1);
});

test('appending a record again changes nothing and succeeds', async () => {
  const record = declaredRecord({ tenantId });
  await ledger.append(record);
  await expect(ledger.append(record)).resolves.toMatchObject({ recordId: record.id });
  expect((await bodies(tenantId)).filter((body) => body.includes(record.id)).length).toBe(1);
});

test('a record the database refuses for good is refused alone; those beside it are kept', async () => {
  const good = Array.from({ length: 20 }, () => declaredRecord({ tenantId }));
  const unknownTenant = declaredRecord({ tenantId: timeOrderedId() });
  const appended = await Promise.allSettled(
    [...good.slice(0, 10), unknownTenant, ...good.slice(10)].map((record) => ledger.append(record)),
  );
  expect(appended.filter(({ status }) => status === 'fulfilled').length).toBe(20);
  expect(appended[10]).toMatchObject({
    status: 'rejected',
    reason: { code: 'ledger_write_rejected', args: { detail: '23503' } },
  });
});

test('text of every kind comes back as it was', async () => {
  const path = 'é 😀 "quoted" \\ \u2028 \t {a,b} \u0000';
  const part = { kind: 'file', bytes: 1, fingerprint: 'f', sent: 'first', path } as const;
  const record = declaredRecord({ tenantId, parts: [part] });
  await ledger.append(record);
  const body = (await bodies(tenantId)).find((found) => found.includes(record.id)) ?? '{}';
  expect(JSON.parse(body).parts[0].path).toBe(path);
});

test('when it is closed, what waited has been written, and nothing more is taken', async () => {
  const closing = openLedger({ ...tenancy, gatewayId: timeOrderedId(), waitMs: 5_000 });
  const record = declaredRecord({ tenantId });
  const appended = closing.append(record);
  await closing.close();
  await expect(appended).resolves.toMatchObject({ recordId: record.id });
  await expect(closing.append(declaredRecord({ tenantId }))).rejects.toMatchObject({ code: 'ledger_closed' });
});

test('more than it may hold in memory is refused at once', async () => {
  const closing = openLedger({ ...tenancy, gatewayId: timeOrderedId(), waitMs: 5_000 });
  const parts = [{ kind: 'file', bytes: 1, fingerprint: 'x'.repeat(100 * 1024 * 1024), sent: 'first' }] as const;
  const subjectId = tenantId;
  await closing.append(declaredRecord({ tenantId }), { subjectId }); // From here on the key is in memory.
  const appended = await Promise.allSettled(
    Array.from({ length: 3 }, () => closing.append(declaredRecord({ tenantId, parts }), { subjectId })),
  );
  expect(appended[2]).toMatchObject({ status: 'rejected', reason: { code: 'ledger_overloaded' } });
  await closing.close();
});
