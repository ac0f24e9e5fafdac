import { endpointError } from '../errors.ts';
import type { Machine } from '../machine/machine.ts';
import { type FileState, digestOf } from './file-state.ts';
import type { Part } from './merge-settings.ts';
import type { RootedWriter } from './rooted-writer.ts';

/** A state as the record keeps it: a file's bytes lie beside it, under their digest. */
export type Kept =
  | { readonly kind: 'absent' }
  | { readonly kind: 'link'; readonly target: string }
  | {
      readonly kind: 'file';
      readonly digest: string;
      readonly mode: number;
      readonly ownerId: number;
      readonly groupId: number;
    };

/** What octroi did to one file. */
export type FileRecord = {
  readonly path: string;
  readonly target: string;
  /** As it was without us. */
  readonly before: Kept;
  /** The digests of what was left there, the newest first: the one before counts until the newest is surely on disk. */
  readonly after: readonly string[];
  readonly wrote: readonly Part[];
  /** Whether another's values gave way: they stay away until all is undone. */
  readonly removed: boolean;
};

export type FixRecord = {
  readonly schema: 'octroi.endpoint.fix/1';
  readonly fixedAt: string;
  readonly policyVersion: string;
  readonly files: readonly FileRecord[];
  /** Folders that were made, outermost first. */
  readonly folders: readonly string[];
};

/** Where octroi keeps what it did to a machine: a place only administrators can write to. */
export function stateFolder({ system, drive }: Pick<Machine, 'system' | 'drive'>): string {
  if (system === 'macos') return '/Library/Application Support/octroi/endpoint';
  return system === 'windows' ? `${drive}/Program Files/octroi/endpoint` : '/var/lib/octroi/endpoint';
}

/** The record on a machine, and the states it keeps. */
export class RecordFolder {
  readonly path: string;
  readonly #writer: RootedWriter;

  constructor(machine: Machine, writer: RootedWriter) {
    this.path = stateFolder(machine);
    this.#writer = writer;
  }

  /** Undefined where nothing was ever fixed. @throws endpoint_record_invalid, endpoint_fix_forbidden */
  read(): FixRecord | undefined {
    const state = this.#writer.read(this.#file);
    if (state.kind === 'absent') return undefined;
    const record = state.kind === 'file' ? parseRecord(state.bytes.toString('utf8')) : undefined;
    if (!record) throw endpointError('endpoint_record_invalid', { path: this.#file });
    return record;
  }

  /** Keeps the record; durable on return. The folders it makes for itself are not the record's. */
  write(record: FixRecord): void {
    this.#writer.write(this.#file, ownFile(Buffer.from(`${JSON.stringify(record, undefined, 2)}\n`), 0o600));
  }

  /** Keeps a state; durable on return. What was in a file may be for few eyes, so its copy is. */
  keep(state: FileState): Kept {
    if (state.kind !== 'file') return state;
    const { mode, ownerId, groupId, bytes } = state;
    const digest = digestOf(state);
    this.#writer.write(this.#copy(digest), ownFile(bytes, 0o600));
    return { kind: 'file', digest, mode, ownerId, groupId };
  }

  /** @throws endpoint_record_invalid when the copy is gone or is not what was kept */
  restored(kept: Kept): FileState {
    if (kept.kind !== 'file') return kept;
    const path = this.#copy(kept.digest);
    const copy = this.#writer.read(path);
    if (copy.kind !== 'file' || digestOf(copy) !== kept.digest)
      throw endpointError('endpoint_record_invalid', { path });
    return { kind: 'file', bytes: copy.bytes, mode: kept.mode, ownerId: kept.ownerId, groupId: kept.groupId };
  }

  /** Takes the record and its copies away. */
  clear({ files }: FixRecord): void {
    for (const { before } of files)
      if (before.kind === 'file') this.#writer.write(this.#copy(before.digest), { kind: 'absent' });
    this.#writer.write(this.#file, { kind: 'absent' });
    this.#writer.removeFolder(`${this.path}/before`);
  }

  get #file(): string {
    return `${this.path}/fixed.json`;
  }

  #copy(digest: string): string {
    return `${this.path}/before/${digest}`;
  }
}

/** A file of ours: root's, where root runs this. */
export function ownFile(bytes: Buffer, mode: number): FileState {
  return { kind: 'file', bytes, mode, ownerId: process.getuid?.() ?? 0, groupId: process.getgid?.() ?? 0 };
}

// Written by us in a place of administrators' alone: what is checked is that it is whole and of this form.
function parseRecord(text: string): FixRecord | undefined {
  try {
    const value = JSON.parse(text) as FixRecord;
    const isWhole =
      value.schema === 'octroi.endpoint.fix/1' &&
      Array.isArray(value.folders) &&
      value.files.every(
        ({ path, before, after, wrote }) =>
          path.startsWith('/') && isKept(before) && after.length > 0 && Array.isArray(wrote),
      );
    return isWhole ? value : undefined;
  } catch {
    return undefined; // Not JSON, or not of this form: the caller says so.
  }
}

function isKept(kept: Kept): boolean {
  return kept.kind !== 'file' || /^[0-9a-f]{64}$/.test(kept.digest);
}

/** Whether a file is as we left it. */
export function isOurs({ after }: FileRecord, current: FileState): boolean {
  return after.includes(digestOf(current));
}
