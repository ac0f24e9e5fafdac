import { foldName } from './glob.ts';

export type PathSegments = { readonly isAbsolute: boolean; readonly names: readonly string[] };

/**
 * The folded names of a path, whichever system wrote it.
 *
 * `\` separates as `/` does, `.` and `..` are walked, and on Windows the endings that it ignores (`x.`, `x `, `x::$DATA`)
 * are dropped: none of them is a way round a glob. A drive is a name (`c:`), and so is a home written as `~`.
 */
export function pathSegments(path: string): PathSegments {
  const plain = foldName(path)
    .replaceAll('\\', '/')
    .replace(/^\/\/[?.]\/(unc\/)?/, '/');
  const isWindows = /^\/?[a-z]:/.test(plain) || path.includes('\\');
  const names: string[] = [];
  for (const written of plain.split('/')) {
    const name = isWindows ? withoutIgnoredEnding(written) : written;
    if (name === '' || name === '.') continue;
    if (name === '..') names.pop();
    else names.push(name);
  }
  return { isAbsolute: /^(\/|~(\/|$)|[a-z]:)/.test(plain), names };
}

function withoutIgnoredEnding(name: string): string {
  if (name === '..' || /^[a-z]:$/.test(name)) return name;
  const colon = name.indexOf(':', 1);
  let end = colon === -1 ? name.length : colon;
  while (end > 0 && (name[end - 1] === '.' || name[end - 1] === ' ')) end -= 1;
  return name.slice(0, end);
}
