import { constants } from 'node:fs';
import { type FileHandle, open, rename, rm, stat } from 'node:fs/promises';
import { describeCause } from '../../base/index.ts';
import { siemError } from '../errors.ts';
import type { OcsfEvent } from '../ocsf/event.ts';
import { allTaken, type Sink, type Taken } from './sink.ts';

export type FileSinkOptions = {
  readonly path: string;
  /** A file that would grow beyond this becomes `PATH.1`; one event may be larger, and then has a file of its own. */
  readonly maxBytes: number;
  /** How many earlier files stay, `PATH.1` the newest. */
  readonly keep: number;
};

// Who collects the lines runs as another user of the same group.
const mode = 0o640;
const chunkBytes = 65_536;

/**
 * A file of events, one a line as JSON. Events are on disk when `send` resolves. A line that a killed process left
 * unfinished is taken away before the next is written: its event comes again.
 */
export class FileSink implements Sink {
  readonly name = 'file';
  readonly address: string;
  readonly #options: FileSinkOptions;
  #open: { readonly handle: FileHandle; size: number } | undefined;

  constructor(options: FileSinkOptions) {
    this.#options = options;
    this.address = options.path;
  }

  async send(events: readonly OcsfEvent[]): Promise<Taken> {
    try {
      for (const lines of this.#portions(events)) await this.#append(lines);
      await this.#open?.handle.datasync();
      return allTaken;
    } catch (fault) {
      await this.close();
      throw siemError('siem_file_unwritable', { path: this.address, code: describeCause(fault) }, fault);
    }
  }

  async close(): Promise<void> {
    const { handle } = this.#open ?? {};
    this.#open = undefined;
    await handle?.close();
  }

  // As many lines together as one file may hold.
  *#portions(events: readonly OcsfEvent[]): Generator<Buffer> {
    let lines: Buffer[] = [];
    let bytes = 0;
    for (const event of events) {
      const line = Buffer.from(`${JSON.stringify(event)}\n`);
      if (bytes > 0 && bytes + line.length > this.#options.maxBytes) {
        yield Buffer.concat(lines);
        [lines, bytes] = [[], 0];
      }
      lines.push(line);
      bytes += line.length;
    }
    if (bytes > 0) yield Buffer.concat(lines);
  }

  async #append(lines: Buffer): Promise<void> {
    let file = await this.#opened();
    if (file.size > 0 && file.size + lines.length > this.#options.maxBytes) {
      await file.handle.datasync();
      await this.close();
      await this.#rotate();
      file = await this.#opened();
    }
    await file.handle.appendFile(lines);
    file.size += lines.length;
  }

  // Opened anew where another program has moved it away meanwhile.
  async #opened() {
    if (this.#open && (await isStill(this.#open.handle, this.#options.path))) return this.#open;
    await this.close();
    const handle = await open(this.#options.path, constants.O_RDWR | constants.O_CREAT | constants.O_APPEND, mode);
    try {
      const size = await endOfLines(handle);
      await handle.truncate(size);
      this.#open = { handle, size };
      return this.#open;
    } catch (fault) {
      await handle.close();
      throw fault;
    }
  }

  async #rotate(): Promise<void> {
    const { path, keep } = this.#options;
    await rm(keep === 0 ? path : `${path}.${keep}`, { force: true });
    for (let at = keep; at > 0; at -= 1) await moveIfThere(at === 1 ? path : `${path}.${at - 1}`, `${path}.${at}`);
  }
}

async function isStill(handle: FileHandle, path: string): Promise<boolean> {
  const found = await stat(path).catch(() => undefined); // Gone, or not to be looked at: opening it will tell.
  return found !== undefined && found.ino === (await handle.stat()).ino;
}

async function moveIfThere(from: string, to: string): Promise<void> {
  try {
    await rename(from, to);
  } catch (fault) {
    if (describeCause(fault) !== 'ENOENT') throw fault;
  }
}

/** Where the last whole line ends. */
async function endOfLines(handle: FileHandle): Promise<number> {
  let { size: end } = await handle.stat();
  while (end > 0) {
    const start = Math.max(0, end - chunkBytes);
    const { buffer } = await handle.read(Buffer.alloc(end - start), 0, end - start, start);
    const at = buffer.lastIndexOf('\n');
    if (at >= 0) return start + at + 1;
    end = start;
  }
  return 0;
}
