import { type ClientConfig, Pool } from 'pg';
import { describeCause } from '../base/index.ts';
import { storeError } from './errors.ts';

/**
 * How to reach the database: as the owner of the tables (migrations only), and as the application.
 *
 * The application role owns nothing and cannot pass row-level security; every query of the running product uses it.
 */
export type Access = { readonly owner: ClientConfig; readonly application: ClientConfig };

/** Access to the embedded server through its socket. `database` lets tests take one made from a template. */
export function embeddedAccess(socketFolder: string, database = 'octroi'): Access {
  const base = { host: socketFolder, database, connectionTimeoutMillis: 10_000 };
  return {
    owner: { ...base, user: 'octroi_owner' },
    application: { ...base, user: 'octroi_login', options: applicationOptions },
  };
}

/**
 * Access through the company's own PostgreSQL.
 *
 * @param url the application's login; `postgres:` or `postgresql:`.
 * @param migrationUrl the login that owns the tables; the same one when absent.
 * @throws store_url_invalid
 */
export function urlAccess(url: string, migrationUrl: string | undefined): Access {
  return {
    owner: {
      connectionString: checkedUrl(
        migrationUrl ?? url,
        migrationUrl === undefined ? 'DATABASE_URL' : 'OCTROI_MIGRATION_URL',
      ),
      connectionTimeoutMillis: 10_000,
    },
    application: {
      connectionString: checkedUrl(url, 'DATABASE_URL'),
      options: applicationOptions,
      connectionTimeoutMillis: 10_000,
    },
  };
}

// Whatever the login may do, its sessions start as the restricted role; `assertSafe` checks that it took.
const applicationOptions = '-c role=octroi_app';

function checkedUrl(url: string, setting: string): string {
  // The driver parses the rest; only what is no such address at all is told here.
  if (!/^postgres(ql)?:\/\/\S+$/.test(url)) throw storeError('store_url_invalid', { setting });
  return url;
}

/** Opens the application's pool and refuses a database that could not keep our promises. */
export async function openPool(access: Access, maxConnections: number): Promise<Pool> {
  const pool = new Pool({ ...access.application, max: maxConnections, idleTimeoutMillis: 30_000 });
  // A connection that breaks while idle is replaced at the next query; the query after it tells of a lasting fault.
  pool.on('error', () => {});
  // One that breaks between two queries of a transaction has no query to tell it either, and no listener of the pool's:
  // unheard, that would end the process.
  pool.on('connect', (client) => client.on('error', () => {}));
  try {
    await assertSafe(pool);
    return pool;
  } catch (fault) {
    await pool.end();
    throw fault;
  }
}

type SafetyRow = {
  readonly role: string;
  readonly is_too_powerful: boolean;
  readonly owned: number;
  readonly fsync: string;
  readonly synchronous_commit: string;
};

async function assertSafe(pool: Pool): Promise<void> {
  const row = await readSafety(pool);
  if (row.role !== 'octroi_app' || row.is_too_powerful || row.owned > 0)
    throw storeError('store_role_too_powerful', { role: row.role });
  if (row.fsync !== 'on') throw storeError('store_not_durable', { setting: 'fsync', value: row.fsync });
  // remote_write and off answer before the record is on disk; local, on and remote_apply after.
  if (!['on', 'local', 'remote_apply'].includes(row.synchronous_commit)) {
    throw storeError('store_not_durable', { setting: 'synchronous_commit', value: row.synchronous_commit });
  }
}

async function readSafety(pool: Pool): Promise<SafetyRow> {
  const sql = `
    select current_user as role, rolsuper or rolbypassrls as is_too_powerful,
      (select count(*)::int from pg_class where relowner = pg_roles.oid and relkind in ('r', 'p')) as owned,
      current_setting('fsync') as fsync, current_setting('synchronous_commit') as synchronous_commit
    from pg_roles where rolname = current_user`;
  try {
    const { rows } = await pool.query<SafetyRow>(sql);
    const row = rows[0];
    if (row) return row;
  } catch (fault) {
    // The role of the sessions is not there (22023, 42704), or is not the login's to take (42501).
    const code = describeCause(fault);
    const isMissingRole = ['22023', '42704', '42501'].includes(code);
    throw storeError(isMissingRole ? 'store_role_missing' : 'store_unreachable', { detail: code }, fault);
  }
  throw storeError('store_unreachable', { detail: 'pg_roles' });
}
