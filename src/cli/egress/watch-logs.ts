import { createReadStream } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { describeCause } from '../../base/index.ts';
import { forgetLines } from '../../sightings/index.ts';
import { type ImportDesk, tellImport } from './tell-import.ts';

export type LogsWatch = ImportDesk & {
  readonly folder: string;
  readonly everyMs: number;
  /** How long a line that was taken is known again: as long as what it told is kept. */
  readonly lineDays: () => number;
};

const dayMs = 86_400_000;

/**
 * Reads the files of a folder whenever they are new or have grown, until it is ended. A file that cannot be read is told once,
 * and tried again when it changes. A last line without its end waits until it has one. Rotating, copying and reading twice
 * cost time alone: a line counts once.
 */
export class LogFolder {
  readonly #watch: LogsWatch;
  readonly #seen = new Map<string, string>();
  readonly #closing = new AbortController();
  #running: Promise<void> = Promise.resolve();

  constructor(watch: LogsWatch) {
    this.#watch = watch;
  }

  start(): void {
    this.#running = this.#run();
  }

  /** Ends after the file that is being read. */
  async close(): Promise<void> {
    this.#closing.abort();
    await this.#running;
  }

  /** One round. Never rejects: what went wrong is told. */
  async round(): Promise<void> {
    const { folder, tell } = this.#watch;
    try {
      await this.#forget();
      for (const entry of (await readdir(folder, { withFileTypes: true })).toSorted(byName)) {
        if (this.#closing.signal.aborted) return;
        if (entry.isFile() && !entry.name.startsWith('.')) await this.#look(entry.name);
      }
    } catch (fault) {
      tell({ kind: 'log_not_imported', log: folder, cause: describeCause(fault) });
    }
  }

  async #run(): Promise<void> {
    const { signal } = this.#closing;
    while (!signal.aborted) {
      await this.round();
      await delay(this.#watch.everyMs, undefined, { signal, ref: false }).catch(() => {}); // Closing ends the pause.
    }
  }

  async #look(name: string): Promise<void> {
    const { folder, tell } = this.#watch;
    const path = join(folder, name);
    try {
      const { size, mtimeMs, ino } = await stat(path);
      const state = `${ino} ${size} ${mtimeMs}`;
      if (size === 0 || this.#seen.get(name) === state) return;
      this.#seen.set(name, state);
    } catch (fault) {
      return tell({ kind: 'log_not_imported', log: name, cause: describeCause(fault) });
    }
    await tellImport(this.#watch, { name, bytes: createReadStream(path), isGrowing: true });
  }

  async #forget(): Promise<void> {
    const { importing, lineDays } = this.#watch;
    const { tenancy, tenantId } = importing();
    await forgetLines(tenancy, tenantId, new Date(tenancy.now().getTime() - lineDays() * dayMs));
  }
}

function byName(one: { readonly name: string }, other: { readonly name: string }): number {
  return one.name < other.name ? -1 : 1;
}
