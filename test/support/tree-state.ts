import { lstat, readdir, readFile, readlink } from 'node:fs/promises';
import { join } from 'node:path';
import { sha256Hex } from '../../src/base/index.ts';

/** Everything under a folder: each path with its kind, its rights, and its bytes by their digest. */
export async function treeState(root: string, folder = ''): Promise<Readonly<Record<string, string>>> {
  const state: Record<string, string> = {};
  for (const name of (await readdir(join(root, folder))).toSorted()) {
    const path = `${folder}/${name}`;
    const status = await lstat(join(root, path));
    const rights = (status.mode & 0o7777).toString(8);
    if (status.isSymbolicLink()) state[path] = `link ${await readlink(join(root, path))}`;
    else if (status.isDirectory()) Object.assign(state, { [path]: `folder ${rights}` }, await treeState(root, path));
    else state[path] = `file ${rights} ${sha256Hex(await readFile(join(root, path)))}`;
  }
  return state;
}
