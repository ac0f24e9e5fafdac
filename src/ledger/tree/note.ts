import { ledgerError } from '../errors.ts';
import { fromBase64 } from './base64.ts';
import type { NoteVerifier, Verified } from './note-key.ts';

/** One signature line: who says to have signed, with which key, and the signature as it stands there. */
export type NoteSignature = {
  readonly name: string;
  readonly keyId: number;
  readonly signature: Buffer;
  /** The line itself, with its line feed. */
  readonly line: string;
};

/** A note taken apart; nothing in it is believed yet. `text` ends in a line feed. */
export type Note = { readonly text: string; readonly signatures: readonly NoteSignature[] };

/** A note that at least one known key has signed. */
export type OpenedNote = {
  readonly text: string;
  readonly verified: readonly Verified[];
  /** Signatures by keys that are not known here, or that this Node cannot use. They say nothing. */
  readonly unverified: readonly NoteSignature[];
};

const linePrefix = '— ';
// The specification asks for at least 16; Go's implementation stops at 100.
const maxSignatures = 100;
const maxNoteBytes = 1_048_576;

/** Takes a signed note apart (C2SP signed-note). @throws ledger_note_malformed */
export function parseNote(note: Uint8Array | string): Note {
  const whole = readText(note);
  const split = whole.lastIndexOf('\n\n');
  if (split < 0 || !whole.endsWith('\n')) throw malformed('shape');
  const lines = whole
    .slice(split + 2)
    .split('\n')
    .slice(0, -1);
  if (lines.length === 0 || lines.length > maxSignatures) throw malformed('signatures');
  return { text: whole.slice(0, split + 1), signatures: lines.map(parseLine) };
}

/**
 * Takes a note apart and verifies it. A signature by a known key must hold, or the whole note is refused; one by an
 * unknown key says nothing; the second signature of one key is passed over.
 * @throws ledger_note_malformed, ledger_signature_invalid, ledger_signature_unknown when no known key has signed,
 *   ledger_key_ambiguous when two known keys share the name and id of a signature.
 */
export function openNote(note: Uint8Array | string, known: readonly NoteVerifier[]): OpenedNote {
  const { text, signatures } = parseNote(note);
  const verified = new Map<NoteVerifier, Verified>();
  const unverified = new Map<string, NoteSignature>();
  for (const signature of signatures) {
    const verifier = findVerifier(signature, known);
    if (!verifier?.isUsable) unverified.set(signature.line, signature);
    else if (!verified.has(verifier)) {
      const found = verifier.verify(text, signature.signature);
      if (!found) throw ledgerError('ledger_signature_invalid', { name: signature.name.slice(0, 80) });
      verified.set(verifier, found);
    }
  }
  if (verified.size === 0) throw ledgerError('ledger_signature_unknown');
  return { text, verified: [...verified.values()], unverified: [...unverified.values()] };
}

/** Puts a note together from its text and its signature lines, and checks that it can be taken apart again. */
export function formatNote(text: string, lines: readonly string[]): string {
  const note = `${text}\n${lines.join('')}`;
  if (parseNote(note).text !== text) throw malformed('text');
  return note;
}

/** One signature line, with its line feed. */
export function formatSignatureLine(name: string, keyId: number, signature: Uint8Array): string {
  const id = Buffer.alloc(4);
  id.writeUInt32BE(keyId);
  return `${linePrefix}${name} ${Buffer.concat([id, signature]).toString('base64')}\n`;
}

/** Whether a key may bear this name: something, and neither spaces nor a plus sign. */
export function isKeyName(name: string): boolean {
  return name !== '' && name.isWellFormed() && !/[\p{White_Space}+]/u.test(name);
}

function readText(note: Uint8Array | string): string {
  const text = typeof note === 'string' ? note : decode(note);
  if (text.length > maxNoteBytes) throw malformed('size');
  if (!text.isWellFormed() || /[\u0000-\u0009\u000b-\u001f]/.test(text)) throw malformed('characters');
  return text;
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (fault) {
    throw ledgerError('ledger_note_malformed', { detail: 'UTF-8' }, fault);
  }
}

function parseLine(line: string): NoteSignature {
  const match = /^— (?<name>[^ ]+) (?<base64>[^ ]+)$/.exec(line)?.groups;
  const bytes = fromBase64(match?.['base64'] ?? '-');
  const name = match?.['name'] ?? '';
  if (!bytes || bytes.length < 5 || !isKeyName(name)) throw malformed('signature line');
  return { name, keyId: bytes.readUInt32BE(0), signature: bytes.subarray(4), line: `${line}\n` };
}

function findVerifier({ name, keyId }: NoteSignature, known: readonly NoteVerifier[]): NoteVerifier | undefined {
  const [verifier, another] = known.filter((each) => each.name === name && each.keyId === keyId);
  if (another) throw ledgerError('ledger_key_ambiguous', { name: name.slice(0, 80) });
  return verifier;
}

function malformed(detail: string) {
  return ledgerError('ledger_note_malformed', { detail });
}
