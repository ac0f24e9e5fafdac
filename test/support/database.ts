import { randomBytes } from 'node:crypto';
import { inject } from 'vitest';
import { type Access, embeddedAccess, openMigrated, type Store } from '../../src/store/index.ts';
import { runAsSuper } from './run-as-super.ts';

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
