import { lstatSync, readFileSync, realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The `.octroi.yaml` of a folder. `text` is null where it is there and cannot be read, or is larger than 64 KiB. */
export type LabelsFile = { readonly root: string; readonly text: string | null };

const mostBytes = 64 * 1024;
const mostFiles = 20;

/**
 * The `.octroi.yaml` of a folder and of all that it lies in, the nearest first. A folder that has another real path is told
 * under both, since a tool may name its files by either.
 */
export function labelsFilesFrom(folder: string): readonly LabelsFile[] {
  const places = new Set([...ancestors(folder), ...ancestors(realPath(folder))]);
  return [...places]
    .flatMap((root) => {
      const file = join(root, '.octroi.yaml');
      return isThere(file) ? [{ root, text: textOf(file) }] : [];
    })
    .slice(0, mostFiles);
}

function ancestors(folder: string): readonly string[] {
  const above = dirname(folder);
  return above === folder ? [folder] : [folder, ...ancestors(above)];
}

function realPath(folder: string): string {
  try {
    return realpathSync(folder);
  } catch {
    return folder; // It is gone: what it is called is all there is.
  }
}

function isThere(file: string): boolean {
  return lstatSync(file, { throwIfNoEntry: false }) !== undefined;
}

// A link may lead to what is nobody's business, and a pipe to a wait without end: a file is a file.
function textOf(file: string): string | null {
  try {
    const entry = lstatSync(file);
    return entry.isFile() && entry.size <= mostBytes ? readFileSync(file, 'utf8') : null;
  } catch {
    return null; // It is there and cannot be read: the gateway must hear of it.
  }
}
