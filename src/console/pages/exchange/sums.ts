import type { PartKindName, PartView } from '../../../console-api/contract.ts';
import { kindNames } from '../../language/kind-texts.ts';

export type KindSum = {
  readonly kind: PartKindName;
  readonly pieces: number;
  readonly firstBytes: number;
  readonly againBytes: number;
  readonly bytes: number;
};

/** The bytes of each kind, the heaviest first. */
export function sumByKind(parts: readonly PartView[]): readonly KindSum[] {
  return [...Map.groupBy(parts, ({ kind }) => kind)]
    .map(([kind, ofKind]) => {
      const firstBytes = bytesOf(ofKind.filter(({ sent }) => sent === 'first'));
      const bytes = bytesOf(ofKind);
      return { kind, pieces: ofKind.length, firstBytes, againBytes: bytes - firstBytes, bytes };
    })
    .toSorted((one, other) => other.bytes - one.bytes);
}

export function bytesOf(parts: readonly PartView[]): number {
  return parts.reduce((sum, { bytes }) => sum + bytes, 0);
}

export type NumberedPart = {
  /** Its place in the body, counted from 1. */
  readonly number: number;
  readonly part: PartView;
  /** It is another piece of the file in the line above. */
  readonly isSameFile: boolean;
};

export type KindGroup = {
  readonly kind: PartKindName;
  readonly bytes: number;
  readonly pieces: readonly NumberedPart[];
};

/** The parts by kind, and pieces of one file together; within that in the order of the body. */
export function groupByKind(parts: readonly PartView[], sent: PartView['sent']): readonly KindGroup[] {
  const numbered = parts.map((part, index) => ({ number: index + 1, part })).filter(({ part }) => part.sent === sent);
  const kinds = Map.groupBy(numbered, ({ part }) => part.kind);
  return kindNames.flatMap((kind) => {
    const ofKind = kinds.get(kind);
    return ofKind ? [{ kind, bytes: bytesOf(ofKind.map(({ part }) => part)), pieces: byFile(ofKind) }] : [];
  });
}

function byFile(pieces: readonly Omit<NumberedPart, 'isSameFile'>[]): readonly NumberedPart[] {
  // A piece without a path stands alone, under its number.
  const files = Map.groupBy(pieces, ({ part, number }) => part.path ?? number);
  return [...files.values()].flatMap((ofFile) => ofFile.map((piece, index) => ({ ...piece, isSameFile: index > 0 })));
}
