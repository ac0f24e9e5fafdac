import { Kysely, PostgresDialect, sql, type Transaction } from 'kysely';
import { Client, type ClientConfig, type Pool } from 'pg';
import { type Clock, describeCause } from '../base/index.ts';
import { type Access, embeddedAccess, openPool, urlAccess } from './connect.ts';
import { superRole } from './embedded/initialize.ts';
import { type EmbeddedServer, startEmbedded } from './embedded/server.ts';
import { storeError } from './errors.ts';
import { migrate } from './migrate.ts';
import type { Tables } from './tables.ts';

export type Scoped = Transaction<Tables>;

/**
 * The database, open as the application role.
 *
 * Every read and write happens in one of three scopes, each a transaction with its setting made inside it, so that
 * nothing leaks to the next user of a pooled connection.
 */
export type Store = {
  /** Runs `work` seeing only the rows of `tenantId`. */
  inTenant<T>(tenantId: string, work: (db: Scoped) => Promise<T>): Promise<T>;
  /** Runs `work` seeing only the row that holds `hash`: how a tenant is found from a secret somebody presents. */
  withPresentedHash<T>(hash: string, work: (db: Scoped) => Promise<T>): Promise<T>;
  /** Runs `work` seeing the list of tenants and nothing else. */
  inSystem<T>(work: (db: Scoped) => Promise<T>): Promise<T>;
  /** Settings for a connection of one's own (the ledger's writer, a listener), as the application role. */
  readonly connection: ClientConfig;
  /** Ends the connections, then the embedded server if this process started it. */
  close(): Promise<void>;
};

export type StoreOptions = {
  readonly now: Clock;
  readonly maxConnections?: number;
} & (
  | { readonly kind: 'embedded'; readonly folder: string; readonly mode: 'own' | 'share' }
  | { readonly kind: 'url'; readonly url: string; readonly migrationUrl?: string | undefined }
);

/** Starts or joins the database, migrates it, and opens it. On a fault nothing is left running. */
export async function openStore(options: StoreOptions): Promise<Store> {
  if (options.kind === 'url') return openAt(urlAccess(options.url, options.migrationUrl), options);
  const server = await startEmbedded(options);
  try {
    await prepareDatabase(server);
    return await openAt(embeddedAccess(server.socketFolder), options, server);
  } catch (fault) {
    await server.stop();
    throw fault;
  }
}

async function openAt(access: Access, options: StoreOptions, server?: EmbeddedServer): Promise<Store> {
  await migrate(access.owner, options.now);
  return openMigrated(access, options.maxConnections ?? 10, server);
}

/** Opens a database that is already at this version's schema. */
export async function openMigrated(access: Access, maxConnections: number, server?: EmbeddedServer): Promise<Store> {
  const pool = await openPool(access, maxConnections);
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  return {
    inTenant: (tenantId, work) => inScope(db, { setting: 'octroi.tenant', value: tenantId }, work),
    withPresentedHash: (hash, work) => inScope(db, { setting: 'octroi.presented_hash', value: hash }, work),
    inSystem: (work) => inScope(db, { setting: 'octroi.scope', value: 'system' }, work),
    connection: access.application,
    close: () => closeAll(pool, server),
  };
}

type Scope = { readonly setting: string; readonly value: string };

async function inScope<T>(db: Kysely<Tables>, scope: Scope, work: (db: Scoped) => Promise<T>): Promise<T> {
  return db.transaction().execute(async (transaction) => {
    await sql`select set_config(${scope.setting}, ${scope.value}, true)`.execute(transaction);
    return work(transaction);
  });
}

async function closeAll(pool: Pool, server: EmbeddedServer | undefined): Promise<void> {
  await pool.end();
  await server?.stop();
}

// The embedded server's roles and database. `octroi_owner` owns the tables; `octroi_login` can do nothing but become octroi_app.
async function prepareDatabase(server: EmbeddedServer): Promise<void> {
  if (!server.isOurs) return; // Whoever started it has prepared it, or is about to fail on its own account.
  const client = new Client({ host: server.socketFolder, user: superRole, database: 'postgres' });
  await client.connect();
  try {
    const statements = [
      [`select from pg_roles where rolname = 'octroi_app'`, 'create role octroi_app nologin'],
      [`select from pg_roles where rolname = 'octroi_owner'`, 'create role octroi_owner login'],
      [`select from pg_roles where rolname = 'octroi_login'`, 'create role octroi_login login in role octroi_app'],
      [`select from pg_database where datname = 'octroi'`, 'create database octroi owner octroi_owner'],
    ] as const;
    for (const [exists, create] of statements) {
      const { rowCount } = await client.query(exists);
      if (rowCount === 0) await client.query(create);
    }
  } catch (fault) {
    throw storeError('store_init_failed', { folder: server.dataFolder, detail: describeCause(fault) }, fault);
  } finally {
    await client.end();
  }
}
