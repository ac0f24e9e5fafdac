import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { timeOrderedId } from '../../src/base/index.ts';
import { exportLog, exportRecords, exportVerifiable, listExchanges, proveRecord } from '../../src/ledger/index.ts';
import { digestOfIds } from '../../src/ledger/verify/index.ts';
import {
  certificateFile,
  deleteConversation,
  eraseOnOrder,
  listCertificates,
  planErasure,
  type Retention,
  sweep,
} from '../../src/retention/index.ts';
import { createKey, ensureTenant, listKeys, listPersons, type Tenancy } from '../../src/tenancy/index.ts';
import { testTenancy } from '../support/books.ts';
import { createDatabase, type TestDatabase } from '../support/database.ts';
import { fillTraining } from '../support/fill-people.ts';
import { keysOf, newFolder, outcomeOf, testSequencer, verifyNamed } from '../support/log.ts';
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

const statement = { reason: 'request 7', by: 'the DPO' };

async function personWithExchanges(count = 2) {
  const { id: tenantId } = await ensureTenant(tenancy, timeOrderedId());
  const wanted = { tenantId, workspaceName: 'w', language: 'en', validDays: 1, actor: 'console' } as const;
  await createKey(tenancy, { ...wanted, personName: 'Ada Lovelace' });
  const [person] = await listPersons(database.store, tenantId);
  const personId = person?.id ?? '';
  const session = timeOrderedId();
  const records = Array.from({ length: count }, () => exchangeRecords({ tenantId, personId, session })).flat();
  await appendFor(tenancy, personId, records);
  await testSequencer(tenancy).round();
  return { tenantId, personId, session, records };
}

async function erasePerson(tenantId: string, personId: string) {
  const selection = { kind: 'person', personId } as const;
  const { digest } = await planErasure(retention, tenantId, selection);
  const erased = await eraseOnOrder(retention, { tenantId, selection, digest, ...statement });
  await testSequencer(tenancy).round();
  return erased;
}

async function fileWith(lines: AsyncIterable<string> | string): Promise<string> {
  const file = join(await newFolder(), 'evidence');
  const text = typeof lines === 'string' ? lines : (await Array.fromAsync(lines)).map((line) => `${line}\n`).join('');
  await writeFile(file, text);
  return file;
}

test('after a person is erased every proof, export and log of before still verifies, and new ones say erased', async () => {
  const { tenantId, personId, records } = await personWithExchanges();
  const keys = await keysOf(tenancy, tenantId);
  const recordId = records[0]?.id ?? '';
  const before = [
    await fileWith(await proveRecord(tenancy, tenantId, recordId)),
    await fileWith(exportVerifiable(tenancy, tenantId, {})),
    await newFolder(),
  ];
  await exportLog(tenancy, tenantId, { folder: before[2] ?? '', hasRecords: true });
  const { tombstoneId, records: count, destroyedKeys } = await erasePerson(tenantId, personId);
  expect({ count, destroyedKeys }).toEqual({ count: 5, destroyedKeys: 1 });
  for (const file of before) expect(await outcomeOf(verifyNamed([file], keys))).toBe('proven');
  const proof = await proveRecord(tenancy, tenantId, recordId);
  expect(await verifyNamed([await fileWith(proof)], keys)).toMatchObject({ what: 'proof', records: 0, erased: 1 });
  const exported = await fileWith(exportVerifiable(tenancy, tenantId, {}));
  expect(await verifyNamed([exported], keys)).toMatchObject({ what: 'export', erased: 5 });
  const lines = (await readFile(exported, 'utf8')).split('\n').filter((line) => line.includes('erasedBy'));
  expect(lines.every((line) => line.includes(tombstoneId))).toBe(true);
  // Which records a tombstone means can be checked from the leaves alone.
  const ids = lines.map((line) => JSON.parse(JSON.parse(line).leaf).record as string);
  const [told] = await Array.fromAsync(exportRecords(tenancy, tenantId, { kinds: ['records_erased'] }));
  expect(JSON.parse(told ?? '')).toMatchObject({
    records: 5,
    recordsDigest: digestOfIds(ids),
    ground: 'person_erased',
  });
  const now = await newFolder();
  await exportLog(tenancy, tenantId, { folder: now, hasRecords: true });
  expect(await outcomeOf(verifyNamed([now, join(before[2] ?? '', 'checkpoint')], keys))).toBe('proven');
});

test('of an erased person no row, name, key or account is left, and nobody is let in', async () => {
  const { tenantId, personId } = await personWithExchanges();
  await fillTraining(tenancy, { tenantId, personId });
  const plan = await planErasure(retention, tenantId, { kind: 'person', personId });
  expect(JSON.stringify(plan)).toContain('training_attempt');
  await erasePerson(tenantId, personId);
  expect(await listPersons(database.store, tenantId)).toEqual([]);
  expect(await listKeys(tenancy, tenantId)).toEqual([]);
  expect(await listExchanges(tenancy, tenantId, { limit: 10 })).toEqual([]);
  const tables = await database.asSuper(
    `select relname from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace`,
  );
  for (const { relname } of tables) {
    const found = await database.asSuper(`select count(*)::int as n from ${String(relname)} t where t::text like $1`, [
      `%${personId}%`,
    ]);
    // The certificate says who was erased by an id that leads nowhere; so does the row of the key that is no more.
    const known = ['ledger_subject_key', 'retention_certificate'].includes(String(relname));
    expect([relname, found[0]?.['n']]).toEqual([relname, known ? 1 : 0]);
  }
});

test('neither the sealed name nor the wrapped key of an erased person is in the files of the live tables', async () => {
  const { tenantId, personId } = await personWithExchanges();
  const [name] = await database.asSuper('select name_sealed from person where id = $1', [personId]);
  const [key] = await database.asSuper('select wrapped from ledger_subject_key where subject_id = $1', [personId]);
  const secrets = [name?.['name_sealed'], key?.['wrapped']].map((each) => Buffer.from(each as Buffer));
  expect(await filesHolding(secrets)).toEqual(['person', 'ledger_subject_key']);
  expect((await erasePerson(tenantId, personId)).isClean).toBe(true);
  expect(await filesHolding(secrets)).toEqual([]);
});

async function filesHolding(secrets: readonly Buffer[]): Promise<readonly string[]> {
  await database.asSuper('checkpoint');
  const [folder] = await database.asSuper('show data_directory');
  const found: string[] = [];
  for (const [at, table] of ['person', 'ledger_subject_key'].entries()) {
    const [path] = await database.asSuper('select pg_relation_filepath($1::regclass) as path', [table]);
    const bytes = await readFile(join(String(folder?.['data_directory']), String(path?.['path'])));
    if (bytes.includes(secrets[at] ?? Buffer.of())) found.push(table);
  }
  return found;
}

test('a certificate verifies offline with its tombstone, and a changed one does not', async () => {
  const { tenantId, personId } = await personWithExchanges();
  const { tombstoneId } = await erasePerson(tenantId, personId);
  const keys = await keysOf(tenancy, tenantId);
  const file = await certificateFile(retention, tenantId, tombstoneId);
  const verdict = await verifyNamed([await fileWith(file)], keys);
  expect(verdict).toMatchObject({
    what: 'certificate',
    isTrusted: true,
    certificate: { records: 4 + 1, backupDays: 30, by: 'the DPO' },
  });
  expect(verdict.certificate?.rows).toMatchObject({ person: 1, octroi_key: 1 });
  expect(await listCertificates(retention, tenantId)).toMatchObject([{ tombstone: tombstoneId, reason: 'request 7' }]);
  for (const [from, to, code] of [
    ['request 7', 'request 8', 'ledger_signature_invalid'],
    ['erasure-certificate@1', 'erasure-certificate@2', 'ledger_export_malformed'],
  ])
    expect(await outcomeOf(verifyNamed([await fileWith(file.replace(from ?? '', to ?? ''))], keys))).toBe(code);
  const other = await personWithExchanges();
  const second = await erasePerson(other.tenantId, other.personId);
  const { proof } = JSON.parse(await certificateFile(retention, other.tenantId, second.tombstoneId));
  const mixed = file.replace(/"proof":".*"}/, `"proof":${JSON.stringify(proof)}}`);
  expect(await outcomeOf(verifyNamed([await fileWith(mixed)], keys))).toBe('ledger_signature_unknown');
  expect(await outcomeOf(verifyNamed([await fileWith(file)], ''))).toBe('ledger_keys_missing');
});

test('a certificate beside the tombstone of another erasure is refused', async () => {
  const { tenantId, session, personId } = await personWithExchanges();
  const selection = { kind: 'conversation', session } as const;
  const { digest } = await planErasure(retention, tenantId, selection);
  const first = await eraseOnOrder(retention, { tenantId, selection, digest, ...statement });
  const second = await erasePerson(tenantId, personId);
  const keys = await keysOf(tenancy, tenantId);
  const file = JSON.parse(await certificateFile(retention, tenantId, first.tombstoneId));
  const { proof } = JSON.parse(await certificateFile(retention, tenantId, second.tombstoneId));
  const mixed = JSON.stringify({ ...file, proof });
  expect(await outcomeOf(verifyNamed([await fileWith(mixed)], keys))).toBe('ledger_refuted_certificate');
});

test('a deleted conversation is gone from lists and exports at once, and from the store within its days', async () => {
  const { tenantId, session, records } = await personWithExchanges();
  const ids = records.map(({ id }) => id);
  const { eraseBy } = await deleteConversation(retention, { tenantId, session, ...statement });
  expect(new Date(eraseBy).getTime() - Date.now()).toBeLessThanOrEqual(30 * dayMs);
  expect(await listExchanges(tenancy, tenantId, { limit: 10 })).toEqual([]);
  const texts = [
    (await Array.fromAsync(exportRecords(tenancy, tenantId, {}))).join('\n'),
    (await Array.fromAsync(exportVerifiable(tenancy, tenantId, {}))).join('\n'),
    await proveRecord(tenancy, tenantId, ids[0] ?? ''),
  ];
  for (const text of texts) expect(text).not.toMatch(/"kind":"exchange_declared","parts"|sender/);
  expect(await sweep(retention, tenantId)).toMatchObject({ records: 0 });
  const later = testRetention(tenancy, { now: () => new Date(eraseBy) });
  expect(await sweep(later, tenantId)).toMatchObject({ records: 4 });
  const [left] = await database.asSuper(
    'select count(*)::int as n from ledger_record where id = any ($1) and payload is not null',
    [ids],
  );
  expect(left).toEqual({ n: 0 });
});

test('an answer that ends after its conversation was deleted is not shown, and goes with it', async () => {
  const { tenantId, personId } = await personWithExchanges();
  const session = timeOrderedId();
  const [began, ended] = exchangeRecords({ tenantId, personId, session });
  await appendFor(tenancy, personId, [began]);
  const { eraseBy } = await deleteConversation(retention, { tenantId, session, ...statement });
  await appendFor(tenancy, personId, [ended]);
  expect((await Array.fromAsync(exportRecords(tenancy, tenantId, {}))).join('')).not.toContain(ended.id);
  const later = testRetention(tenancy, { now: () => new Date(eraseBy) });
  expect(await sweep(later, tenantId)).toMatchObject({ records: 2 });
});

test.each([
  [
    'a conversation that is not there',
    async (tenantId: string) => deleteConversation(retention, { tenantId, session: 'x', ...statement }),
    'retention_conversation_unknown',
  ],
  [
    'nothing',
    async (tenantId: string) => {
      const selection = { kind: 'conversation', session: 'x' } as const;
      const { digest } = await planErasure(retention, tenantId, selection);
      return eraseOnOrder(retention, { tenantId, selection, digest, ...statement });
    },
    'retention_nothing_there',
  ],
  [
    'what was not looked at',
    async (tenantId: string) =>
      eraseOnOrder(retention, {
        tenantId,
        selection: { kind: 'conversation', session: 'x' },
        digest: '0',
        ...statement,
      }),
    'retention_plan_other',
  ],
  [
    'on nobody’s order',
    async (tenantId: string) => deleteConversation(retention, { tenantId, session: 'x', reason: 'y', by: ' ' }),
    'retention_statement_invalid',
  ],
  [
    'a certificate that is not there',
    async (tenantId: string) => certificateFile(retention, tenantId, 'x'),
    'retention_certificate_unknown',
  ],
])('erasing %s is refused', async (_, attempt, code) => {
  const { id: tenantId } = await ensureTenant(tenancy, timeOrderedId());
  await expect(attempt(tenantId)).rejects.toMatchObject({ code });
});

test('a person is not erased while records of an earlier version wait to be sealed', async () => {
  const { tenantId, personId } = await personWithExchanges();
  await database.asSuper(
    `insert into ledger_record_in_clear (tenant_id, id, kind, recorded_at, body) values ($1, gen_random_uuid(), 'x', now(), '{}')`,
    [tenantId],
  );
  await expect(erasePerson(tenantId, personId)).rejects.toMatchObject({ code: 'retention_records_in_clear' });
});

test.each([
  ['records', (id: string) => `select ledger_erase_records(array['${id}']::uuid[], gen_random_uuid())`],
  [
    'records under a tombstone that is none',
    (id: string) => `select ledger_erase_records(array['${id}']::uuid[], '${id}')`,
  ],
  ['keys', () => 'select ledger_destroy_keys(gen_random_uuid(), gen_random_uuid())'],
  ['persons', () => 'select tenancy_erase_person(gen_random_uuid(), gen_random_uuid())'],
])('raw SQL of the application erases no %s without a tombstone', async (_, statementOf) => {
  const { tenantId, records } = await personWithExchanges(1);
  const [some, another] = records;
  const text = statementOf(some?.id ?? '');
  await expect(database.store.inTenant(tenantId, (db) => sql.raw(text).execute(db))).rejects.toMatchObject({
    code: '42501',
  });
  expect(another).toBeDefined();
});
