import { type Stats } from 'node:fs';
import { chown, lstat, mkdir, realpath, stat } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { sha256Hex } from '../../base/index.ts';
import { storeError } from '../errors.ts';

/** The user that runs the server when octroi itself runs as root: `nobody`. PostgreSQL refuses root, and no user is created. */
const unprivilegedId = 65534;

/** Where the embedded server keeps its things. `owner` is set when the server must run as another user than ours. */
export type Places = {
  readonly dataFolder: string;
  readonly socketFolder: string;
  readonly cacheFolder: string;
  readonly owner: number | undefined;
};

// sun_path holds 108 bytes with its final NUL (unix(7)); the server appends `/.s.PGSQL.5432` and, while starting, `.lock`.
const longestSocketFolderBytes = 107 - '/.s.PGSQL.5432.lock'.length;

/**
 * Finds the places for the server that belongs to `folder` (octroi's data folder), and makes the folders.
 *
 * Under root the server runs as `nobody`, which cannot enter a folder below, say, /root: its data then stands in
 * /var/lib/octroi under a name derived from `folder`, so that the same folder always finds the same data.
 */
export async function findPlaces(folder: string): Promise<Places> {
  await mkdir(folder, { recursive: true });
  const home = await realpath(folder);
  const owner = process.getuid?.() === 0 ? unprivilegedId : undefined;
  const isNear = owner === undefined || (await isReachableByAll(home));
  const dataFolder = isNear
    ? join(home, 'postgres')
    : join('/var/lib/octroi', sha256Hex(home).slice(0, 16), 'postgres');
  if (!isNear) await mkdir(dirname(dataFolder), { recursive: true, mode: 0o755 });
  return {
    dataFolder,
    socketFolder: await socketFolderFor(dataFolder, owner),
    cacheFolder: cacheFolderFor(owner),
    owner,
  };
}

/** Makes `folder` if need be and gives it to the server's user, closed to everybody else. */
export async function makePrivateFolder(folder: string, owner: number | undefined): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  if (owner !== undefined) await chown(folder, owner, owner);
}

async function isReachableByAll(folder: string): Promise<boolean> {
  for (let at = folder; ; at = dirname(at)) {
    const { mode } = await stat(at);
    if ((mode & 0o001) === 0) return false;
    if (at === dirname(at)) return true;
  }
}

async function socketFolderFor(dataFolder: string, owner: number | undefined): Promise<string> {
  if (Buffer.byteLength(dataFolder) <= longestSocketFolderBytes) return dataFolder;
  const folder = join(tmpdir(), `octroi-${sha256Hex(dataFolder).slice(0, 16)}`);
  await makePrivateFolder(folder, owner);
  // Everybody may write in the temporary folder: one laid there by somebody else would hand them the database.
  if (!isPrivate(await lstat(folder), owner ?? process.getuid?.() ?? 0))
    throw storeError('store_folder_unreachable', { folder });
  return folder;
}

function isPrivate(entry: Stats, owner: number): boolean {
  return entry.isDirectory() && entry.uid === owner && (entry.mode & 0o077) === 0;
}

function cacheFolderFor(owner: number | undefined): string {
  if (owner !== undefined) return '/var/cache/octroi';
  const base = process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache');
  return join(base, 'octroi');
}
