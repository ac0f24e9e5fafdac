import { jsonTree } from '../machine/json-file.ts';
import type { Person } from '../machine/person.ts';
import { lineOfKey, parsePlist } from '../machine/plist.ts';
import type { RootedFiles } from '../machine/rooted-files.ts';

/** One file of settings that the client takes: its values, and where each stands. */
export type SettingsDocument = {
  readonly file: string;
  readonly values: Readonly<Record<string, unknown>>;
  /** The line of a key, given its path. */
  readonly lineOf: (path: readonly string[]) => number;
};

/** Why the client does not take a file. */
export type FileFault = {
  readonly file: string;
  readonly line: number;
  readonly fault:
    | 'malformed'
    | 'empty'
    | 'not_an_object'
    | 'unreadable'
    | 'outside_root'
    | 'too_large'
    | 'invalid_value';
};

export type DocumentReading =
  | { readonly kind: 'absent' }
  | { readonly kind: 'fault'; readonly fault: FileFault }
  | { readonly kind: 'read'; readonly document: SettingsDocument };

// A managed file is the same for every person and session: its bytes are parsed once.
const parsed = new WeakMap<Buffer, DocumentReading>();

/** Reads a settings file as the client does, for this person: strict JSON, a byte order mark passed over. */
export function readSettingsFile(files: RootedFiles, path: string, person: Pick<Person, 'canRead'>): DocumentReading {
  const reading = files.read(path);
  if (reading.kind === 'absent') return { kind: 'absent' };
  const faulty = (fault: FileFault['fault'], line = 1): DocumentReading => ({
    kind: 'fault',
    fault: { file: path, line, fault },
  });
  if (reading.kind === 'fault') return faulty(reading.doubt);
  if (!person.canRead(reading.entry)) return faulty('unreadable');
  const seen = parsed.get(reading.bytes) ?? documentOf(reading.bytes.toString('utf8'), path);
  parsed.set(reading.bytes, seen);
  return seen;
}

/** Settings from a text of JSON. Its lines count from `firstLine`. */
export function documentOf(text: string, file: string, firstLine?: number): DocumentReading {
  const fault = (kind: FileFault['fault'], line: number): DocumentReading => ({
    kind: 'fault',
    fault: { file, line: firstLine ?? line, fault: kind },
  });
  const bare = text.replace(/^\uFEFF/, '');
  if (bare.trim() === '') return fault('empty', 1);
  const faultLine = lineOfFault(bare);
  if (faultLine !== undefined) return fault('malformed', faultLine);
  const json = jsonTree(text, { isStrict: true });
  if (!json || !isRecord(json.value)) return fault('not_an_object', 1);
  const values = json.value;
  const lineOf = (path: readonly string[]): number => {
    const node = json.find(path);
    return firstLine ?? (node ? json.lineOf(node) : 1);
  };
  return { kind: 'read', document: { file, values, lineOf } };
}

// The line where strict JSON breaks, as the parser tells it.
function lineOfFault(text: string): number | undefined {
  try {
    JSON.parse(text);
    return undefined;
  } catch (thrown) {
    const message = thrown instanceof Error ? thrown.message : '';
    const line = /line (\d+)/.exec(message)?.[1];
    if (line !== undefined) return Number(line);
    const position = /position (\d+)/.exec(message)?.[1];
    return position === undefined
      ? text.trimEnd().split('\n').length
      : text.slice(0, Number(position)).split('\n').length;
  }
}

/** Settings from a managed preferences file of macOS. */
export function readPreferences(files: RootedFiles, path: string): DocumentReading {
  const reading = files.read(path);
  if (reading.kind === 'absent') return { kind: 'absent' };
  const list = reading.kind === 'read' ? parsePlist(reading.bytes) : undefined;
  if (list?.kind !== 'read')
    return {
      kind: 'fault',
      fault: { file: path, line: 1, fault: reading.kind === 'fault' ? reading.doubt : 'malformed' },
    };
  const lineOf = (keys: readonly string[]): number => lineOfKey(list.text, keys.at(-1) ?? '');
  return { kind: 'read', document: { file: path, values: list.values, lineOf } };
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The value at a path of keys; undefined where there is none. */
export function valueAt(values: Readonly<Record<string, unknown>>, path: readonly string[]): unknown {
  let value: unknown = values;
  for (const key of path) {
    if (!isRecord(value) || !Object.hasOwn(value, key)) return undefined;
    value = value[key];
  }
  return value;
}
