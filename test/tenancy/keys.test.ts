import { afterAll, beforeAll, expect, test } from 'vitest';
import { exportRecords } from '../../src/ledger/index.ts';
import {
  addContract,
  createKey,
  Directory,
  ensureTenant,
  listKeys,
  listPersons,
  revokeKey,
  type Tenancy,
} from '../../src/tenancy/index.ts';
import { testTenancy } from '../support/books.ts';
import { createDatabase, type TestDatabase } from '../support/database.ts';

let database: TestDatabase;
let tenancy: Tenancy;
let tenantId: string;

beforeAll(async () => {
  database = await createDatabase();
  tenancy = testTenancy(database.store);
  tenantId = (await ensureTenant(tenancy, 'tenant')).id;
});
afterAll(async () => {
  await database.drop();
});

const wanted = {
  personName: 'Ada Lovelace',
  workspaceName: 'billing',
  language: 'en',
  validDays: 1,
  actor: 'console',
} as const;
const contract = {
  name: 'c',
  plan: 'api',
  upstreamUrl: 'https://api.anthropic.com',
  organizationId: undefined,
  credential: 'test-credential',
  actor: 'console',
} as const;

test('neither the key nor the name of its person stands anywhere in the database', async () => {
  const { key } = await createKey(tenancy, { ...wanted, tenantId });
  const dump = JSON.stringify([
    ...(await database.asSuper('select * from octroi_key')),
    ...(await database.asSuper('select * from person')),
    ...(await database.asSuper('select * from ledger_record')),
  ]);
  for (const secret of [key, key.slice(4, 30), 'Ada', 'Lovelace']) expect(dump).not.toContain(secret);
});

test('the same name is the same person, whatever its case', async () => {
  const before = (await listPersons(database.store, tenantId)).length;
  const one = await createKey(tenancy, { ...wanted, tenantId, personName: 'Grace Hopper' });
  const other = await createKey(tenancy, { ...wanted, tenantId, personName: ' grace HOPPER ' });
  expect(other.pseudonym).toBe(one.pseudonym);
  expect((await listPersons(database.store, tenantId)).length).toBe(before + 1);
});

test('each act is a record, durable with it or not at all', async () => {
  const { id } = await createKey(tenancy, { ...wanted, tenantId });
  await revokeKey(tenancy, { tenantId, keyId: id, actor: 'command_line' });
  await revokeKey(tenancy, { tenantId, keyId: id, actor: 'command_line' });
  const records = (await Array.fromAsync(exportRecords(tenancy, tenantId, {})))
    .map((body) => JSON.parse(body))
    .filter((record) => record.keyId === id);
  expect(records.map(({ kind }) => kind)).toEqual(['key_created', 'key_revoked']);
  expect((await listKeys(tenancy, tenantId)).find((key) => key.id === id)?.state).toBe('revoked');
});

test('two who start at once make one tenant', async () => {
  const made = await Promise.all(Array.from({ length: 5 }, () => ensureTenant(tenancy, 'same')));
  expect(new Set(made.map(({ id }) => id)).size).toBe(1);
});

test('a workspace without a contract of its own uses the tenant’s first; one that has one uses that', async () => {
  const fresh = (await ensureTenant(tenancy, 'contracts')).id;
  const directory = new Directory(tenancy, async () => ({}));
  const { key } = await createKey(tenancy, { ...wanted, tenantId: fresh });
  expect((await directory.look(key)).answer).toMatchObject({ kind: 'refused', reason: 'no_contract' });
  const first = await addContract(tenancy, { ...contract, tenantId: fresh, name: 'first' });
  await addContract(tenancy, { ...contract, tenantId: fresh, name: 'second' });
  expect((await directory.look(key)).answer).toMatchObject({
    kind: 'admitted',
    admission: { sender: { contractId: first } },
  });
  const own = await addContract(tenancy, { ...contract, tenantId: fresh, name: 'own', workspaceNames: ['billing'] });
  expect((await directory.look(key)).answer).toMatchObject({
    kind: 'admitted',
    admission: { sender: { contractId: own } },
  });
});

test('a directory that does not hear the database asks it every time', async () => {
  const fresh = (await ensureTenant(tenancy, 'deaf')).id;
  await addContract(tenancy, { ...contract, tenantId: fresh });
  const directory = new Directory(tenancy, async () => ({})); // Not started: it does not listen.
  const { key, id } = await createKey(tenancy, { ...wanted, tenantId: fresh });
  expect((await directory.look(key)).answer.kind).toBe('admitted');
  await revokeKey(tenancy, { tenantId: fresh, keyId: id, actor: 'console' });
  expect((await directory.look(key)).answer).toMatchObject({ kind: 'refused', reason: 'revoked' });
});
