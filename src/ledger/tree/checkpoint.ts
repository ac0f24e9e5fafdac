import { ledgerError } from '../errors.ts';
import { fromBase64, fromDecimal } from './base64.ts';
import { type Hash, hashBytes } from './hash.ts';
import { openNote, type OpenedNote } from './note.ts';
import type { NoteVerifier } from './note-key.ts';

/** The head of a log: so many leaves, and the root over them. */
export type Checkpoint = { readonly origin: string; readonly size: number; readonly root: Hash };

/** A checkpoint whose log has signed it. */
export type OpenedCheckpoint = Checkpoint &
  Pick<OpenedNote, 'verified' | 'unverified'> & {
    /** How many of the log's own keys that are known have no signature here: one of two is easily taken off. */
    readonly missing: number;
  };

/** The text that a checkpoint's note signs (C2SP tlog-checkpoint). octroi writes no extension lines. */
export function formatCheckpoint({ origin, size, root }: Checkpoint): string {
  return `${origin}\n${size}\n${Buffer.from(root).toString('base64')}\n`;
}

/** Reads a checkpoint's text, or undefined. Extension lines are allowed and passed over. */
export function readCheckpoint(text: string): Checkpoint | undefined {
  const lines = text.split('\n');
  const [origin, sizeText, rootText] = lines;
  const hasEmptyLine = lines.slice(0, -1).includes('');
  if (lines.at(-1) !== '' || lines.length < 4 || hasEmptyLine || !origin) return undefined;
  const size = fromDecimal(sizeText ?? '');
  const root = fromBase64(rootText ?? '-');
  if (size === undefined || root?.length !== hashBytes) return undefined;
  return { origin, size, root };
}

/** @throws ledger_checkpoint_malformed */
export function parseCheckpoint(text: string): Checkpoint {
  const checkpoint = readCheckpoint(text);
  if (!checkpoint) throw ledgerError('ledger_checkpoint_malformed');
  return checkpoint;
}

/**
 * Opens a signed checkpoint. Only keys that bear the log's own name speak for the log: a witness alone does not.
 * @throws what `openNote` throws; ledger_checkpoint_malformed, ledger_origin_other when it is of another log than
 *   `origin`, ledger_signature_unknown when none of the log's own keys has signed.
 */
export function openCheckpoint(
  note: Uint8Array | string,
  known: readonly NoteVerifier[],
  origin?: string,
): OpenedCheckpoint {
  const { text, verified, unverified } = openNote(note, known);
  const checkpoint = parseCheckpoint(text);
  if (origin !== undefined && checkpoint.origin !== origin)
    throw ledgerError('ledger_origin_other', { expected: origin, found: checkpoint.origin.slice(0, 120) });
  if (!verified.some(({ name }) => name === checkpoint.origin)) throw ledgerError('ledger_signature_unknown');
  const signed = new Set([...verified.map(({ vkey }) => vkey), ...unverified.map(idOf)]);
  const own = known.filter(({ name }) => name === checkpoint.origin);
  const missing = own.filter((key) => !signed.has(key.vkey) && !signed.has(idOf(key))).length;
  return { ...checkpoint, verified, unverified, missing };
}

function idOf({ name, keyId }: Pick<NoteVerifier, 'name' | 'keyId'>): string {
  return `${name} ${keyId}`;
}
