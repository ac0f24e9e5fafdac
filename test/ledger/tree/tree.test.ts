import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  CompactRange,
  cover,
  decodeTile,
  emptyRoot,
  type Hash,
  isConsistent,
  isIncluded,
  isSubtreeConsistent,
  leafHash,
  makeProof,
  type Node,
  nodeHash,
  nodeInTile,
  planConsistency,
  planInclusion,
  tileOfNode,
  tileWidth,
} from '../../../src/ledger/tree/index.ts';

const leaves = Array.from({ length: 700 }, (_, at) => leafHash(Buffer.from(`leaf ${at}`)));

// RFC 6962 §2.1, word for word, apart from the code under test.
function mth(from: number, to: number): Hash {
  if (to - from === 0) return emptyRoot;
  if (to - from === 1) return leaves[from] as Hash;
  let split = 1;
  while (split * 2 < to - from) split *= 2;
  return nodeHash(mth(from, from + split), mth(from + split, to));
}

const hashOf = ({ height, index }: Node) => mth(index * 2 ** height, (index + 1) * 2 ** height);
const sizes = fc.integer({ min: 1, max: leaves.length });
const pairs = sizes.chain((size) => fc.tuple(fc.integer({ min: 1, max: size }), fc.constant(size)));

test('a compact range has the root of the recursion at every size, also when it is taken up again', () => {
  let range = new CompactRange();
  for (const [at, leaf] of leaves.slice(0, 300).entries()) {
    expect(range.root()).toEqual(mth(0, at));
    range.append(leaf);
    range = new CompactRange(range.size, range.nodes);
  }
  expect(() => new CompactRange(3, range.nodes.slice(0, 1))).toThrow('do not make 3');
});

test('every planned proof of inclusion is accepted, and for no other leaf, place, size or root', () => {
  fc.assert(
    fc.property(pairs, fc.integer({ min: 0, max: 31 }), ([end, size], byte) => {
      const index = end - 1;
      const proof = makeProof(planInclusion(index, size), hashOf);
      const claim = { index, size, leafHash: leaves[index] as Hash, root: mth(0, size) };
      expect(isIncluded(claim, proof)).toBe(true);
      expect(isIncluded({ ...claim, index: index + 1 }, proof)).toBe(false);
      expect(isIncluded({ ...claim, leafHash: leafHash(Buffer.from('x')) }, proof)).toBe(false);
      expect(isIncluded({ ...claim, root: leafHash(Buffer.from('x')) }, proof)).toBe(false);
      expect(isIncluded(claim, [...proof, leafHash(Buffer.from('x'))])).toBe(false);
      for (const [at, hash] of proof.entries()) {
        const changed = Buffer.from(hash);
        changed[byte] = (changed[byte] ?? 0) ^ 1;
        expect(isIncluded(claim, proof.with(at, changed))).toBe(false);
        expect(isIncluded(claim, proof.toSpliced(at, 1))).toBe(false);
      }
    }),
    { numRuns: 150 },
  );
});

test('every planned proof of consistency is accepted, and for no other root or size', () => {
  fc.assert(
    fc.property(pairs, ([oldSize, size]) => {
      const proof = makeProof(planConsistency(oldSize, size), hashOf);
      const claim = { oldSize, oldRoot: mth(0, oldSize), size, root: mth(0, size) };
      expect(isConsistent(claim, proof)).toBe(true);
      expect(isConsistent({ ...claim, oldRoot: leafHash(Buffer.from('x')) }, proof)).toBe(false);
      expect(isConsistent({ ...claim, root: leafHash(Buffer.from('x')) }, proof)).toBe(false);
      expect(isConsistent({ ...claim, oldSize: size + 1 }, proof)).toBe(false);
      for (const at of proof.keys()) expect(isConsistent(claim, proof.toSpliced(at, 1))).toBe(false);
    }),
    { numRuns: 200 },
  );
});

test('nothing follows from the empty tree, nor from numbers that are none', () => {
  const root = mth(0, 3);
  expect(isConsistent({ oldSize: 0, oldRoot: emptyRoot, size: 3, root }, [])).toBe(false);
  for (const odd of [-1, 0.5, Number.NaN, 2 ** 60]) {
    expect(isIncluded({ index: odd, size: 3, leafHash: leaves[0] as Hash, root }, [])).toBe(false);
    expect(isConsistent({ oldSize: odd, oldRoot: root, size: odd, root }, [])).toBe(false);
  }
  // A seed of another length would let two hashes be cut elsewhere.
  expect(
    isSubtreeConsistent({ start: 0, end: 1, subtreeRoot: Buffer.alloc(31), size: 2, root }, [Buffer.alloc(32)]),
  ).toBe(false);
});

test('the tiles tell every node of the tree', () => {
  fc.assert(
    fc.property(pairs, ([end, size]) => {
      for (const node of cover(0, end)) {
        const { level, index, width } = tileOfNode(node, size);
        if (level === 'entries') throw new Error('no tile');
        const span = tileWidth ** level;
        const from = index * tileWidth;
        const bytes = Buffer.concat(
          Array.from({ length: width }, (_, at) => mth((from + at) * span, (from + at + 1) * span)),
        );
        expect(nodeInTile(node, decodeTile(bytes, width))).toEqual(hashOf(node));
      }
    }),
    { numRuns: 60 },
  );
});
