import type { Finding } from '../../detection/index.ts';
import type { DeclaredFinding, DeclaredPart } from '../../ledger/index.ts';
import type { Asked } from './features.ts';
import type { Leaf } from './leaf.ts';

/** A leaf with findings, whose bounds count from the beginning of its value. Findings have offsets in its text. */
export type MarkedLeaf = {
  readonly leaf: Leaf;
  readonly findings: readonly Finding[];
  /** In a thought, which must leave as the vendor wrote it, or not at all. */
  readonly isSealed: boolean;
};

/** What inspection found in one value of a body: offsets and kinds, never a value. */
export type InspectedValue = {
  /** The version of the rules it was inspected by. */
  readonly ruleset: string;
  readonly marked: readonly MarkedLeaf[];
  /** How the pieces of the value are declared in which something was found. */
  readonly parts: ReadonlyMap<DeclaredPart, DeclaredPart>;
  /** What was found between its pieces, with bytes counted from the beginning of the value. */
  readonly between: readonly DeclaredFinding[];
  /** Bytes of the value that cannot be read: pictures, seals. */
  readonly unscannedBytes: number;
  /** What the value asks for beyond the messages themselves. */
  readonly asked: Asked;
};
