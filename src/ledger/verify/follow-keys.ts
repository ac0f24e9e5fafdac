import { OctroiError } from '../../base/index.ts';
import { ledgerError } from '../errors.ts';
import { openCheckpoint, type OpenedCheckpoint, parseCheckpoint } from '../tree/checkpoint.ts';
import { parseNote } from '../tree/note.ts';
import { type NoteVerifier, parseVkey } from '../tree/note-key.ts';
import type { KeyChange } from './leaf-walk.ts';
import type { Trust } from './open-head.ts';

export type KeyTrail = {
  /** Signed checkpoints; the head of the log is the last. */
  readonly notes: readonly string[];
  readonly trust: Trust;
  /** What the log itself says of its keys, in the order of its leaves. */
  readonly keyChanges: readonly KeyChange[];
};

export type Followed = {
  readonly opened: readonly OpenedCheckpoint[];
  /** The keys that may sign the head: the reader's witnesses, and those the log changed to last. */
  readonly keys: readonly NoteVerifier[];
};

/**
 * Follows a log's keys from those the reader trusts to those that sign its head.
 *
 * A checkpoint signed by a trusted key vouches for the leaves under it, so for the changes of keys among them: those keys
 * are trusted from there on. Of a checkpoint only the keys in force at its size are asked, so that a key that was replaced
 * signs nothing new.
 * @throws ledger_signature_unknown when no way leads from the trusted keys to the head; what `openCheckpoint` throws
 */
export function followKeys({ notes, trust, keyChanges }: KeyTrail): Followed {
  const all = notes.map((note) => ({ note, size: parseCheckpoint(parseNote(note).text).size }));
  const { origin, size: headSize } = parseCheckpoint(parseNote(notes.at(-1) ?? '').text);
  const first = keyChanges[0]?.keys ?? [];
  const witnesses = trust.keys.filter(({ name }) => name !== origin);
  let trusted = new Set(trust.keys.length > 0 ? trust.keys.map(({ vkey }) => vkey) : first);
  for (const { note, size } of all.toSorted((one, other) => one.size - other.size)) {
    const keys = keysInForce(keyChanges, size).filter((vkey) => trusted.has(vkey));
    if (isSignedBy(note, keys)) trusted = new Set([...trusted, ...changesBelow(keyChanges, size)]);
  }
  const headKeys = keysInForce(keyChanges, headSize).filter((vkey) => trusted.has(vkey));
  if (headKeys.length === 0) throw ledgerError('ledger_signature_unknown');
  const opened = all.map(({ note, size }) =>
    openCheckpoint(note, [...witnesses, ...keysInForce(keyChanges, size).map(parseVkey)], trust.origin),
  );
  return { opened, keys: [...witnesses, ...headKeys.map(parseVkey)] };
}

// At the checkpoint that ends with the change itself, the keys before it and after it sign both.
function keysInForce(changes: readonly KeyChange[], size: number): readonly string[] {
  const inForce = changes.filter(({ seq }) => seq < size);
  const last = inForce.at(-1);
  const before = last && last.seq === size - 1 ? (inForce.at(-2)?.keys ?? []) : [];
  return [...new Set([...(last?.keys ?? []), ...before])];
}

function changesBelow(changes: readonly KeyChange[], size: number): readonly string[] {
  return changes.filter(({ seq }) => seq < size).flatMap(({ keys }) => keys);
}

function isSignedBy(note: string, vkeys: readonly string[]): boolean {
  try {
    return openCheckpoint(note, vkeys.map(parseVkey)).verified.length > 0;
  } catch (fault) {
    if (fault instanceof OctroiError && fault.code === 'ledger_signature_unknown') return false;
    throw fault;
  }
}
