import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { canonicalJson } from '../../src/base/index.ts';
import { type ExchangeDeclared, exportLog, exportVerifiable } from '../../src/ledger/index.ts';
import { sealRecord } from '../../src/ledger/keys/seal-record.ts';
import type { Tenancy } from '../../src/tenancy/index.ts';
import { testTenancy } from '../support/books.ts';
import { createDatabase, type TestDatabase } from '../support/database.ts';
import { appendSome, keysOf, newFolder, outcomeOf, testSequencer, verifyNamed } from '../support/log.ts';
import { makeTenant } from '../support/tenant.ts';

let database: TestDatabase;
let tenancy: Tenancy;
let tenant: string;
let record: ExchangeDeclared;

beforeAll(async () => {
  database = await createDatabase();
  tenancy = testTenancy(database.store);
});
afterAll(async () => {
  await database.drop();
});
beforeEach(async () => {
  tenant = await makeTenant(database.store);
  record = (await appendSome(tenancy, tenant, 3))[0] as ExchangeDeclared;
  await testSequencer(tenancy).round();
});

test.each([
  [
    'a row changed',
    (id: string) =>
      `update ledger_record set payload = set_byte(payload, 20, 255 - get_byte(payload, 20)) where id = '${id}'`,
  ],
  [
    'a row that took another’s place',
    (id: string) =>
      `update ledger_record set payload = other.payload, wrapped_key = other.wrapped_key, subject_key_id = other.subject_key_id from ledger_record other where ledger_record.id = '${id}' and other.id <> '${id}' and other.tenant_id = ledger_record.tenant_id`,
  ],
])('%s in the database does not open', async (_, statement) => {
  await asOwnerOfHistory(statement(record.id));
  const exporting = Array.fromAsync(exportVerifiable(tenancy, tenant, {}));
  await expect(exporting).rejects.toMatchObject({ code: 'ledger_unseal_failed' });
});

test('a row sealed anew in the database, by who holds every key, is not what the log says', async () => {
  const lie = canonicalJson({ ...record, recordedAt: record.recordedAt, parts: [] });
  const subject = await tenancy.recordKeys.ofSubject(tenant, record.sender.personId, 5_000);
  const { payload, wrappedKey } = sealRecord(subject, record, lie);
  await asOwnerOfHistory(
    `update ledger_record set payload = '\\x${payload.toString('hex')}', wrapped_key = '\\x${wrappedKey.toString('hex')}' where id = '${record.id}'`,
  );
  const name = join(await newFolder(), 'ledger.jsonl');
  await writeFile(name, (await Array.fromAsync(exportVerifiable(tenancy, tenant, {}))).join('\n'));
  expect(await outcomeOf(verifyNamed([name], await keysOf(tenancy, tenant)))).toBe('ledger_refuted_record');
});

test('a leaf changed in the database is found in what is exported from it', async () => {
  await database.asSuper(
    `update ledger_tile set data = convert_to(replace(convert_from(data, 'LATIN1'), 'exchange_declared', 'exchange_finished'), 'LATIN1') where tenant_id = $1 and level = -1`,
    [tenant],
  );
  const folder = join(await newFolder(), 'log');
  await exportLog(tenancy, tenant, { folder, hasRecords: false });
  expect(await outcomeOf(verifyNamed([folder], await keysOf(tenancy, tenant)))).toBe('ledger_refuted_leaf');
});

test('a row removed from the database leaves its leaf: the export says that a record is not there', async () => {
  await asOwnerOfHistory(`delete from ledger_record where id = '${record.id}'`);
  const name = join(await newFolder(), 'ledger.jsonl');
  await writeFile(name, (await Array.fromAsync(exportVerifiable(tenancy, tenant, {}))).join('\n'));
  expect(await verifyNamed([name], await keysOf(tenancy, tenant))).toMatchObject({ records: 2, withoutRecord: 1 });
});

/** What a superuser can do who takes the trigger away first. */
async function asOwnerOfHistory(statement: string): Promise<void> {
  await database.asSuper('alter table ledger_record disable trigger user');
  await database.asSuper(statement);
  await database.asSuper('alter table ledger_record enable trigger user');
}
