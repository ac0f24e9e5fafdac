import { emptyRoot, type Hash, nodeHash } from './hash.ts';

/**
 * A tree of any size, held as the roots of its perfect subtrees from left to right: one for each bit set in its size.
 *
 * Enough to add leaves and to know the root, in memory that grows with the logarithm of the size.
 */
export class CompactRange {
  #size: number;
  readonly #nodes: Hash[];

  /** @param nodes the perfect subtrees of a tree of `size` leaves, the largest first. */
  constructor(size = 0, nodes: readonly Hash[] = []) {
    if (nodes.length !== countOnes(size)) throw new Error(`CompactRange: ${nodes.length} nodes do not make ${size}`);
    this.#size = size;
    this.#nodes = [...nodes];
  }

  get size(): number {
    return this.#size;
  }

  get nodes(): readonly Hash[] {
    return this.#nodes;
  }

  /** Adds a leaf or, with its height, a perfect subtree. It must stand where its height lets it. */
  append(leaf: Hash, height = 0): void {
    if (this.#size % 2 ** height !== 0) throw new Error(`CompactRange: height ${height} at ${this.#size}`);
    let node = leaf;
    for (let rest = this.#size / 2 ** height; rest % 2 === 1; rest = Math.floor(rest / 2)) {
      const left = this.#nodes.pop();
      if (!left) throw new Error('CompactRange: fewer nodes than its size says');
      node = nodeHash(left, node);
    }
    this.#nodes.push(node);
    this.#size += 2 ** height;
  }

  root(): Hash {
    return (
      this.#nodes.reduceRight<Hash | undefined>((right, left) => (right ? nodeHash(left, right) : left), undefined) ??
      emptyRoot
    );
  }
}

function countOnes(size: number): number {
  let ones = 0;
  for (let rest = size; rest > 0; rest = Math.floor(rest / 2)) ones += rest % 2;
  return ones;
}
