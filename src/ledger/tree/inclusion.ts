import { type Hash, hashBytes, isSameHash, nodeHash } from './hash.ts';
import { isSubtree, type Subtree } from './subtree.ts';

/** The claim that one leaf stands at `index` of the tree of `size` leaves with this root. */
export type InclusionClaim = {
  readonly index: number;
  readonly size: number;
  readonly leafHash: Hash;
  readonly root: Hash;
};

/** The claim that one leaf stands at `index` of the log, within the subtree of this root. */
export type SubtreeInclusionClaim = Omit<InclusionClaim, 'size'> & Subtree;

/** Tells whether the proof shows the claim (RFC 6962 §2.1.1; RFC 9162 §2.1.3.2). Never throws on what came from outside. */
export function isIncluded({ size, ...claim }: InclusionClaim, proof: readonly Hash[]): boolean {
  return isIncludedInSubtree({ ...claim, start: 0, end: size }, proof);
}

/** The same within a subtree of the log (draft-ietf-plants-merkle-tree-certs, §4.3). */
export function isIncludedInSubtree(claim: SubtreeInclusionClaim, proof: readonly Hash[]): boolean {
  const { index, start, end, leafHash, root } = claim;
  if (!isSubtree({ start, end }) || !Number.isSafeInteger(index) || index < start || index >= end) return false;
  if (leafHash.length !== hashBytes || proof.some((hash) => hash.length !== hashBytes)) return false;
  const reached = climb({ index: index - start, last: end - start - 1, leafHash }, proof);
  return reached !== undefined && isSameHash(reached, root);
}

type Climb = { readonly index: number; readonly last: number; readonly leafHash: Hash };

// From the leaf up: undefined when the proof is longer or shorter than the way.
function climb({ index, last, leafHash }: Climb, proof: readonly Hash[]): Hash | undefined {
  let [at, edge, node] = [index, last, leafHash];
  for (const sibling of proof) {
    if (edge === 0) return undefined;
    if (at % 2 === 1 || at === edge) {
      node = nodeHash(sibling, node);
      // On the right edge the levels without a sibling are passed over.
      while (at % 2 === 0 && at !== 0) [at, edge] = [half(at), half(edge)];
    } else node = nodeHash(node, sibling);
    [at, edge] = [half(at), half(edge)];
  }
  return edge === 0 ? node : undefined;
}

function half(value: number): number {
  return Math.floor(value / 2);
}
