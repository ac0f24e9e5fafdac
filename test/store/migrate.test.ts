import { Client } from 'pg';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { systemClock } from '../../src/base/index.ts';
import { migrate } from '../../src/store/migrate.ts';
import { openMigrated, openStore } from '../../src/store/index.ts';
import { createDatabase, type TestDatabase } from '../support/database.ts';

let database: TestDatabase;

beforeEach(async () => {
  database = await createDatabase();
});
afterEach(async () => {
  await database.drop();
});

test('migrating twice, or from many processes at once, changes nothing', async () => {
  const applied = await database.asSuper('select * from store_migration order by number');
  await Promise.all(Array.from({ length: 5 }, () => migrate(database.access.owner, systemClock)));
  expect(await database.asSuper('select * from store_migration order by number')).toEqual(applied);
  expect(applied.length).toBeGreaterThanOrEqual(3);
});

test('a database of a newer octroi is refused', async () => {
  await database.asSuper(`insert into store_migration values (9999, '9999_future.sql', '', now())`);
  await expect(migrate(database.access.owner, systemClock)).rejects.toMatchObject({
    code: 'store_schema_newer',
    args: { name: '9999_future.sql' },
  });
});

test('a migration that reads otherwise than when it was applied is refused', async () => {
  await database.asSuper(`update store_migration set digest = 'x' where number = 2`);
  await expect(migrate(database.access.owner, systemClock)).rejects.toMatchObject({ code: 'store_migration_changed' });
});

test('a database made with the first text of a migration that has a second is taken', async () => {
  const first = '8501c9c72cce93d81e13697f767fe5479ee09075e655475ab867a2a147390640';
  await database.asSuper(`update store_migration set digest = '${first}' where number = 2`);
  await expect(migrate(database.access.owner, systemClock)).resolves.toBeUndefined();
});

// Databases out there hold these digests and are refused when a text changes. A new migration gets its line here; a line
// here never changes.
const shipped: Readonly<Record<string, string>> = {
  '0001_tenancy.sql': '2257a2ae8db20a374ce2b668b9c86257ff95e322ce10a90089300faae8a423a1',
  '0002_ledger.sql': 'e8b0bdd14c7369cfa37064479c5771cf4f1eb1dea5962c9f3959ce19fd90df01',
  '0003_console.sql': '415b0e1704bec07349d79c3cb5d33ef5b98424d0c9158ea1a3ba6dfbb9e28d8c',
  '0004_log.sql': '283566eb86765954c0285ac47043dcd41b6c15c3dabfa1b0860e2fb72fec2b3a',
  '0010_client_sign_in.sql': 'c39b8de97dd55a5be17956f8f16c5430d3bf3e71cfb9a89f7a55778031fef2ec',
  '0011_roles.sql': '1ea2bc8e4743bcd3bda03ebd9fa465004e675cf38421499cd0a74b1854310f0b',
  '0012_asked_records.sql': '426ceee440b4ed034f13de72c17cdac4864939d02adc4e549d0a7f2d6c1c680d',
  '0021_vendor_files.sql': '583369c5c866dc87da0a6a280a82d9611e021a326c35e6009af288f083c08001',
  '0022_compliance_and_capture.sql': '4d945fbdb8b3539529a949fd6c76980f31a38f6bd57ed45478af19c6dc366e9e',
  '0023_siem.sql': '9ce4ee5560d6ca610df21f0943b0b3a2969f4a6f53fcfb94088b307f36e6d780',
  '0024_retention.sql': '725ea454981584b6fe57339c93c8fcefe5393524303e22fbcbd04db98ea5d827',
  '0026_vendor_sums.sql': '9ec58618d691b72c0dd8f75a37dbfcbe84e2d292d448394a504cb97a56ee2a85',
  '0031_sightings.sql': '06b801b98b52ced75a24d9a056ca1fe699efa150f712636c0e7cd01cf884111b',
  '0033_watched_records.sql': '655ae3c787b2b6e0b290178ce6fec63538ba5084325c940837f35a672493feb4',
  '0040_devices.sql': '18d497f302a2827513b89200952fc8363bab324e3dec402e79b3cec524c33698',
  '0050_training.sql': '461c3d77788cf244ed7a33fc34b3456a9e90143bc079fdd862f854a3150f267b',
  '0055_inspection.sql': '8f5378a636bd187029eb19a429b9a33d2cf4ce08831770b6d68bf1f5cbe79935',
  '0056_evaluation.sql': 'a364e95faf9255034bdfcf375b18b188f16cf1a393a7215b419cf6dfd17788e5',
};

test('no migration that shipped was edited', async () => {
  const applied = await database.asSuper('select name, digest from store_migration');
  expect(Object.fromEntries(applied.map((row) => [row['name'], row['digest']]))).toEqual(shipped);
});

test('roles that were written beside accounts stay as words, with where they came from', async () => {
  const [tenant, ada, kay] = ['1', '2', '3'].map((digit) => `0000000${digit}-0000-7000-8000-000000000000`);
  await database.asSuper('drop table person_role, training_attestation, dual_control_request');
  await database.asSuper('alter table console_session drop column person_id');
  await database.asSuper(`alter table person_account add column roles text[] not null default '{}'`);
  await database.asSuper('delete from store_migration where number = 11');
  await database.asSuper(`insert into tenant values ('${tenant}', 'old', false, '', now())`);
  for (const [id, roles] of [
    [ada, '{viewer,operator}'],
    [kay, '{approver}'],
  ]) {
    await database.asSuper(`insert into person values ('${tenant}', '${id}', '${id}', '', '${id}', 'en', now())`);
    const columns = 'tenant_id, person_id, workspace_ids, roles, created_at';
    await database.asSuper(
      `insert into person_account (${columns}) values ('${tenant}', '${id}', '{}', '${roles}', now())`,
    );
  }
  await database.asSuper(`insert into person_identity values ('${tenant}', 'https://idp', '7', '${kay}', now())`);
  await migrate(database.access.owner, systemClock);
  const kept = await database.asSuper('select person_id, role, source from person_role order by role');
  expect(kept).toEqual([
    { person_id: kay, role: 'approver', source: 'identity_provider' },
    { person_id: ada, role: 'operator', source: 'granted' },
    { person_id: ada, role: 'viewer', source: 'granted' },
  ]);
});

test('a migration that fails leaves nothing of itself', async () => {
  await database.asSuper('delete from store_migration where number = 3');
  await database.asSuper('drop table console_link'); // console_session stands in its way still.
  await expect(migrate(database.access.owner, systemClock)).rejects.toMatchObject({ code: 'store_migration_failed' });
  expect(await database.asSuper(`select to_regclass('console_link') as found`)).toEqual([{ found: null }]);
});

test.each([
  ['a superuser', 'alter role octroi_probe superuser'],
  ['a role that passes row-level security', 'alter role octroi_probe bypassrls'],
])('the application refuses to run as %s', async (_, grant) => {
  await database.asSuper('create role octroi_probe login');
  await database.asSuper(grant);
  const application = { ...database.access.application, user: 'octroi_probe', options: '' };
  await expect(openMigrated({ ...database.access, application }, 2)).rejects.toMatchObject({
    code: 'store_role_too_powerful',
  });
  await database.asSuper('drop role octroi_probe');
});

test('the application refuses to run as the owner of the tables', async () => {
  const application = { ...database.access.application, user: 'octroi_owner', options: '' };
  await expect(openMigrated({ ...database.access, application }, 2)).rejects.toMatchObject({
    code: 'store_role_too_powerful',
  });
});

test('a database that answers before a record is on disk is refused', async () => {
  await database.asSuper(`alter database ${database.name} set synchronous_commit = off`);
  await expect(openMigrated(database.access, 2)).rejects.toMatchObject({
    code: 'store_not_durable',
    args: { setting: 'synchronous_commit', value: 'off' },
  });
});

test.each(['', 'mysql://a@b/c', 'not an address'])('%s is no PostgreSQL address', async (url) => {
  await expect(openStore({ kind: 'url', url, now: systemClock })).rejects.toMatchObject({ code: 'store_url_invalid' });
});

test('a database that does not answer is told as such', async () => {
  await expect(openStore({ kind: 'url', url: 'postgresql://a@127.0.0.1:1/c', now: systemClock })).rejects.toMatchObject(
    { code: 'store_unreachable', args: { detail: 'ECONNREFUSED' } },
  );
});

test('the settings of a scope end with its transaction', async () => {
  const client = new Client(database.access.application);
  await client.connect();
  await client.query('begin');
  await client.query(`select set_config('octroi.tenant', '01a214cd-5a1e-70f1-821e-27fee2383526', true)`);
  await client.query('rollback');
  const { rows } = await client.query('select octroi_tenant() as tenant');
  expect(rows).toEqual([{ tenant: null }]);
  await client.end();
});
