import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { endpointError } from '../errors.ts';
import { writeDurably } from './identity.ts';

// A report an hour for three weeks. What gives way then is the oldest, and its number shows the post that it is missing.
const mostWaiting = 500;

/** Reports that were made and not taken yet, in the order of their numbers. */
export class Spool {
  readonly folder: string;

  constructor(stateFolder: string) {
    this.folder = join(stateFolder, 'reports');
  }

  /** Durable on return. @throws endpoint_device_invalid */
  add(sequence: number, envelope: string): void {
    try {
      mkdirSync(this.folder, { recursive: true, mode: 0o700 });
      writeDurably(this.#file(sequence), envelope);
      for (const old of this.waiting().slice(0, -mostWaiting)) this.remove(old);
    } catch (fault) {
      throw endpointError('endpoint_device_invalid', { path: this.folder }, fault);
    }
  }

  /** The numbers of those that wait, the oldest first. */
  waiting(): readonly number[] {
    try {
      return readdirSync(this.folder)
        .flatMap((name) => /^(\d{10})\.json$/.exec(name)?.[1] ?? [])
        .map(Number)
        .toSorted((one, other) => one - other);
    } catch (fault) {
      if (fault instanceof Error && 'code' in fault && fault.code === 'ENOENT') return [];
      throw endpointError('endpoint_device_invalid', { path: this.folder }, fault);
    }
  }

  read(sequence: number): string {
    return readFileSync(this.#file(sequence), 'utf8');
  }

  remove(sequence: number): void {
    rmSync(this.#file(sequence), { force: true });
  }

  /** Of an identity that is given up. */
  clear(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  #file(sequence: number): string {
    return join(this.folder, `${String(sequence).padStart(10, '0')}.json`);
  }
}
