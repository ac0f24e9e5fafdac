import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { boundsOf, retentionBounds } from '../../src/catalogue/index.ts';
import { recordKinds, retentionClasses } from '../../src/ledger/index.ts';
import { retentionClassOf } from '../../src/ledger/retention-class.ts';
import { personTables } from '../../src/tenancy/index.ts';
import { createDatabase, type TestDatabase } from '../support/database.ts';

let database: TestDatabase;

beforeAll(async () => {
  database = await createDatabase();
});
afterAll(async () => {
  await database.drop();
});

/*
 * Each table of a tenant stands in one of these lists. What is erased is erased by a function of the database that asks
 * the holds; what is not says why.
 */
const erasedBy: Readonly<Record<string, string>> = {
  ledger_record: 'ledger_erase_records',
  ledger_subject_key: 'ledger_destroy_keys',
  ...Object.fromEntries(personTables.map((table) => [table, 'tenancy_erase_person'])),
};

const keptBecause: Readonly<Record<string, string>> = {
  contract: 'what the organisation holds, not a person',
  workspace: 'a team, not a person',
  ledger_record_in_clear: 'emptied by every start; an erasure is refused while it is not',
  ledger_waiting: 'what the next leaves will say, gone within a second',
  ledger_log: 'the log: leads to nobody',
  ledger_position: 'the log: leads to nobody',
  ledger_tile: 'the log: leads to nobody',
  ledger_checkpoint: 'the log: leads to nobody',
  ledger_signing_key: 'the log’s own keys',
  ledger_tenant_key: 'the tenant’s own key',
  ledger_abandoned_check: 'one instant a tenant',
  console_link: 'a hash that ends within the hour and names nobody',
  contract_compliance_key: 'what the organisation holds, not a person',
  device: 'what the organisation owns, by the name it gave it',
  device_report: 'states by control; what decided them, and for whom, is in the record, which goes',
  capture_approval: 'what two persons agreed to: ids that lead nowhere once the persons are erased',
  siem_cursor: 'a place in the log',
  sighted_line: 'keyed digests that lead to nobody, and go with the day of their connection',
  inspection_authority: 'the proxy’s own key and certificate',
  vendor_sum: 'sums by day that name nobody, no conversation and no exchange',
  evaluation_volume: 'sums by hour that name nobody, no conversation and no exchange',
  evaluation_summed: 'one instant a tenant',
  training_module_version: 'what is taught and since when, not a person',
  retention_hold: 'the holds themselves: their history stays',
  retention_certificate: 'what proves an erasure',
};

test('every table of a tenant is erased by a function that asks the holds, or says why it is kept', async () => {
  const tables = await database.asSuper(`
    select relname as name from pg_class join pg_attribute on attrelid = pg_class.oid and attname = 'tenant_id'
    where relkind in ('r', 'p') and relnamespace = 'public'::regnamespace`);
  const known = [...Object.keys(erasedBy), ...Object.keys(keptBecause)];
  expect(tables.map(({ name }) => name).toSorted()).toEqual(known.toSorted());
});

test('a table that names a person is none of those that are kept', async () => {
  const tables = await database.asSuper(`
    select relname as name from pg_class join pg_attribute on attrelid = pg_class.oid and attname = 'person_id'
    where relkind in ('r', 'p') and relnamespace = 'public'::regnamespace`);
  const unerased = tables.map(({ name }) => String(name)).filter((name) => erasedBy[name] === undefined);
  expect(unerased).toEqual(['ledger_record_in_clear']);
});

test.each(Object.entries(erasedBy))('what erases %s asks the holds and needs a tombstone', async (table, name) => {
  const source = async (proname: string): Promise<string> => {
    const [row] = await database.asSuper('select prosrc from pg_proc where proname = $1', [proname]);
    return String(row?.['prosrc']);
  };
  const text = await source(name);
  expect(text).toContain(table);
  expect(text).toContain('retention_assert_tombstone');
  // Records are asked one by one, by the trigger that no update of theirs gets round.
  const asks = name === 'ledger_erase_records' ? await source('ledger_record_is_append_only') : text;
  expect(asks).toMatch(/exists \(select from retention_holds_on(_person)?\(\w+\)\)/);
  const triggers = await database.asSuper(`
    select tgname, tgenabled from pg_trigger where tgrelid = 'ledger_record'::regclass and not tgisinternal order by 1`);
  expect(triggers).toEqual([
    { tgname: 'ledger_record_append_only', tgenabled: 'O' },
    { tgname: 'ledger_record_no_truncate', tgenabled: 'O' },
  ]);
});

test('every function that runs as the owner is one of those named here', async () => {
  const functions = await database.asSuper(`
    select proname as name, proconfig as settings from pg_proc where prosecdef and pronamespace = 'public'::regnamespace`);
  const erasing = [...new Set(Object.values(erasedBy)), 'ledger_hide_conversation'];
  expect(functions.map(({ name }) => name).toSorted()).toEqual(erasing.toSorted());
  for (const { settings } of functions) expect(settings).toEqual(['search_path=public, pg_temp']);
});

test('the database and the ledger agree on the class of every kind', async () => {
  for (const kind of recordKinds) {
    const stored = retentionClassOf(kind);
    const [row] = await database.asSuper('select ledger_class_of($1, $2) as class', [kind, stored]);
    expect([kind, row?.['class']]).toEqual([kind, stored]);
  }
});

test('every class has bounds and a source', () => {
  expect(retentionBounds.map(({ name }) => name)).toEqual([...retentionClasses]);
  for (const name of retentionClasses) {
    const bounds = boundsOf(name);
    if (!bounds) throw new Error(name);
    const { floorDays, defaultDays, ceilingDays, justifiedCeilingDays } = bounds;
    expect([floorDays, defaultDays, ceilingDays, justifiedCeilingDays]).toEqual(
      [floorDays, defaultDays, ceilingDays, justifiedCeilingDays].toSorted((one, other) => one - other),
    );
  }
});

const src = join(import.meta.dirname, '..', '..', 'src');
const sources = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file))
  .map((file) => ({ file, text: readFileSync(join(src, file), 'utf8') }));
const filesWith = (pattern: RegExp): readonly string[] =>
  sources.filter(({ text }) => pattern.test(text)).map(({ file }) => file);

test('nothing but the primitive erases records or destroys keys', () => {
  const erasing = /\bunsafe(EraseRecords|DestroyKeys)\b/;
  expect(filesWith(erasing).toSorted()).toEqual(['ledger/erasure.ts', 'retention/erase.ts']);
  expect(filesWith(/\bunsafeErasePerson\b/).toSorted()).toEqual([
    'cli/retention/open-retention.ts',
    'tenancy/index.ts',
    'tenancy/person-data.ts',
  ]);
  expect(filesWith(/ledger_erase_records|ledger_destroy_keys|tenancy_erase_person\(/).toSorted()).toEqual([
    'ledger/erasure.ts',
    'tenancy/person-data.ts',
  ]);
});

test('what shows, sends or exports records reads the view that leaves out what is hidden or erased', () => {
  // Those that write, seal, close, erase or answer the person themselves; the export looks for places, not records; what
  // vendors hold is counted, and `page-records` reads the table it is told.
  expect(
    filesWith(/\bledger_record\b(?!_)/)
      .filter((file) => !file.startsWith('retention/'))
      .toSorted(),
  ).toEqual([
    'ledger/close-abandoned.ts',
    'ledger/counted-records.ts',
    'ledger/erasure.ts',
    'ledger/insert-statement.ts',
    'ledger/log/export-verifiable.ts',
    'ledger/log/prove-sample.ts',
    'ledger/log/read-log.ts',
    'ledger/open-ledger.ts',
    'ledger/page-records.ts',
    'ledger/read-record.ts',
    'ledger/records-of-person.ts',
    'ledger/seal-records-in-clear.ts',
    'siem/ocsf/administration-events.ts',
    'siem/ocsf/compliance-events.ts',
    'store/ledger-tables.ts',
  ]);
});

test('counting is all that reads what is hidden, and the mirror and evaluations are all that counts', () => {
  expect(filesWith(/\bcountedRecords\b/).toSorted()).toEqual([
    'evaluation/volumes/read-volumes.ts',
    'ledger/counted-records.ts',
    'ledger/index.ts',
    'retention/mirror/read-exchanges.ts',
  ]);
  expect(filesWith(/\brecordsIn\b/).toSorted()).toEqual([
    'ledger/counted-records.ts',
    'ledger/export-records.ts',
    'ledger/page-records.ts',
  ]);
});
