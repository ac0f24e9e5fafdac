import { emptyRoot, type Hash, hashBytes, isSameHash, nodeHash } from './hash.ts';
import { isSubtree, type Subtree } from './subtree.ts';

/** The claim that the tree of `size` leaves is the one of `oldSize` leaves with leaves added. */
export type ConsistencyClaim = {
  readonly oldSize: number;
  readonly oldRoot: Hash;
  readonly size: number;
  readonly root: Hash;
};

/** The claim that the subtree of `subtreeRoot` is a part of the tree of `size` leaves. */
export type SubtreeConsistencyClaim = Subtree & {
  readonly subtreeRoot: Hash;
  readonly size: number;
  readonly root: Hash;
};

/**
 * Tells whether the proof shows the claim (RFC 6962 §2.1.2; RFC 9162 §2.1.4.2). From the empty tree nothing follows, so
 * that is refused. Never throws on what came from outside.
 */
export function isConsistent({ oldSize, oldRoot, size, root }: ConsistencyClaim, proof: readonly Hash[]): boolean {
  return oldSize > 0 && isSubtreeConsistent({ start: 0, end: oldSize, subtreeRoot: oldRoot, size, root }, proof);
}

/** The same for any subtree of the log (draft-ietf-plants-merkle-tree-certs, §4.4). The empty one is part of every tree. */
export function isSubtreeConsistent(claim: SubtreeConsistencyClaim, proof: readonly Hash[]): boolean {
  const { start, end, size, subtreeRoot, root } = claim;
  if (![start, end, size].every((each) => Number.isSafeInteger(each) && each >= 0) || end > size) return false;
  if (start === end) return proof.length === 0 && isSameHash(subtreeRoot, emptyRoot);
  if (!isSubtree({ start, end })) return false;
  // The whole tree: nothing is hashed, so the roots need only be the same.
  if (start === 0 && end === size) return proof.length === 0 && Buffer.compare(subtreeRoot, root) === 0;
  if (subtreeRoot.length !== hashBytes || proof.some((hash) => hash.length !== hashBytes)) return false;
  const reached = climb(claim, proof);
  return reached !== undefined && isSameHash(reached.subtreeRoot, subtreeRoot) && isSameHash(reached.root, root);
}

type Reached = { readonly subtreeRoot: Hash; readonly root: Hash };

// Climbs from the subtree's last leaf to both roots at once; undefined when the proof does not fit the way.
function climb(
  { start, end, size, subtreeRoot }: SubtreeConsistencyClaim,
  proof: readonly Hash[],
): Reached | undefined {
  let way: Way = { first: start, last: end - 1, edge: size - 1 };
  // Up to where the subtree's right edge begins to be one complete subtree of the tree.
  while (way.first !== way.last && (way.last === way.edge || way.last % 2 === 1)) way = up(way);
  const isWhole = way.first === way.last;
  const seed = isWhole ? subtreeRoot : proof[0];
  if (!seed) return undefined;
  let [inner, outer] = [seed, seed];
  for (const sibling of isWhole ? proof : proof.slice(1)) {
    if (way.edge === 0) return undefined;
    if (way.last % 2 === 1 || way.last === way.edge) {
      if (way.first < way.last) inner = nodeHash(sibling, inner);
      outer = nodeHash(sibling, outer);
      while (way.last % 2 === 0 && way.last !== 0) way = up(way);
    } else outer = nodeHash(outer, sibling);
    way = up(way);
  }
  return way.edge === 0 ? { subtreeRoot: inner, root: outer } : undefined;
}

type Way = { readonly first: number; readonly last: number; readonly edge: number };

function up({ first, last, edge }: Way): Way {
  return { first: Math.floor(first / 2), last: Math.floor(last / 2), edge: Math.floor(edge / 2) };
}
