/** The leaves from `start` up to, and without, `end`. */
export type Subtree = { readonly start: number; readonly end: number };

/**
 * Whether a range of leaves is one that proofs may speak of: not empty, and beginning at a multiple of the power of two
 * that holds it (draft-ietf-plants-merkle-tree-certs, §4.1).
 */
export function isSubtree({ start, end }: Subtree): boolean {
  if (!Number.isSafeInteger(start) || !Number.isSafeInteger(end) || start < 0 || end <= start) return false;
  let width = 1;
  while (width < end - start) width *= 2;
  return start % width === 0;
}
