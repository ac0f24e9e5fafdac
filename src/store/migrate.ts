import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Client, type ClientConfig } from 'pg';
import { type Clock, describeCause, OctroiError, sha256Hex } from '../base/index.ts';
import { storeError } from './errors.ts';

type Migration = { readonly number: number; readonly name: string; readonly sql: string; readonly digest: string };

const migrationsFolder = join(import.meta.dirname, 'migrations');

// Texts that stood under a migration's name once and lead to the same schema. 0002 got two storage settings after databases
// had been made with it; the table they are for is set aside by 0004.
const earlierTexts: Readonly<Record<string, string>> = {
  '0002_ledger.sql': '8501c9c72cce93d81e13697f767fe5479ee09075e655475ab867a2a147390640',
};

// Any number that no other user of the database takes: one migration at a time, whoever starts first.
const migrationLock = 7_106_173;

/**
 * Brings the database to this version's schema, each migration in its own transaction, as the owner of the tables.
 *
 * @throws store_schema_newer when the database was migrated by a newer octroi, store_migration_changed when a
 *   migration that was applied reads otherwise today, store_role_missing when the role octroi_app can't be made.
 */
export async function migrate(owner: ClientConfig, now: Clock): Promise<void> {
  const client = new Client(owner);
  try {
    await client.connect();
  } catch (fault) {
    throw storeError('store_unreachable', { detail: describeCause(fault) }, fault);
  }
  try {
    await client.query('select pg_advisory_lock($1)', [migrationLock]);
    await ensureApplicationRole(client);
    await applyMissing(client, await readMigrations(), now);
  } finally {
    await client.end();
  }
}

async function readMigrations(): Promise<readonly Migration[]> {
  const names = (await readdir(migrationsFolder)).filter((name) => /^\d{4}_[a-z_]+\.sql$/.test(name)).toSorted();
  return Promise.all(
    names.map(async (name) => {
      const sql = await readFile(join(migrationsFolder, name), 'utf8');
      return { number: Number(name.slice(0, 4)), name, sql, digest: sha256Hex(sql) };
    }),
  );
}

async function ensureApplicationRole(client: Client): Promise<void> {
  const found = await client.query(`select from pg_roles where rolname = 'octroi_app'`);
  if (found.rowCount !== 0) return;
  try {
    await client.query('create role octroi_app nologin');
    await client.query('grant octroi_app to current_user');
  } catch (fault) {
    throw storeError('store_role_missing', {}, fault);
  }
}

async function applyMissing(client: Client, migrations: readonly Migration[], now: Clock): Promise<void> {
  await client.query(
    'create table if not exists store_migration (number int primary key, name text not null, digest text not null, applied_at timestamptz not null)',
  );
  const { rows } = await client.query<{ number: number; name: string; digest: string }>(
    'select number, name, digest from store_migration',
  );
  const applied = new Map(rows.map((row) => [row.number, row]));
  const newest = Math.max(0, ...migrations.map((migration) => migration.number));
  const unknown = rows.find((row) => row.number > newest);
  if (unknown) throw storeError('store_schema_newer', { name: unknown.name });
  for (const migration of migrations) {
    const before = applied.get(migration.number);
    if (before && before.digest !== migration.digest && before.digest !== earlierTexts[migration.name])
      throw storeError('store_migration_changed', { name: migration.name });
    if (!before) await apply(client, migration, now);
  }
}

async function apply(client: Client, migration: Migration, now: Clock): Promise<void> {
  try {
    await client.query('begin');
    await client.query(migration.sql);
    const row = [migration.number, migration.name, migration.digest, now()];
    await client.query('insert into store_migration (number, name, digest, applied_at) values ($1, $2, $3, $4)', row);
    await client.query('commit');
  } catch (fault) {
    await client.query('rollback').catch(() => {}); // The fault that brought us here is the one to tell.
    if (fault instanceof OctroiError) throw fault;
    const detail = fault instanceof Error ? fault.message : '';
    throw storeError('store_migration_failed', { name: migration.name, detail }, fault);
  }
}
