import type { Contradiction, Merged } from './merge-settings.ts';
import { mergeSettings, withoutKeys, withoutParts } from './merge-settings.ts';
import { type FileState, isLoose, isSame } from './file-state.ts';
import type { Place } from './fix-places.ts';
import { type FileRecord, isOurs, ownFile } from './fix-record.ts';
import type { Left, Planning, Step } from './planning.ts';
import { unwantedKeys } from './unwanted.ts';

const usualMode = 0o644;

/** What must change for a text of the policy to hold in its place. */
export function placeChange(planning: Planning, place: Place, text: string): Step {
  const { path, target, format } = place;
  const current = planning.writer.read(path);
  const record = planning.record?.files.find((file) => file.path === path);
  const removes = planning.removes || record?.removed === true;
  const before = withoutUs(planning, record, current);
  if (format === 'whole') return wholeChange({ planning, place, current, record }, text);
  if (before.kind === 'link' && !removes) return { left: [{ path, kind: 'link', key: '' }] };
  const base = textOf(planning, path, before);
  if (base === undefined && !removes) return { left: [{ path, kind: 'text', key: '' }] };
  const merged = mergeSettings(base ?? '', JSON.parse(text), { removes, isStrict: format === 'strict' });
  const cleared = target === 'claude-code' ? withoutUnwanted(merged, planning, removes) : merged;
  const isOpen = before.kind === 'file' && isLoose(before, target);
  const left = leftOf(path, removes ? [] : cleared.contradictions, isOpen && !removes);
  const owner = before.kind === 'file' && !(isOpen && removes) ? before : ownFile(Buffer.alloc(0), usualMode);
  const after: FileState = { ...owner, kind: 'file', bytes: Buffer.from(cleared.text) } as FileState;
  if (isSame(current, after)) return { left };
  const removed =
    removes && (record?.removed === true || cleared.contradictions.length > 0 || isOpen || before.kind === 'link');
  return { change: { path, target, current, before, after, wrote: cleared.wrote, removed }, left };
}

// What the file would be without us: as it was before, or, where somebody has changed it since, what is theirs in it.
function withoutUs({ records }: Planning, record: FileRecord | undefined, current: FileState): FileState {
  if (!record) return current;
  if (isOurs(record, current)) return records.restored(record.before);
  if (current.kind !== 'file' || record.wrote.length === 0) return current;
  return { ...current, bytes: Buffer.from(withoutParts(current.bytes.toString('utf8'), record.wrote)) };
}

type Whole = {
  readonly planning: Planning;
  readonly place: Place;
  readonly current: FileState;
  readonly record: FileRecord | undefined;
};

// A file in a language we do not edit is ours or another's, never both.
function wholeChange({ planning, place, current, record }: Whole, text: string): Step {
  const { path, target } = place;
  const isMine = record !== undefined && isOurs(record, current);
  const after = ownFile(Buffer.from(text), usualMode);
  if (isSame(current, after)) return { left: [] };
  if (current.kind !== 'absent' && !isMine && !planning.removes) return { left: [{ path, kind: 'foreign', key: '' }] };
  const before = isMine ? planning.records.restored(record.before) : current;
  const removed = (isMine && record.removed) || before.kind !== 'absent';
  return { change: { path, target, current, before, after, wrote: [], removed }, left: [] };
}

/** The text of a file, or of what its link leads to within the root; undefined when it is no UTF-8. */
function textOf({ machine }: Planning, path: string, state: FileState): string | undefined {
  if (state.kind === 'absent') return '';
  const reading = state.kind === 'link' ? machine.files.read(path) : undefined;
  const bytes = state.kind === 'file' ? state.bytes : reading?.kind === 'read' ? reading.bytes : Buffer.alloc(0);
  const text = bytes.toString('utf8');
  return Buffer.from(text).equals(bytes) ? text : undefined;
}

function withoutUnwanted(merged: Merged, { profile }: Planning, removes: boolean): Merged {
  if (merged.contradictions.some(({ kind }) => kind === 'text') && !removes) return merged;
  const keys = unwantedKeys(JSON.parse(merged.text.replace(/^\uFEFF/, '')), profile.route);
  const contradictions: readonly Contradiction[] = keys.map((path) => ({ path, kind: 'value' }));
  const text = removes ? withoutKeys(merged.text, keys) : merged.text;
  return { ...merged, text, contradictions: [...merged.contradictions, ...contradictions] };
}

function leftOf(path: string, contradictions: readonly Contradiction[], isOpen: boolean): readonly Left[] {
  const values = contradictions.map(({ kind, path: keys }): Left => ({ path, kind, key: keys.join('.') }));
  return isOpen ? [...values, { path, kind: 'rights', key: '' }] : values;
}
