import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { inject } from 'vitest';
import { type Access, embeddedAccess, openMigrated, type Store, superRole } from '../../src/store/index.ts';

export type TestDatabase = {
  readonly name: string;
  readonly access: Access;
  readonly store: Store;
  /** Runs SQL as the server's own superuser, to look behind the application or to break something. */
  asSuper(sql: string, values?: readonly unknown[]): Promise<readonly Record<string, unknown>[]>;
  drop(): Promise<void>;
};

/** A database of its own, at this version's schema, on the real server. */
export async function createDatabase(): Promise<TestDatabase> {
  const socketFolder = inject('socketFolder');
  const name = `test_${randomBytes(6).toString('hex')}`;
  await runAsSuper(socketFolder, 'postgres', { sql: `create database ${name} template octroi owner octroi_owner` });
  const access = embeddedAccess(socketFolder, name);
  const store = await openMigrated(access, 5);
  return {
    name,
    access,
    store,
    asSuper: (sql, values) => runAsSuper(socketFolder, name, { sql, values }),
    drop: async () => {
      await store.close();
      await runAsSuper(socketFolder, 'postgres', { sql: `drop database ${name} with (force)` });
    },
  };
}

type Statement = { readonly sql: string; readonly values?: readonly unknown[] | undefined };

/** Runs one statement as the superuser of an embedded server. */
export async function runAsSuper(
  host: string,
  database: string,
  statement: Statement,
): Promise<readonly Record<string, unknown>[]> {
  const client = new Client({ host, user: superRole, database });
  client.on('error', () => {}); // The query under way tells of the break.
  await client.connect();
  try {
    const { rows } = await client.query(statement.sql, [...(statement.values ?? [])]);
    return rows;
  } finally {
    await client.end();
  }
}
