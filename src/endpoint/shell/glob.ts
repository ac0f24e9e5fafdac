import type { RootedFiles } from '../machine/rooted-files.ts';

const maxFound = 500;

/** The existing paths that match, sorted; undefined for a pattern that is not anchored at the root. */
export function globFiles(files: RootedFiles, pattern: RegExp, path: string): readonly string[] | undefined {
  if (!path.startsWith('/')) return undefined;
  const parts = path.split('/').slice(1);
  let found: string[] = [''];
  for (const [index, part] of parts.entries()) {
    const isLast = index === parts.length - 1;
    if (!/[*?[]/.test(part)) {
      found = found.map((folder) => `${folder}/${part}`);
      continue;
    }
    const shown = (name: string): boolean => !name.startsWith('.') || part.startsWith('.');
    found = found
      .flatMap((folder) =>
        files
          .list(folder === '' ? '/' : folder)
          .filter(shown)
          .map((name) => `${folder}/${name}`),
      )
      .filter((one) => isLast || files.isFolder(one))
      .slice(0, maxFound);
    if (isLast) found = found.filter((one) => pattern.test(one));
  }
  return found.filter((one) => files.entry(one) !== undefined).toSorted();
}
