import { foldName } from './glob.ts';

export type PathSegments = { readonly isAbsolute: boolean; readonly names: readonly string[] };

/**
 * What a path may mean, whichever system wrote it: as it stands first, then as the same place under the name that its own
 * system has for it. A glob that covers any of them covers the path.
 *
 * Drives are `C:` on Windows and folders in Git Bash, Cygwin and WSL (`/c`, `/cygdrive/c`, `/mnt/c`) or behind a share
 * (`\\server\c$`); the root is also `/proc/self/root`; a path may be written as an address (`file:///…`).
 */
export function pathForms(path: string): readonly PathSegments[] {
  const written = pathSegments(withoutScheme(path));
  const forms = [written];
  const [, share, below] = /^\/\/(?:[?.]\/unc\/)?[^/]+\/([a-z])\$(\/.*)?$/.exec(plainPath(path)) ?? [];
  if (share !== undefined) forms.push(pathSegments(`${share}:${below ?? ''}`));
  if (written.isAbsolute) {
    const names = belowRoot(written.names);
    if (names !== written.names) forms.push({ isAbsolute: true, names });
    const drive = driveIn(names);
    if (drive) forms.push({ isAbsolute: true, names: drive });
  }
  return forms;
}

/**
 * The folded names of a path as it stands.
 *
 * `\` separates as `/` does, `.` and `..` are walked, and on Windows the endings that it ignores (`x.`, `x `, `x::$DATA`)
 * are dropped: none of them is a way round a glob. A drive is a name (`c:`), and so is a home written as `~`.
 */
export function pathSegments(path: string): PathSegments {
  const plain = plainPath(path)
    .replace(/^\/\/[?.]\/(unc\/)?/, '/')
    // `C:x` counts from wherever that drive stands: from its root, for want of knowing.
    .replace(/^(\/?[a-z]:)(?=[^/])/, '$1/');
  const isWindows = /^\/?[a-z]:/.test(plain) || path.includes('\\');
  const names: string[] = [];
  for (const written of plain.split('/')) {
    const name = isWindows ? withoutIgnoredEnding(written) : written;
    if (name === '' || name === '.') continue;
    if (name === '..') goUp(names);
    else names.push(name);
  }
  return { isAbsolute: /^(\/|~(\/|$)|[a-z]:)/.test(plain), names };
}

function plainPath(path: string): string {
  return foldName(path).replaceAll('\\', '/');
}

// Nothing stands above a drive; homes stand beside each other.
function goUp(names: string[]): void {
  const [first = ''] = names;
  if (names.length === 1 && /^[a-z]:$/.test(first)) return;
  if (names.length === 1 && first === '~') names[0] = 'home';
  else names.pop();
}

function withoutScheme(path: string): string {
  const [, host = '', rest] = /^file:(?:\/\/([^/\\]*))?([/\\].*)$/i.exec(foldName(path)) ?? [];
  if (rest === undefined) return path;
  const place = host === '' || host === 'localhost' ? rest : `//${host}${rest}`;
  try {
    return decodeURIComponent(place);
  } catch {
    return place;
  }
}

// Linux shows its root again under each process, and to Windows as a share.
function belowRoot(names: readonly string[]): readonly string[] {
  if (names[0] === 'proc' && names[2] === 'root') return belowRoot(names.slice(3));
  if (names[0] === 'proc' && names[2] === 'task' && names[4] === 'root') return belowRoot(names.slice(5));
  if (names[0] === 'wsl$' || names[0] === 'wsl.localhost') return belowRoot(names.slice(2));
  return names;
}

function driveIn(names: readonly string[]): readonly string[] | undefined {
  const at = names[0] === 'mnt' || names[0] === 'cygdrive' ? 1 : 0;
  const letter = names[at] ?? '';
  return /^[a-z]$/.test(letter) ? [`${letter}:`, ...names.slice(at + 1)] : undefined;
}

function withoutIgnoredEnding(name: string): string {
  if (name === '..' || /^[a-z]:$/.test(name)) return name;
  const colon = name.indexOf(':', 1);
  let end = colon === -1 ? name.length : colon;
  while (end > 0 && (name[end - 1] === '.' || name[end - 1] === ' ')) end -= 1;
  return name.slice(0, end);
}
