import { type FingerprintKey, keyedFingerprint } from '../../base/index.ts';
import { type DeclaredFinding, type DeclaredPart, resentPart } from '../../ledger/index.ts';
import { type Piece, type PieceFacts, recordedFacts } from '../anthropic/piece.ts';
import { rawOffsets } from '../anthropic/raw-offsets.ts';
import { pieceAt } from './stretch.ts';
import type { LeafFindings } from './unit.ts';

/** The findings of one leaf as they are declared, with bytes counted in the body. */
export function declaredFindings(
  bytes: Buffer,
  { placed, findings }: LeafFindings,
  { key, isSealed }: { readonly key: FingerprintKey; readonly isSealed: boolean },
): readonly DeclaredFinding[] {
  const offsets = rawOffsets(
    bytes,
    placed.leaf,
    findings.flatMap(({ start, end }) => [start, end]),
  );
  return findings.map(({ detector, kind, class: of, start, end }, index) => ({
    detector,
    kind,
    class: of,
    span: [offsets[index * 2] ?? placed.leaf.start, offsets[index * 2 + 1] ?? placed.leaf.end],
    fingerprint: keyedFingerprint(key, placed.text.slice(start, end)),
    handling: isSealed ? 'kept' : 'redacted',
  }));
}

export type DeclaredPieces = {
  readonly parts: ReadonlyMap<DeclaredPart, DeclaredPart>;
  /** What stands between the pieces, with bytes counted in the body. */
  readonly between: readonly DeclaredFinding[];
};

/** Gives the findings to the pieces they begin in, and puts stand-ins for what the pieces' own facts would tell. */
export function declarePieces(
  pieces: readonly Piece[],
  findings: readonly DeclaredFinding[],
  mask: (text: string) => string,
): DeclaredPieces {
  const byPiece = Map.groupBy(findings, ({ span }) => pieceAt(pieces, span[0]));
  const parts = new Map<DeclaredPart, DeclaredPart>();
  for (const piece of pieces) {
    const own = byPiece.get(piece)?.map((finding) => within(finding, piece)) ?? [];
    const facts = maskedFacts(piece, mask);
    if (own.length === 0 && !facts) continue;
    const { sent: _, ...part } = piece.again;
    parts.set(piece.again, resentPart({ ...part, ...facts, ...(own.length === 0 ? {} : { findings: own }) }));
  }
  return { parts, between: byPiece.get(undefined) ?? [] };
}

function within(finding: DeclaredFinding, { start, end }: Piece): DeclaredFinding {
  return { ...finding, span: [finding.span[0] - start, Math.min(finding.span[1], end) - start] };
}

// What tells of a piece beside its kind is the client's own text.
const toldFacts = ['path', 'command', 'tool', 'form', 'mediaType'] as const;

function maskedFacts({ facts }: Piece, mask: (text: string) => string): Partial<PieceFacts> | undefined {
  let masked: PieceFacts | undefined;
  for (const name of toldFacts) {
    const text = facts[name];
    const shown = text === undefined ? undefined : mask(text);
    if (shown !== text) masked = { ...(masked ?? facts), [name]: shown };
  }
  return masked && recordedFacts(masked);
}
