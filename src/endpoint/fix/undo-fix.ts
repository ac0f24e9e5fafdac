import { surveyEndpoint, type ScanOptions } from '../scan.ts';
import { digestOf, type FileState } from './file-state.ts';
import { type FileRecord, type FixRecord, isOurs, RecordFolder } from './fix-record.ts';
import { withoutParts } from './merge-settings.ts';
import type { Left } from './planning.ts';
import { RootedWriter } from './rooted-writer.ts';

/** What is put back, and what was changed since by others and therefore stays. */
export type PreparedUndo = {
  readonly restored: readonly { readonly path: string; readonly after: FileState }[];
  readonly left: readonly Left[];
  readonly apply: () => void;
};

/**
 * Puts every file back, byte for byte, that is as we left it. From one that others have changed since, what is still ours
 * is taken out; where that cannot be told, the file is left and said so.
 * @throws what `surveyEndpoint` throws, endpoint_record_invalid, endpoint_fix_forbidden
 */
export async function prepareUndo(scan: ScanOptions): Promise<PreparedUndo> {
  const { machine } = await surveyEndpoint(scan);
  const writer = new RootedWriter(machine.files);
  const records = new RecordFolder(machine, writer);
  const record = records.read();
  if (!record) return { restored: [], left: [], apply: () => {} };
  const steps = record.files.map((file) => ({ file, after: undone(file, writer.read(file.path), records) }));
  const restored = steps.flatMap(({ file: { path }, after }) => (after ? [{ path, after }] : []));
  const stays = steps.filter(({ after }) => !after).map(({ file }) => file);
  return {
    restored,
    left: stays.map(({ path }) => ({ path, kind: 'changed', key: '' })),
    apply: () => applyUndo({ writer, records, record }, restored, stays),
  };
}

function undone(file: FileRecord, current: FileState, records: RecordFolder): FileState | undefined {
  const before = records.restored(file.before);
  if (isOurs(file, current) || digestOf(before) === digestOf(current)) return before;
  if (current.kind !== 'file' || file.wrote.length === 0) return undefined;
  return { ...current, bytes: Buffer.from(withoutParts(current.bytes.toString('utf8'), file.wrote)) };
}

type Undoing = { readonly writer: RootedWriter; readonly records: RecordFolder; readonly record: FixRecord };

function applyUndo(
  { writer, records, record }: Undoing,
  restored: PreparedUndo['restored'],
  stays: readonly FileRecord[],
): void {
  const lock = `${records.path}/lock`;
  writer.claim(lock);
  try {
    for (const { path, after } of restored) writer.write(path, after);
    if (stays.length > 0) records.write({ ...record, files: stays });
    else records.clear(record);
  } finally {
    writer.write(lock, { kind: 'absent' });
  }
  if (stays.length === 0) for (const folder of record.folders.toReversed()) writer.removeFolder(folder);
}
