import { sha256Hex } from '../../base/index.ts';
import { RootedWriter, type Seen } from '../fix/rooted-writer.ts';
import type { Machine } from '../machine/machine.ts';
import { folderOf } from '../machine/rooted-files.ts';
import { type ScanOptions, surveyEndpoint } from '../scan.ts';
import { findTraces, type Found } from './local-traces.ts';

export type PurgeOptions = { readonly scan: ScanOptions; readonly days: number };

/** What of one file goes: all of it, or the lines of the history that are too old. It names no file and no project. */
export type Purged = {
  readonly person: string;
  /** The client's folder for it: `projects`, `file-history`… */
  readonly kind: string;
  readonly bytes: number;
  /** Of what goes. */
  readonly digest: string;
  readonly lastWrittenAt: string;
};

export type PreparedPurge = {
  readonly purged: readonly Purged[];
  /** Everything older than this instant. */
  readonly before: string;
  /** Deletes it, and the folders that are empty then; says what is gone. @throws endpoint_fix_forbidden, endpoint_fix_unsafe */
  readonly apply: () => readonly Purged[];
};

const dayMs = 86_400_000;
const history = 'history.jsonl';

/**
 * Finds what the client left that is older than it may be kept. A conversation is as old as its last line; the client's
 * history of prompts, which it never shortens itself, loses its old lines. Nothing is deleted before `apply`.
 * @throws what `scanEndpoint` throws
 */
export async function preparePurge({ scan, days }: PurgeOptions): Promise<PreparedPurge> {
  const { machine, subjects } = await surveyEndpoint(scan);
  const beforeMs = scan.now.getTime() - days * dayMs;
  const items = subjects.flatMap(({ person, situations }) => {
    const folders = new Set([`${person.home}/.claude`, ...situations.map(({ configFolder }) => configFolder)]);
    return [...folders].flatMap((folder) =>
      findTraces(machine, folder).flatMap((found) => itemOf({ machine, found, person: person.name }, beforeMs)),
    );
  });
  return {
    purged: items.map(({ purged }) => purged),
    before: new Date(beforeMs).toISOString(),
    apply: () => purge(new RootedWriter(machine.files), items),
  };
}

type Item = {
  readonly path: string;
  readonly seen: Seen;
  readonly kept: Buffer | undefined;
  readonly purged: Purged;
};
type Looked = { readonly machine: Machine; readonly found: Found; readonly person: string };

// Larger than the client writes in years: what is larger is judged by the file's own time, and goes whole.
const maxBytes = 256 * 1024 * 1024;

function itemOf({ machine, found, person }: Looked, beforeMs: number): readonly Item[] {
  const { kind, path, bytes } = found;
  const reading = machine.files.read(path, maxBytes);
  const content = reading.kind === 'read' ? reading.bytes : Buffer.alloc(0);
  if (kind === history) return historyItem({ found, person, content }, beforeMs);
  const lastMs = lastInstant(content) ?? found.modifiedAtMs;
  if (lastMs >= beforeMs) return [];
  const lastWrittenAt = new Date(lastMs).toISOString();
  return [
    { path, seen: found, kept: undefined, purged: { person, kind, bytes, digest: sha256Hex(content), lastWrittenAt } },
  ];
}

type History = { readonly found: Found; readonly person: string; readonly content: Buffer };

function historyItem({ found, person, content }: History, beforeMs: number): readonly Item[] {
  const lines = content.toString('utf8').split('\n');
  // A line that does not say when it was written stays: nobody knows that it is too old.
  const isOld = (line: string): boolean => (lastInstant(Buffer.from(line)) ?? Infinity) < beforeMs;
  const old = lines.filter(isOld);
  if (old.length === 0) return [];
  const kept = Buffer.from(lines.filter((line) => !isOld(line)).join('\n'));
  const gone = Buffer.from(old.join('\n'));
  const lastWrittenAt = new Date(lastInstant(gone) ?? 0).toISOString();
  const purged = { person, kind: history, bytes: gone.length, digest: sha256Hex(gone), lastWrittenAt };
  return [{ path: found.path, seen: found, kept, purged }];
}

const tailBytes = 262_144;

// Copies and backups lose a file's time; the lines keep when they were written.
function lastInstant(content: Buffer): number | undefined {
  const tail = content.subarray(Math.max(0, content.length - tailBytes)).toString('utf8');
  const written = [...tail.matchAll(/"timestamp"\s*:\s*(?:"(\d{4}-\d\d-\d\dT[^"]{5,30})"|(\d{13}))/g)];
  const instants = written.map(([, text, number]) => (text === undefined ? Number(number) : Date.parse(text)));
  const known = instants.filter((instant) => !Number.isNaN(instant));
  return known.length === 0 ? undefined : Math.max(...known);
}

// What the client has written to since it was judged is left: it is older than it may be no more.
function purge(writer: RootedWriter, items: readonly Item[]): readonly Purged[] {
  const done = items.filter(({ path, kept, seen }) => writer.replaceUnchanged(path, seen, kept));
  const folders = new Set(done.filter(({ kept }) => kept === undefined).map(({ path }) => folderOf(path)));
  for (const folder of [...folders].toSorted((a, b) => b.length - a.length)) writer.removeFolder(folder);
  return done.map(({ purged }) => purged);
}
