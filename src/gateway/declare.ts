import { type FingerprintKey, keyedFingerprint } from '../base/index.ts';
import type { DeclaredPart } from '../ledger/index.ts';
import type { Piece } from './anthropic/piece.ts';
import type { Inspection } from './inspection/inspect.ts';

export type Session = {
  readonly fingerprintKey: FingerprintKey;
  /** The fingerprints that have left in the session before; those of this body are added. */
  readonly sent: Set<string>;
  /** What was found in the body. */
  readonly inspection?: Pick<Inspection, 'parts' | 'between'> | undefined;
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
export function declareParts(body: Buffer, pieces: readonly Piece[], session: Session): Declared {
  const { fingerprintKey, sent, inspection } = session;
  const found = inspection && inspection.parts.size > 0 ? inspection.parts : undefined;
  const added: string[] = [];
  const declare = (again: DeclaredPart): DeclaredPart => {
    if (sent.has(again.fingerprint)) return again;
    sent.add(again.fingerprint);
    added.push(again.fingerprint);
    return { ...again, sent: 'first' };
  };
  const parts = pieces.map(({ again }) => declare(found?.get(again) ?? again));
  const rest = between(body, pieces);
  if (rest.length > 0) {
    const fingerprint = keyedFingerprint(fingerprintKey, rest);
    const findings = inspection && inspection.between.length > 0 ? { findings: inspection.between } : {};
    parts.push(declare({ kind: 'other', form: 'syntax', bytes: rest.length, fingerprint, sent: 'again', ...findings }));
  }
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
