import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { runAsSuper } from './run-as-super.ts';
import { makeFolder } from './folder.ts';
import { systemClock } from '../../src/base/index.ts';
import {
  type EmbeddedServer,
  embeddedAccess,
  openMigrated,
  openStore,
  startEmbedded,
  type Store,
} from '../../src/store/index.ts';

export type OwnServer = {
  readonly folder: string;
  readonly store: Store;
  /** Ends the server and leaves it away. */
  goAway(): Promise<void>;
  /** Brings it back, if it is away. */
  comeBack(): Promise<void>;
  /** Kills the server's main process; the product's own supervision brings it back. */
  kill(): Promise<void>;
  asSuper(sql: string): Promise<readonly Record<string, unknown>[]>;
  remove(): Promise<void>;
};

/** A PostgreSQL of its own for one test file, to take away and bring back under a running gateway. */
export async function startOwnServer(): Promise<OwnServer> {
  const folder = await makeFolder();
  const first = await openStore({ kind: 'embedded', folder, mode: 'own', now: systemClock });
  await first.close();
  let server: EmbeddedServer = await startEmbedded({ folder, mode: 'own' });
  let isAway = false;
  const store = await openMigrated(embeddedAccess(server.socketFolder), 5);
  return {
    folder,
    store,
    goAway: async () => {
      await server.stop();
      isAway = true;
    },
    comeBack: async () => {
      if (isAway) server = await startEmbedded({ folder, mode: 'own' });
      isAway = false;
    },
    kill: async () => {
      const pid = Number.parseInt(await readFile(join(server.dataFolder, 'postmaster.pid'), 'utf8'), 10);
      process.kill(pid, 'SIGKILL');
    },
    asSuper: (sql) => runAsSuper(server.socketFolder, 'octroi', { sql }),
    remove: async () => {
      await store.close();
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
