import { ledgerError } from '../errors.ts';
import { openCheckpoint, type OpenedCheckpoint } from '../tree/checkpoint.ts';
import { type NoteVerifier, parseVkey } from '../tree/note-key.ts';
import type { Verdict } from './verdict.ts';

/** Which keys the reader trusts, and the log's name if it must be that one. */
export type Trust = { readonly keys: readonly NoteVerifier[]; readonly origin?: string | undefined };

export type Head = Pick<
  Verdict,
  'isTrusted' | 'origin' | 'size' | 'root' | 'signedAt' | 'witnesses' | 'unchecked' | 'missing'
>;

/** Reads the keys the reader trusts: one a line, `#` begins a remark. @throws ledger_key_malformed */
export function parseKeys(text: string): readonly NoteVerifier[] {
  const lines = text.split(/\r?\n/).map((line) => line.trim());
  return lines.filter((line) => line !== '' && !line.startsWith('#')).map(parseVkey);
}

/**
 * Opens a signed head with the reader's keys or, where the reader brought none, with those that came with the files.
 * @throws what `openCheckpoint` throws; ledger_keys_missing when there is no key at all
 */
export function openHead(
  note: string,
  trust: Trust,
  included: readonly NoteVerifier[] = [],
): { readonly checkpoint: OpenedCheckpoint; readonly head: Head } {
  const isTrusted = trust.keys.length > 0;
  const keys = isTrusted ? trust.keys : included;
  if (keys.length === 0) throw ledgerError('ledger_keys_missing');
  const checkpoint = openCheckpoint(note, keys, trust.origin);
  return { checkpoint, head: headOf(checkpoint, isTrusted) };
}

export function headOf(
  { origin, size, root, verified, unverified, missing }: OpenedCheckpoint,
  isTrusted: boolean,
): Head {
  const own = verified.filter(({ name }) => name === origin);
  const signedAt = own.find((each) => each.signedAt)?.signedAt;
  return {
    isTrusted,
    origin,
    size,
    root: Buffer.from(root).toString('base64'),
    ...(signedAt ? { signedAt: signedAt.toISOString() } : {}),
    witnesses: verified.filter(({ name }) => name !== origin).map(({ name }) => name),
    unchecked: unverified.length,
    missing,
  };
}
