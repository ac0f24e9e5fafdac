import { closeSync, constants, fstatSync, lstatSync, openSync, readdirSync, readlinkSync, readSync } from 'node:fs';

/** What stands at a path, links followed. `mode` has the permission bits only. */
export type Entry = {
  readonly kind: 'file' | 'folder' | 'other';
  readonly path: string;
  readonly mode: number;
  readonly ownerId: number;
  readonly groupId: number;
  readonly bytes: number;
  readonly modifiedAtMs: number;
  /** Links that were followed to get here: the paths they stand at. */
  readonly links: readonly string[];
};

export type Reading =
  | { readonly kind: 'read'; readonly bytes: Buffer; readonly entry: Entry }
  | { readonly kind: 'absent' }
  | { readonly kind: 'fault'; readonly doubt: 'unreadable' | 'outside_root' | 'too_large' };

const maxLinks = 40;
const maxFileBytes = 4 * 1024 * 1024;

/**
 * The files of one machine, live or a copy of its tree under a folder.
 *
 * Paths are absolute with `/`, as on the machine. Links are followed as that machine would (an absolute target counts
 * from the root, `..` stops at it), so nothing outside the root is ever opened; only regular files are opened, never a
 * pipe or a device. Everything is remembered: a scan sees one state of each file.
 */
export class RootedFiles {
  readonly root: string;
  readonly #ignoresCase: boolean;
  readonly #following = new Set<string>();
  readonly #entries = new Map<string, Entry | undefined>();
  readonly #listings = new Map<string, readonly string[]>();
  readonly #readings = new Map<string, Reading>();

  constructor(root: string, ignoresCase: boolean) {
    this.root = root.length > 1 ? root.replace(/[\\/]+$/, '') : root;
    this.#ignoresCase = ignoresCase;
  }

  /** Reads a regular file of at most `maxBytes` (4 MB). */
  read(path: string, maxBytes = maxFileBytes): Reading {
    const seen = this.#readings.get(path);
    if (seen) return seen;
    const reading = this.#read(path, maxBytes);
    if (maxBytes === maxFileBytes) this.#readings.set(path, reading);
    return reading;
  }

  #read(path: string, maxBytes: number): Reading {
    const entry = this.entry(path);
    if (!entry) return this.#isDangling(path) ? { kind: 'fault', doubt: 'outside_root' } : { kind: 'absent' };
    if (entry.kind !== 'file') return { kind: 'absent' };
    if (entry.bytes > maxBytes) return { kind: 'fault', doubt: 'too_large' };
    try {
      return { kind: 'read', bytes: readRegular(this.#onDisk(entry.path), maxBytes), entry };
    } catch {
      // Whatever the system says (no right, gone, not a regular file any more), the content is not known.
      return { kind: 'fault', doubt: 'unreadable' };
    }
  }

  // A link whose target is not in the tree: on the machine it may have led somewhere.
  #isDangling(path: string): boolean {
    const parent = this.entry(folderOf(path));
    return (
      parent !== undefined &&
      this.#status(`${parent.path === '/' ? '' : parent.path}/${nameOf(path)}`)?.isSymbolicLink() === true
    );
  }

  /** What stands at a path; undefined where nothing does, or where a link leads nowhere. */
  entry(path: string): Entry | undefined {
    const wanted = normalised(path);
    if (this.#entries.has(wanted)) return this.#entries.get(wanted);
    const entry = this.#resolve(wanted);
    this.#entries.set(wanted, entry);
    return entry;
  }

  isFile = (path: string): boolean => this.entry(path)?.kind === 'file';

  isFolder = (path: string): boolean => this.entry(path)?.kind === 'folder';

  /** The names in a folder, sorted by code unit; none where there is no folder or no right to look. */
  list(path: string): readonly string[] {
    const entry = this.entry(path);
    if (entry?.kind !== 'folder') return [];
    const seen = this.#listings.get(entry.path);
    if (seen) return seen;
    let names: string[] = [];
    try {
      names = readdirSync(this.#onDisk(entry.path)).toSorted((a, b) => (a < b ? -1 : 1));
    } catch {
      // A folder that may not be listed shows nothing; what is asked of it by name is still looked for.
    }
    this.#listings.set(entry.path, names);
    return names;
  }

  /** The folders in a folder, links not followed: for walks, which a link could make endless. */
  folders(path: string): readonly string[] {
    const entry = this.entry(path);
    if (entry?.kind !== 'folder') return [];
    try {
      const found = readdirSync(this.#onDisk(entry.path), { withFileTypes: true });
      return found.filter((one) => one.isDirectory()).map(({ name }) => name);
    } catch {
      // As for `list`: a folder that may not be listed shows nothing.
      return [];
    }
  }

  // One step from the folder it lies in, which is remembered: a path costs one look at the disk.
  #resolve(path: string, links: readonly string[] = []): Entry | undefined {
    if (path === '/') return this.#entryOf('/', links);
    const parent = this.entry(folderOf(path));
    if (parent?.kind !== 'folder') return undefined;
    const folder = parent.path === '/' ? '' : parent.path;
    const here = `${folder}/${this.#spelled(folder, nameOf(path))}`;
    const status = this.#status(here);
    if (!status) return undefined;
    const followed = [...parent.links, ...links];
    if (!status.isSymbolicLink()) return this.#entryOf(here, followed);
    const target = followed.length < maxLinks ? this.#target(here) : undefined;
    if (target === undefined) return undefined;
    return this.#follow(normalised(target.startsWith('/') ? target : `${folder}/${target}`), [...followed, here]);
  }

  // Links are counted along the way, so that a circle ends; a path in it counts as absent meanwhile.
  #follow(target: string, links: readonly string[]): Entry | undefined {
    const entry = this.#following.has(target) ? undefined : this.#guarded(target);
    if (!entry || links.length > maxLinks) return undefined;
    return { ...entry, links: [...links, ...entry.links] };
  }

  #guarded(target: string): Entry | undefined {
    this.#following.add(target);
    try {
      return this.entry(target);
    } finally {
      this.#following.delete(target);
    }
  }

  #entryOf(path: string, links: readonly string[]): Entry | undefined {
    const status = this.#status(path);
    if (!status) return undefined;
    const kind = status.isFile() ? 'file' : status.isDirectory() ? 'folder' : 'other';
    return {
      kind,
      path,
      mode: status.mode & 0o7777,
      ownerId: status.uid,
      groupId: status.gid,
      bytes: status.size,
      modifiedAtMs: status.mtimeMs,
      links,
    };
  }

  #spelled(folder: string, name: string): string {
    if (!this.#ignoresCase || this.#status(`${folder}/${name}`)) return name;
    const lower = name.toLowerCase();
    return this.list(folder === '' ? '/' : folder).find((one) => one.toLowerCase() === lower) ?? name;
  }

  #onDisk(path: string): string {
    return this.root === '/' ? path : this.root + path;
  }

  #target(path: string): string | undefined {
    try {
      return readlinkSync(this.#onDisk(path));
    } catch {
      // Gone between two looks: nothing stands there.
      return undefined;
    }
  }

  #status(path: string) {
    try {
      return lstatSync(this.#onDisk(path), { throwIfNoEntry: false });
    } catch {
      // Absent, or in a folder that may not be entered: both mean that nothing can be read there.
      return undefined;
    }
  }
}

function readRegular(path: string, maxBytes: number): Buffer {
  const file = openSync(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0));
  try {
    const status = fstatSync(file);
    if (!status.isFile() || status.size > maxBytes) throw new Error('not a regular file of the size it had');
    const bytes = Buffer.alloc(status.size);
    const length = readSync(file, bytes, 0, bytes.length, 0);
    return bytes.subarray(0, length);
  } finally {
    closeSync(file);
  }
}

// Nothing to take out: most paths are so, and are asked for often.
const isPlain = /^(?:\/(?!\.\.?(?:\/|$))[^/\0]+)+$/;

/** A path without `.`, `..`, doubled or trailing slashes; `..` stops at the root. */
export function normalised(path: string): string {
  if (isPlain.test(path)) return path;
  const parts: string[] = [];
  for (const part of path.replaceAll('\0', '').split('/')) {
    if (part === '' || part === '.') continue;
    if (part === '..') parts.pop();
    else parts.push(part);
  }
  return `/${parts.join('/')}`;
}

export function folderOf(path: string): string {
  return normalised(path.slice(0, Math.max(path.lastIndexOf('/'), 0)));
}

export function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
