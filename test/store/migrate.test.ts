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
