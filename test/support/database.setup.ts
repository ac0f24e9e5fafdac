import { rm } from 'node:fs/promises';
import type { TestProject } from 'vitest/node';
import { systemClock } from '../../src/base/index.ts';
import { openStore, startEmbedded } from '../../src/store/index.ts';
import { makeFolder } from './folder.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    socketFolder: string;
  }
}

/** One PostgreSQL for all test files: a migrated database that each file takes a copy of (27 ms). */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await makeFolder();
  // Opening it once makes the roles and the schema; it must be closed again, since a template may have no connections.
  const store = await openStore({ kind: 'embedded', folder, mode: 'own', now: systemClock });
  await store.close();
  const server = await startEmbedded({ folder, mode: 'own' });
  project.provide('socketFolder', server.socketFolder);
  return async () => {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  };
}
