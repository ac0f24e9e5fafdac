import { isDeepStrictEqual } from 'node:util';
import { isRecord, valueAt } from '../claude/settings-document.ts';
import { jsonTree } from '../machine/json-file.ts';
import { digestOf, type FileState, isLoose, isSame } from './file-state.ts';
import { ownFile } from './fix-record.ts';
import { withoutKeys } from './merge-settings.ts';
import type { Left, OtherFile, Planning, Step } from './planning.ts';
import { unwantedKeys } from './unwanted.ts';

/** What must go from a file of others so that it does not undo the profile. Unasked, nothing does. */
export function keyChange(planning: Planning, { path, target, wanted }: OtherFile): Step {
  const current = planning.writer.read(path);
  const record = planning.record?.files.find((file) => file.path === path);
  if (current.kind === 'absent') return { left: [] };
  const found = against(planning, current, { path, target, wanted });
  if (found.length === 0) return { left: [] };
  if (!planning.removes || (current.kind === 'link' && target === 'person')) return { left: found };
  const after = cleared(current, found);
  if (isSame(current, after)) return { left: found };
  // What an earlier run took away stays in what is put back.
  const before = record?.after.includes(digestOf(current)) ? planning.records.restored(record.before) : current;
  return { change: { path, target, current, before, after, wrote: [], removed: true }, left: [] };
}

function against(
  { profile, machine }: Planning,
  state: FileState,
  { path, target, wanted }: OtherFile,
): readonly Left[] {
  if (state.kind === 'link' && target === 'drop-in') return [{ path, kind: 'link', key: '' }];
  const reading = machine.files.read(path);
  const json = reading.kind === 'read' ? jsonTree(reading.bytes.toString('utf8'), { isStrict: true }) : undefined;
  // A broken file of a person's own sets nothing; a broken drop-in keeps the client from starting.
  if (!json || !isRecord(json.value)) return target === 'drop-in' ? [{ path, kind: 'text', key: '' }] : [];
  const { value } = json;
  const keys = [...unwantedKeys(value, profile.route), ...(wanted ? contrary(wanted, value) : [])];
  const values = [...new Set(keys.map((each) => each.join('\0')))].map(
    (key): Left => ({ path, kind: 'value', key: key.replaceAll('\0', '.') }),
  );
  const isOpen = target === 'drop-in' && state.kind === 'file' && isLoose(state, target);
  return isOpen ? [...values, { path, kind: 'rights', key: '' }] : values;
}

// Lists of several files add up; single values of a later one go before ours.
function contrary(wanted: unknown, values: Record<string, unknown>, path: readonly string[] = []): readonly string[][] {
  if (isRecord(wanted))
    return Object.entries(wanted).flatMap(([key, inner]) => contrary(inner, values, [...path, key]));
  const found = valueAt(values, path);
  const isAgainst = found !== undefined && !Array.isArray(wanted) && !isDeepStrictEqual(found, wanted);
  return isAgainst ? [[...path]] : [];
}

function cleared(current: FileState, found: readonly Left[]): FileState {
  if (current.kind !== 'file' || found.some(({ kind }) => kind === 'text')) return { kind: 'absent' };
  const keys = found.filter(({ kind }) => kind === 'value').map(({ key }) => key.split('.'));
  const bytes = Buffer.from(withoutKeys(current.bytes.toString('utf8'), keys));
  const isOpen = found.some(({ kind }) => kind === 'rights');
  return isOpen ? ownFile(bytes, 0o644) : { ...current, bytes };
}
