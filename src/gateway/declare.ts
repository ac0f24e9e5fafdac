import { type FingerprintKey, keyedFingerprint } from '../base/index.ts';
import type { DeclaredPart } from '../ledger/index.ts';
import type { Piece } from './anthropic/piece.ts';

export type Session = {
  readonly fingerprintKey: FingerprintKey;
  /** The fingerprints that have left in the session before; those of this body are added. */
  readonly sent: Set<string>;
};

export type Declared = {
  readonly parts: readonly DeclaredPart[];
  /** Takes back that the parts have left: for an exchange that was stopped after all. */
  readonly forget: () => void;
};

/**
 * Makes the list of what a body carries out: its pieces in their order, then all that lies between them as one part of
 * kind `other`. The bytes of the parts add up to the body's.
 */
export function declareParts(body: Buffer, pieces: readonly Piece[], { fingerprintKey, sent }: Session): Declared {
  const parts: DeclaredPart[] = [];
  const added: string[] = [];
  const declare = (facts: Piece['facts'], bytes: number, fingerprint: string): void => {
    const isFirst = !sent.has(fingerprint);
    if (isFirst) {
      sent.add(fingerprint);
      added.push(fingerprint);
    }
    parts.push({ ...facts, bytes, fingerprint, sent: isFirst ? 'first' : 'again' });
  };
  for (const piece of pieces) declare(piece.facts, piece.end - piece.start, piece.fingerprint);
  const rest = between(body, pieces);
  if (rest.length > 0) declare({ kind: 'other', form: 'syntax' }, rest.length, keyedFingerprint(fingerprintKey, rest));
  return { parts, forget: () => added.forEach((fingerprint) => sent.delete(fingerprint)) };
}

// Braces, names of members, ids and settings: whatever no piece covers.
function between(body: Buffer, pieces: readonly Piece[]): Buffer {
  const rest = Buffer.allocUnsafe(body.length - pieces.reduce((sum, piece) => sum + piece.end - piece.start, 0));
  let from = 0;
  let to = 0;
  for (const piece of pieces) {
    to += body.copy(rest, to, from, piece.start);
    from = piece.end;
  }
  body.copy(rest, to, from);
  return rest;
}
