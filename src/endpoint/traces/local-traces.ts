import type { Machine } from '../machine/machine.ts';

/** Says which kinds of secret stand in a text. Handed in by the wiring, which builds the detectors. */
export type FindSecrets = (text: string) => readonly string[];

/** What the client left of a person's work on the disk. */
export type LocalTraces = {
  readonly files: number;
  readonly bytes: number;
  readonly oldest: { readonly file: string; readonly at: Date } | undefined;
  /** The first file in which something sensitive stands, and the kinds that stand in it. */
  readonly secret: { readonly file: string; readonly line: number; readonly kinds: readonly string[] } | undefined;
  /** False when more files or bytes were there than are searched; folders below the sixth level are passed over. */
  readonly isWhole: boolean;
};

// Transcripts and what else holds content. Source: claude-directory, read 2026-08-22, and 2.1.330 measured.
const folders = [
  'projects',
  'file-history',
  'shell-snapshots',
  'debug',
  'paste-cache',
  'backups',
  'feedback-bundles',
  'todos',
  'statsig',
  'logs',
];
const singles = ['history.jsonl'];
const maxFiles = 2_000;
const maxSearchedBytes = 24 * 1024 * 1024;
const maxFileBytes = 8 * 1024 * 1024;

/** A file the client left, by the folder of its kind. */
export type Found = {
  readonly kind: string;
  readonly path: string;
  readonly bytes: number;
  readonly modifiedAtMs: number;
};

/** Looks through the client's folder: how much, how old, and whether the detectors find something in it. */
export function readLocalTraces(machine: Machine, folder: string, findSecrets: FindSecrets | undefined): LocalTraces {
  const paths = findTraces(machine, folder);
  const kept = paths.slice(0, maxFiles);
  let searched = 0;
  let isWhole = kept.length === paths.length && paths.length < maxFiles;
  let oldest: { file: string; atMs: number } | undefined;
  let secret: LocalTraces['secret'];
  for (const found of kept) {
    const text = searched + found.bytes <= maxSearchedBytes ? textOf(machine, found) : undefined;
    if (text === undefined) isWhole = false;
    searched += text?.length ?? 0;
    const atMs = Math.min(found.modifiedAtMs, firstInstant(text) ?? Infinity);
    if (!oldest || atMs < oldest.atMs) oldest = { file: found.path, atMs };
    if (text !== undefined && !secret) secret = secretIn(found.path, text, findSecrets);
  }
  const bytes = paths.reduce((sum, found) => sum + found.bytes, 0);
  return {
    files: paths.length,
    bytes,
    oldest: oldest && { file: oldest.file, at: new Date(oldest.atMs) },
    secret,
    isWhole,
  };
}

/** Every file the client left in its folder; none that a link leads to. */
export function findTraces(machine: Machine, folder: string): readonly Found[] {
  return [
    ...folders.flatMap((name) => walk({ machine, kind: name }, `${folder}/${name}`)),
    ...singles.flatMap((name) => single(machine, name, `${folder}/${name}`)),
  ];
}

type Walk = { readonly machine: Machine; readonly kind: string };

function walk({ machine, kind }: Walk, folder: string, depth = 0): readonly Found[] {
  if (depth > 5) return [];
  return machine.files.list(folder).flatMap((name) => {
    const path = `${folder}/${name}`;
    const entry = machine.files.entry(path);
    // A link leads to something the client did not write here.
    if (!entry || entry.links.length > 0) return [];
    if (entry.kind === 'folder') return walk({ machine, kind }, path, depth + 1);
    return entry.kind === 'file' ? [{ kind, path, bytes: entry.bytes, modifiedAtMs: entry.modifiedAtMs }] : [];
  });
}

function single(machine: Machine, kind: string, path: string): readonly Found[] {
  const entry = machine.files.entry(path);
  return entry?.kind === 'file' && entry.links.length === 0
    ? [{ kind, path, bytes: entry.bytes, modifiedAtMs: entry.modifiedAtMs }]
    : [];
}

function textOf({ files }: Machine, { path }: Found): string | undefined {
  const reading = files.read(path, maxFileBytes);
  return reading.kind === 'read' ? reading.bytes.toString('utf8') : undefined;
}

// Copies and backups lose a file's time; the lines keep when they were written.
function firstInstant(text: string | undefined): number | undefined {
  const head = text?.slice(0, 65_536) ?? '';
  const written = /"timestamp"\s*:\s*(?:"(\d{4}-\d\d-\d\dT[^"]{5,30})"|(\d{13}))/.exec(head);
  const instant = written?.[1] === undefined ? Number(written?.[2]) : Date.parse(written[1]);
  return Number.isNaN(instant) ? undefined : instant;
}

function secretIn(file: string, text: string, findSecrets: FindSecrets | undefined): LocalTraces['secret'] {
  if (!findSecrets) return undefined;
  const kinds = [...new Set(findSecrets(text))];
  if (kinds.length === 0) return undefined;
  const line = text.split('\n').findIndex((one) => findSecrets(one).length > 0);
  return { file, line: Math.max(line, 0) + 1, kinds };
}
