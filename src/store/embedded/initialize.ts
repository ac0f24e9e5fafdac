import { execFile } from 'node:child_process';
import { access, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { storeError } from '../errors.ts';
import { makePrivateFolder, type Places } from './places.ts';

const run = promisify(execFile);

/** The role that owns the embedded server. Reached only through its socket, in a folder closed to other users. */
export const superRole = 'octroi_super';

/**
 * Makes a new cluster in `places.dataFolder`, unless one is there. Takes 1–5 s.
 *
 * initdb works in a draft folder that is renamed at the end, so that one cut short leaves nothing that looks ready.
 */
export async function initializeCluster(places: Places, binaries: string): Promise<void> {
  const { dataFolder, owner } = places;
  if (await hasCluster(dataFolder)) return;
  const draft = `${dataFolder}.draft`;
  await rm(draft, { recursive: true, force: true });
  await makePrivateFolder(draft, owner);
  const options = [
    '-D',
    draft,
    '-U',
    superRole,
    '--auth=trust',
    '--encoding=UTF8',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--locale=C',
  ];
  try {
    await run(join(binaries, 'bin', 'initdb'), options, {
      cwd: dirname(dataFolder),
      env: serverEnvironment(),
      ...asUser(owner),
    });
    await rename(draft, dataFolder);
  } catch (fault) {
    throw storeError('store_init_failed', { folder: dataFolder, detail: lastLine(fault) }, fault);
  }
}

/** The environment of the server's programs: nothing of ours, so that no secret in it can reach a crash report. */
export function serverEnvironment(): NodeJS.ProcessEnv {
  return { PATH: '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' };
}

/** The spawn options that run a program as the server's own user. */
export function asUser(owner: number | undefined): { uid?: number; gid?: number } {
  return owner === undefined ? {} : { uid: owner, gid: owner };
}

async function hasCluster(dataFolder: string): Promise<boolean> {
  try {
    await access(dataFolder);
  } catch {
    return false; // Nothing there yet.
  }
  return readFile(join(dataFolder, 'PG_VERSION'), 'utf8').then(
    (version) => {
      if (version.trim() === '18') return true;
      throw storeError('store_init_failed', { folder: dataFolder, detail: `PG_VERSION ${version.trim()}` });
    },
    (fault) => {
      throw storeError('store_init_failed', { folder: dataFolder, detail: 'PG_VERSION' }, fault);
    },
  );
}

function lastLine(fault: unknown): string {
  if (!(fault instanceof Error) || !('stderr' in fault)) return '';
  return String(fault.stderr).trim().split('\n').at(-1) ?? '';
}
