import { type Hash, nodeHash } from './hash.ts';

/** A perfect subtree: `index`-th of those with `2 ** height` leaves. */
export type Node = { readonly height: number; readonly index: number };

/** The nodes a proof is made of: each a perfect subtree, or several that hash together to one step of the way. */
export type ProofPlan = readonly (readonly Node[])[];

/** Which nodes prove that leaf `index` is in a tree of `size` leaves (RFC 6962 §2.1.1). */
export function planInclusion(index: number, size: number): ProofPlan {
  if (!(Number.isSafeInteger(index) && index >= 0 && index < size))
    throw new Error(`planInclusion: ${index} of ${size}`);
  const steps: (readonly Node[])[] = [];
  let [start, end] = [0, size];
  while (end - start > 1) {
    const middle = start + splitOf(end - start);
    if (index < middle) {
      steps.push(cover(middle, end));
      end = middle;
    } else {
      steps.push(cover(start, middle));
      start = middle;
    }
  }
  return steps.toReversed();
}

/** Which nodes prove that a tree of `size` leaves continues the one of `oldSize` (RFC 6962 §2.1.2). */
export function planConsistency(oldSize: number, size: number): ProofPlan {
  if (!(Number.isSafeInteger(oldSize) && oldSize > 0 && oldSize <= size))
    throw new Error(`planConsistency: ${oldSize} to ${size}`);
  const steps: (readonly Node[])[] = [];
  let [start, end] = [0, size];
  while (oldSize < end) {
    const middle = start + splitOf(end - start);
    if (oldSize <= middle) {
      steps.push(cover(middle, end));
      end = middle;
    } else {
      steps.push(cover(start, middle));
      start = middle;
    }
  }
  // The old tree's own root, if it is all the way was about, is known to whoever asks.
  if (start > 0) steps.push(cover(start, end));
  return steps.toReversed();
}

/** Makes the proof from the nodes it was planned with. */
export function makeProof(plan: ProofPlan, hashOf: (node: Node) => Hash): readonly Hash[] {
  return plan.map((nodes) => nodes.map(hashOf).reduceRight((right, left) => nodeHash(left, right)));
}

/** The perfect subtrees that make up the leaves from `start` to `end`, from left to right: as few as there can be. */
export function cover(start: number, end: number): readonly Node[] {
  const nodes: Node[] = [];
  for (let from = start; from < end; ) {
    let height = 0;
    while (from % 2 ** (height + 1) === 0 && 2 ** (height + 1) <= end - from) height += 1;
    nodes.push({ height, index: from / 2 ** height });
    from += 2 ** height;
  }
  return nodes;
}

// The largest power of two smaller than `count`.
function splitOf(count: number): number {
  let split = 1;
  while (split * 2 < count) split *= 2;
  return split;
}
