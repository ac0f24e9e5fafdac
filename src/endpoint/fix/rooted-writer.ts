import {
  chmodSync,
  closeSync,
  constants,
  fchmodSync,
  fchownSync,
  fstatSync,
  fsyncSync,
  lstatSync,
  mkdirSync,
  openSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmdirSync,
  symlinkSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { randomBytes } from 'node:crypto';
import { endpointError } from '../errors.ts';
import { folderOf, nameOf, normalised, type RootedFiles } from '../machine/rooted-files.ts';
import type { FileState } from './file-state.ts';

/** How large a file was when it was looked at, and when it had been written last. */
export type Seen = { readonly bytes: number; readonly modifiedAtMs: number };

const folderMode = 0o755;
const flags = constants.O_RDONLY | (constants.O_DIRECTORY ?? 0) | (constants.O_NOFOLLOW ?? 0);
const maxBytes = 4 * 1024 * 1024;

/**
 * Changes files of one machine and never anything outside its root.
 *
 * Folders are entered one by one, each held open and none through a link, so that nobody who may write in one of them can
 * lead a change elsewhere (on Linux; other systems lack the way to open below an open folder, and are entered by name).
 * A file is written beside its place, forced to disk and moved there: whoever reads it finds the old or the new.
 */
export class RootedWriter {
  readonly #root: string;
  readonly #files: RootedFiles;

  constructor(files: RootedFiles) {
    this.#files = files;
    this.#root = files.root;
  }

  /** What stands there now, looked at anew. @throws endpoint_fix_forbidden, endpoint_fix_unsafe */
  read(path: string): FileState {
    return this.#guard(path, () => {
      const folder = this.#enter(folderOf(path), false);
      if (!folder) return { kind: 'absent' };
      return folder.use((place) => readState(`${place}/${nameOf(path)}`, path));
    });
  }

  /**
   * Puts a state there, making the folders it needs. Owners are kept where this process may.
   * @returns the folders that were made, outermost first. @throws endpoint_fix_forbidden, endpoint_fix_unsafe
   */
  write(path: string, state: FileState): readonly string[] {
    return this.#guard(path, () => {
      const made: string[] = [];
      const folder = this.#enter(folderOf(path), state.kind !== 'absent', made);
      folder?.use((place) => replace(place, nameOf(path), state));
      return made;
    });
  }

  /**
   * Removes a file, or puts other bytes in its place, where it is still as it was seen; tells whether it was.
   * @throws endpoint_fix_forbidden, endpoint_fix_unsafe
   */
  replaceUnchanged(path: string, { bytes, modifiedAtMs }: Seen, kept: Buffer | undefined): boolean {
    return this.#guard(path, () => {
      const folder = this.#enter(folderOf(path), false);
      return (
        folder?.use((place) => {
          const status = lstatSync(`${place}/${nameOf(path)}`, { throwIfNoEntry: false });
          if (!status?.isFile() || status.size !== bytes || status.mtimeMs !== modifiedAtMs) return false;
          const { mode, uid, gid } = status;
          const shorter: FileState = {
            kind: 'file',
            bytes: kept ?? Buffer.alloc(0),
            mode: mode & 0o7777,
            ownerId: uid,
            groupId: gid,
          };
          replace(place, nameOf(path), kept === undefined ? { kind: 'absent' } : shorter);
          return true;
        }) ?? false
      );
    });
  }

  /** Removes a folder that is empty; leaves it otherwise. */
  removeFolder(path: string): void {
    this.#guard(path, () => {
      this.#enter(folderOf(path), false)?.use((place) => {
        try {
          rmdirSync(`${place}/${nameOf(path)}`);
        } catch (fault) {
          // Somebody has put something there since, or it is gone: both are as they should be.
          if (!['ENOTEMPTY', 'EEXIST', 'ENOENT'].includes(codeOf(fault))) throw fault;
        }
      });
    });
  }

  /** Makes a file that must not be there yet, with this process's number in it. @throws endpoint_fix_busy */
  claim(path: string): void {
    this.#guard(path, () => {
      const folder = this.#enter(folderOf(path), true);
      folder?.use((place) => claimAt(`${place}/${nameOf(path)}`));
    });
  }

  // Links above a place are those of the machine (`/etc` on macOS is one): they are resolved within the root first.
  #enter(folder: string, makes: boolean, made: string[] = []): Folder | undefined {
    let held = Folder.open(this.#root, this.#root === '/' ? '/' : this.#root);
    for (const name of this.#resolved(folder)
      .split('/')
      .filter((part) => part !== '')) {
      const current = held;
      const next = current.use(() =>
        current.into(name, makes ? () => made.push(normalised(`${current.path}/${name}`)) : undefined),
      );
      if (!next) return undefined;
      held = next;
    }
    return held;
  }

  #resolved(folder: string): string {
    const entry = this.#files.entry(folder);
    if (entry) return entry.path;
    return folder === '/' ? '/' : `${this.#resolved(folderOf(folder))}/${nameOf(folder)}`;
  }

  #guard<T>(path: string, work: () => T): T {
    try {
      return work();
    } catch (fault) {
      const code = codeOf(fault);
      if (['EACCES', 'EPERM', 'EROFS'].includes(code)) throw endpointError('endpoint_fix_forbidden', { path }, fault);
      if (['ELOOP', 'ENOTDIR', 'EISDIR'].includes(code)) throw endpointError('endpoint_fix_unsafe', { path }, fault);
      throw fault;
    }
  }
}

/** A folder that is held open, so that what is done in it is done in this one. */
class Folder {
  readonly path: string;
  readonly #handle: number | undefined;
  readonly #place: string;

  private constructor(path: string, place: string, handle: number | undefined) {
    this.path = path;
    this.#handle = handle;
    this.#place = place;
  }

  static open(place: string, root: string): Folder {
    // A folder of Windows cannot be opened as a file.
    if (process.platform === 'win32') return new Folder('', place, undefined);
    const handle = openSync(place, place === root ? flags & ~(constants.O_NOFOLLOW ?? 0) : flags);
    return new Folder('', process.platform === 'linux' ? `/proc/self/fd/${handle}` : place, handle);
  }

  /** The folder of that name in this one, made where `whenMade` is given; undefined where there is none. */
  into(name: string, whenMade?: () => void): Folder | undefined {
    const place = `${this.#place}/${name}`;
    const path = `${this.path}/${name}`;
    if (!lstatSync(place, { throwIfNoEntry: false })) {
      if (!whenMade) return undefined;
      mkdirSync(place, folderMode);
      chmodSync(place, folderMode); // Whatever the umask of who runs this: others must be able to read what is in it.
      whenMade();
    }
    if (process.platform === 'win32') return new Folder(path, place, undefined);
    const handle = openSync(place, flags);
    return new Folder(path, process.platform === 'linux' ? `/proc/self/fd/${handle}` : place, handle);
  }

  use<T>(work: (place: string) => T): T {
    try {
      return work(this.#place);
    } finally {
      this.close();
    }
  }

  close(): void {
    if (this.#handle !== undefined) closeSync(this.#handle);
  }
}

function claimAt(target: string): void {
  const make = (): void => writeFileSync(target, String(process.pid), { flag: 'wx', mode: 0o600 });
  try {
    return make();
  } catch (fault) {
    if (codeOf(fault) !== 'EEXIST') throw fault;
    const holder = Number(readFileSync(target, 'utf8'));
    if (isRunning(holder)) throw endpointError('endpoint_fix_busy', { process: holder }, fault);
  }
  unlinkSync(target); // Left by one that ended in the middle.
  make();
}

function isRunning(processId: number): boolean {
  try {
    return Number.isInteger(processId) && processId > 0 && process.kill(processId, 0);
  } catch (fault) {
    return codeOf(fault) === 'EPERM';
  }
}

function readState(place: string, path: string): FileState {
  const status = lstatSync(place, { throwIfNoEntry: false });
  if (!status) return { kind: 'absent' };
  if (status.isSymbolicLink()) return { kind: 'link', target: readlinkSync(place) };
  if (!status.isFile() || status.size > maxBytes) throw endpointError('endpoint_fix_unsafe', { path });
  const handle = openSync(place, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0));
  try {
    const { mode, uid, gid } = fstatSync(handle);
    return { kind: 'file', bytes: readFileSync(handle), mode: mode & 0o7777, ownerId: uid, groupId: gid };
  } finally {
    closeSync(handle);
  }
}

function replace(place: string, name: string, state: FileState): void {
  const target = `${place}/${name}`;
  if (state.kind === 'absent') {
    if (lstatSync(target, { throwIfNoEntry: false })) unlinkSync(target);
    return forceFolder(place);
  }
  const draft = `${place}/.${name}.octroi-${randomBytes(6).toString('hex')}`;
  try {
    if (state.kind === 'link') symlinkSync(state.target, draft);
    else writeDraft(draft, state);
    renameSync(draft, target);
  } catch (fault) {
    if (lstatSync(draft, { throwIfNoEntry: false })) unlinkSync(draft);
    throw fault;
  }
  forceFolder(place);
}

function writeDraft(draft: string, { bytes, mode, ownerId, groupId }: Extract<FileState, { kind: 'file' }>): void {
  const create = constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL | (constants.O_NOFOLLOW ?? 0);
  const handle = openSync(draft, create, 0o600);
  try {
    writeFileSync(handle, bytes);
    if (process.platform !== 'win32') {
      const { uid, gid } = fstatSync(handle);
      if (uid !== ownerId || gid !== groupId) fchownSync(handle, ownerId, groupId);
      fchmodSync(handle, mode);
    }
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

// The move itself must be on disk too. Windows has no such call for folders.
function forceFolder(place: string): void {
  if (process.platform === 'win32') return;
  const handle = openSync(place, constants.O_RDONLY);
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

function codeOf(fault: unknown): string {
  return fault instanceof Error && 'code' in fault ? String(fault.code) : '';
}
