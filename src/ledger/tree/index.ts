export { decodeBundle, encodeBundle } from './bundle.ts';
export {
  type Checkpoint,
  formatCheckpoint,
  openCheckpoint,
  type OpenedCheckpoint,
  parseCheckpoint,
} from './checkpoint.ts';
export { CompactRange } from './compact-range.ts';
export { type ConsistencyClaim, isConsistent, isSubtreeConsistent } from './consistency.ts';
export { emptyRoot, type Hash, isSameHash, leafHash, nodeHash } from './hash.ts';
export { type InclusionClaim, isIncluded, isIncludedInSubtree } from './inclusion.ts';
export {
  commitmentOf,
  formatLeaf,
  isRecordLeaf,
  type Leaf,
  type LogLeaf,
  parseLeaf,
  type RecordLeaf,
} from './leaf.ts';
export { generateSigningKey, type NoteSigner, openSigner, signNote } from './log-signer.ts';
export { formatNote, openNote, type OpenedNote, parseNote } from './note.ts';
export { type NoteVerifier, parseVkey, type SignatureKind, type Verified } from './note-key.ts';
export { cover, makeProof, type Node, planConsistency, planInclusion } from './prove.ts';
export { type FilledTile, RightEdge } from './right-edge.ts';
export { decodeTile, nodeInTile, tileOfNode } from './tile.ts';
export { bundleOf, formatTilePath, levelShape, parseTilePath, type Tile, tilesOf, tileWidth } from './tile-path.ts';
export { formatTlogProof, parseTlogProof, type TlogProof } from './tlog-proof.ts';
