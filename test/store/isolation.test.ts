import { sql } from 'kysely';
import { Client } from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { timeOrderedId } from '../../src/base/index.ts';
import { buildConsole, makeLink } from '../../src/console-api/index.ts';
import { exportRecords, findExchange, listExchanges, openLedger, sessionFingerprints } from '../../src/ledger/index.ts';
import { listFiles } from '../../src/retention/index.ts';
import type { Scoped } from '../../src/store/index.ts';
import {
  addContract,
  createKey,
  ensureTenant,
  listPeople,
  listContracts,
  listKeys,
  listPersons,
  listWorkspaces,
  resumeContract,
  revokeKey,
  stopContract,
  type Tenancy,
} from '../../src/tenancy/index.ts';
import { listAttestations } from '../../src/training/index.ts';
import { testTenancy } from '../support/books.ts';
import { fillPeople } from '../support/fill-people.ts';
import { accountsOf } from '../support/person-sign-in.ts';
import { retainedOf } from '../support/retained.ts';
import { fillVendorRows } from '../support/fill-vendor-rows.ts';
import { fillLedgerAsides } from '../support/fill-ledger-asides.ts';
import { fillDevices } from '../support/fill-devices.ts';
import { fillRetention } from '../support/fill-retention.ts';
import { rulesInForce } from '../support/rules.ts';
import { createDatabase, type TestDatabase } from '../support/database.ts';
import { appendSome, testSequencer } from '../support/log.ts';
import { declaredRecord } from '../support/records.ts';
import { tenantTables } from '../support/tenant-tables.ts';

type Side = {
  readonly tenantId: string;
  readonly keyId: string;
  readonly contractId: string;
  readonly exchangeId: string;
  readonly session: string;
  readonly personId: string;
  readonly cookie: string;
};

let database: TestDatabase;
let tenancy: Tenancy;
let mine: Side;
let theirs: Side;

beforeAll(async () => {
  database = await createDatabase();
  tenancy = testTenancy(database.store);
  mine = await fill('mine');
  theirs = await fill('theirs');
  for (const { tenantId } of [mine, theirs]) await appendSome(tenancy, tenantId, 1); // These wait to be logged.
});
afterAll(async () => {
  await database.drop();
});

/** One row at least in every table of a tenant. */
async function fill(name: string): Promise<Side> {
  const { id: tenantId } = await ensureTenant(tenancy, name);
  const terms = { plan: 'api', upstreamUrl: 'https://api.anthropic.com', organizationId: undefined };
  const contract = { name, ...terms, credential: 'test-credential' };
  const contractId = await addContract(tenancy, { tenantId, ...contract, actor: 'console' });
  const key = await createKey(tenancy, {
    tenantId,
    personName: name,
    workspaceName: name,
    language: 'en',
    validDays: 1,
    actor: 'console',
  });
  await fillVendorRows(tenancy, { tenantId, contractId, keyId: key.id });
  const ledger = openLedger({ ...tenancy, gatewayId: timeOrderedId(), waitMs: 5_000 });
  const record = declaredRecord({ tenantId, session: `session-${name}` });
  await ledger.append(record);
  await testSequencer(tenancy).round();
  await ledger.close();
  await fillPeople(tenancy, tenantId, name);
  await database.asSuper(`insert into siem_cursor (tenant_id, sink, next_seq) values ($1, 'file', 1)`, [tenantId]);
  await fillLedgerAsides(database, tenantId);
  await fillRetention(database, tenantId);
  await fillDevices(tenancy, tenantId);
  const cookie = await signIn(await makeLink(tenancy, tenantId));
  return {
    tenantId,
    keyId: key.id,
    contractId,
    exchangeId: record.exchangeId,
    session: `session-${name}`,
    personId: record.sender.personId,
    cookie,
  };
}

function server() {
  const parts = {
    store: database.store,
    tenancy,
    ...accountsOf(tenancy, timeOrderedId()),
    ...retainedOf(tenancy, timeOrderedId()),
    directory: { forget: () => {} },
    rules: rulesInForce(),
    gatewayUrl: 'http://gateway',
    version: '0',
    staticFolder: '/nowhere',
    isHttps: false,
    about: { program: 'octroi', options: '' },
    hosts: ['localhost'],
    tell: () => {},
  };
  return buildConsole(parts);
}

async function signIn(link: string): Promise<string> {
  const answered = await server().inject({
    method: 'POST',
    url: '/api/session',
    headers: { host: 'localhost' },
    payload: { link },
  });
  return String(answered.headers['set-cookie']).split(';')[0] ?? '';
}

test('every table has row-level security, forced, and every table of a tenant is in this test', async () => {
  const rows = await database.asSuper(`
    select relname as name, relrowsecurity and relforcerowsecurity as forced,
      exists (select from pg_attribute where attrelid = pg_class.oid and attname = 'tenant_id') as of_tenant
    from pg_class where relkind in ('r', 'p') and relnamespace = 'public'::regnamespace order by relname`);
  expect(rows.filter((row) => row['of_tenant']).map((row) => row['name'])).toEqual(tenantTables.toSorted());
  expect(rows.filter((row) => !row['forced']).map((row) => row['name'])).toEqual(['store_migration']);
});

test('the application role owns nothing, and cannot pass row-level security or become somebody who can', async () => {
  const [role] = await database.asSuper(`
    select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb,
      (select count(*)::int from pg_class where relowner = pg_roles.oid) as owned,
      (select count(*)::int from pg_auth_members where member = pg_roles.oid) as memberships
    from pg_roles where rolname = 'octroi_app'`);
  expect(role).toEqual({
    rolsuper: false,
    rolbypassrls: false,
    rolcreaterole: false,
    rolcreatedb: false,
    owned: 0,
    memberships: 0,
  });
});

test.each(tenantTables)(
  'raw SQL of the application sees of %s only its own tenant’s rows, and none without a tenant',
  async (table) => {
    const client = new Client(database.access.application);
    await client.connect();
    const count = async (condition: string): Promise<number> => {
      const { rows } = await client.query(`select count(*)::int as count from ${table} where ${condition}`);
      return rows[0].count;
    };
    expect(await count('true')).toBe(0);
    await client.query('begin');
    await client.query(`select set_config('octroi.tenant', $1, true)`, [mine.tenantId]);
    expect(await count('true')).toBeGreaterThan(0);
    expect(await count(`tenant_id = '${theirs.tenantId}'`)).toBe(0);
    expect(await count(`tenant_id <> '${mine.tenantId}'`)).toBe(0);
    await client.query('commit');
    expect(await count('true')).toBe(0); // The setting ended with its transaction.
    await client.query(`set octroi.scope = 'system'`);
    expect(await count('true')).toBe(0);
    await client.end();
  },
);

test.each([
  [
    'insert into another tenant',
    () =>
      `insert into workspace (tenant_id, id, name, created_at) values ('${theirs.tenantId}', gen_random_uuid(), 'x', now())`,
  ],
  [
    'append to another tenant’s ledger',
    () =>
      `insert into ledger_record (tenant_id, id, kind, recorded_at, class, subject_key_id, subject, commitment, wrapped_key, payload) values ('${theirs.tenantId}', gen_random_uuid(), 'key_revoked', now(), 'administration', gen_random_uuid(), '', '', '', '')`,
  ],
  ['move a row to another tenant', () => `update octroi_key set tenant_id = '${theirs.tenantId}'`],
  [
    'make another tenant',
    () =>
      `insert into tenant (id, name, fingerprint_key_sealed, created_at) values (gen_random_uuid(), 'x', '', now())`,
  ],
  ['change a record', () => `update ledger_record set payload = ''`],
  ['remove a record', () => 'delete from ledger_record'],
  ['empty the ledger', () => 'truncate ledger_record'],
  ['remove a tile of the log', () => 'delete from ledger_tile'],
  ['remove a head of the log', () => 'delete from ledger_checkpoint'],
  ['remove the log', () => 'delete from ledger_log'],
  ['move a record in the log', () => 'update ledger_position set seq = 0'],
  [
    'record in clear',
    () =>
      `insert into ledger_record_in_clear (tenant_id, id, kind, recorded_at, body) values ('${mine.tenantId}', gen_random_uuid(), 'x', now(), '')`,
  ],
  ['switch row-level security off', () => 'alter table octroi_key no force row level security'],
  ['rename a person', () => `update person set pseudonym = 'x'`],
  ['delete a key', () => 'delete from octroi_key'],
  ['delete an account', () => 'delete from person_account'],
  ['delete a session', () => 'delete from client_session'],
  ['change an attestation', () => `update training_attestation set module = 'x'`],
  ['change whose role it is', () => `update person_role set role = 'x'`],
  ['point an identity at another person', () => `update person_identity set subject = 'x'`],
])('raw SQL of the application cannot %s', async (_, statement) => {
  const attempt = database.store.inTenant(mine.tenantId, (db) => sql.raw(statement()).execute(db));
  await expect(attempt).rejects.toMatchObject({ code: '42501' });
});

const changes = ['update ledger_record set payload = payload', 'delete from ledger_record', 'truncate ledger_record'];

test.each(changes)('not even the owner of the tables, nor a superuser, can %s', async (statement) => {
  const count = 'select count(*)::int as count from ledger_record';
  const [before] = await database.asSuper(count);
  const owner = new Client(database.access.owner);
  await owner.connect();
  await owner.query(`select set_config('octroi.tenant', $1, false)`, [mine.tenantId]);
  // Row-level security leaves the owner nothing to change; what it does not stop, the trigger does.
  const outcome = await owner.query(statement).then(
    ({ rowCount }) => rowCount,
    (fault: Error) => fault.message,
  );
  await owner.end();
  expect([0, 'ledger_record is append-only']).toContain(outcome);
  await expect(database.asSuper(statement)).rejects.toMatchObject({ message: 'ledger_record is append-only' });
  expect(await database.asSuper(count)).toEqual([before]);
});

test.each([
  ['keys', async () => listKeys(tenancy, mine.tenantId)],
  ['files at vendors', async () => listFiles(tenancy, mine.tenantId)],
  ['contracts', async () => listContracts(tenancy, mine.tenantId)],
  ['persons', async () => listPersons(database.store, mine.tenantId)],
  ['people', async () => listPeople({ tenancy, tenantId: mine.tenantId })],
  ['trainings', async () => listAttestations(tenancy, mine.tenantId)],
  ['workspaces', async () => listWorkspaces(database.store, mine.tenantId)],
  ['exchanges', async () => listExchanges(tenancy, mine.tenantId, { limit: 1_000 })],
  ['exported records', async () => Array.fromAsync(exportRecords(tenancy, mine.tenantId, {}))],
])('the query for %s returns nothing of another tenant', async (_, query) => {
  const found = JSON.stringify(await query());
  expect(found.length).toBeGreaterThan(2);
  for (const trace of [theirs.tenantId, theirs.keyId, theirs.contractId, theirs.exchangeId, 'theirs'])
    expect(found).not.toContain(trace);
});

test('asking for another tenant’s things by their ids finds nothing and changes nothing', async () => {
  const { tenantId } = mine;
  await expect(findExchange(tenancy, tenantId, theirs.exchangeId)).rejects.toMatchObject({
    code: 'ledger_exchange_unknown',
  });
  expect((await sessionFingerprints(tenancy, tenantId, theirs)).size).toBe(0);
  expect((await sessionFingerprints(tenancy, theirs.tenantId, theirs)).size).toBeGreaterThan(0);
  await expect(revokeKey(tenancy, { tenantId, keyId: theirs.keyId, actor: 'console' })).rejects.toMatchObject({
    code: 'tenancy_key_unknown',
  });
  await expect(
    resumeContract(tenancy, { tenantId, contractId: theirs.contractId, actor: 'console' }),
  ).rejects.toMatchObject({ code: 'tenancy_contract_unknown' });
  const mismatch = { tenantId, contractId: theirs.contractId, exchangeId: mine.exchangeId };
  await stopContract(tenancy, { ...mismatch, expectedOrganizationId: 'a', answeredOrganizationId: 'b' });
  expect((await listContracts(tenancy, theirs.tenantId))[0]?.stoppedAt).toBeNull();
  expect((await listKeys(tenancy, theirs.tenantId))[0]?.state).toBe('active');
  const filter = { limit: 100, personId: theirs.keyId, workspaceId: theirs.keyId };
  expect(await listExchanges(tenancy, tenantId, filter)).toEqual([]);
});

test.each(['/api/session', '/api/setup', '/api/names', '/api/exchanges', '/api/keys', '/api/approvals'])(
  '%s shows nothing of another tenant',
  async (url) => {
    const answered = await server().inject({ url, headers: { host: 'localhost', cookie: mine.cookie } });
    expect(answered.statusCode).toBe(200);
    for (const trace of [theirs.keyId, theirs.exchangeId, 'theirs']) expect(answered.body).not.toContain(trace);
  },
);

test('the console answers for another tenant’s ids as for ids that do not exist', async () => {
  const headers = { host: 'localhost', cookie: mine.cookie };
  expect((await server().inject({ url: `/api/exchanges/${theirs.exchangeId}`, headers })).statusCode).toBe(404);
  const revoking = { method: 'POST', url: `/api/keys/${theirs.keyId}/revoke`, headers } as const;
  expect((await server().inject(revoking)).statusCode).toBe(404);
  expect((await listKeys(tenancy, theirs.tenantId))[0]?.state).toBe('active');
});

test('a presented hash opens the row that holds it and no other', async () => {
  const keys = (db: Scoped) => db.selectFrom('octroi_key').selectAll().execute();
  expect(await database.store.withPresentedHash('0'.repeat(64), keys)).toEqual([]);
  const seen = (db: Scoped) => db.selectFrom('ledger_record').select('id').execute();
  expect(await database.store.withPresentedHash('0'.repeat(64), seen)).toEqual([]);
});
