import { readdir, stat } from 'node:fs/promises';
import { join, matchesGlob } from 'node:path';

/** What stands at a path that was named or found: a file to read, or why there is nothing to read. */
export type Found =
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'link' | 'special'; readonly path: string }
  | { readonly kind: 'unreadable'; readonly path: string; readonly code: string };

/**
 * Finds the files at the paths given, folders walked to the bottom in the order of their names.
 *
 * `.git` is passed over, and so is what a pattern of `exclude` matches, by its name or by its path. Symbolic links within
 * a folder are not followed: what they point to is there itself, or lies outside. What .gitignore names is read like
 * the rest, since an assistant reads it too, and since that is where secrets lie.
 */
export async function* findFiles(paths: readonly string[], exclude: readonly string[]): AsyncGenerator<Found> {
  for (const path of paths) {
    const code = await folderOrFault(path);
    if (code === 'folder') yield* walk(path, exclude);
    else if (code === 'file') yield { kind: 'file', path };
    else yield { kind: 'unreadable', path, code };
  }
}

async function folderOrFault(path: string): Promise<string> {
  if (path === '-') return 'file';
  try {
    return (await stat(path)).isDirectory() ? 'folder' : 'file';
  } catch (fault) {
    return codeOf(fault);
  }
}

async function* walk(folder: string, exclude: readonly string[]): AsyncGenerator<Found> {
  let entries;
  try {
    entries = await readdir(folder, { withFileTypes: true });
  } catch (fault) {
    yield { kind: 'unreadable', path: folder, code: codeOf(fault) };
    return;
  }
  for (const entry of entries.toSorted((one, other) => (one.name < other.name ? -1 : 1))) {
    const path = join(folder, entry.name);
    if (entry.name === '.git' || exclude.some((pattern) => isMatch(entry.name, path, pattern))) continue;
    if (entry.isDirectory()) yield* walk(path, exclude);
    else if (entry.isFile()) yield { kind: 'file', path };
    else yield { kind: entry.isSymbolicLink() ? 'link' : 'special', path };
  }
}

function isMatch(name: string, path: string, pattern: string): boolean {
  return matchesGlob(name, pattern) || matchesGlob(path, pattern);
}

/** The system's code for a fault: ENOENT, EACCES. */
export function codeOf(fault: unknown): string {
  return fault instanceof Error && 'code' in fault ? String(fault.code) : 'EIO';
}
