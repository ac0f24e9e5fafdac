import { type Hash, hashBytes, nodeHash } from './hash.ts';
import { ledgerError } from '../errors.ts';
import { type Node } from './prove.ts';
import { type Tile, tileWidth } from './tile-path.ts';

const tileHeight = 8;

/** The hashes of a tile. @throws ledger_tile_malformed when it is not `width` hashes long. */
export function decodeTile(bytes: Uint8Array, width: number): readonly Hash[] {
  if (bytes.length !== width * hashBytes) throw ledgerError('ledger_tile_malformed');
  return Array.from({ length: width }, (_, at) => bytes.subarray(at * hashBytes, (at + 1) * hashBytes));
}

/** The tile that tells a node's hash in a tree of `size` leaves. */
export function tileOfNode({ height, index }: Node, size: number): Tile {
  const level = Math.floor(height / tileHeight);
  const hashes = Math.floor(size / tileWidth ** level);
  const at = Math.floor((index * 2 ** (height % tileHeight)) / tileWidth);
  return { level, index: at, width: Math.min(tileWidth, hashes - at * tileWidth) };
}

/** The hash of a node, from the hashes of the tile that `tileOfNode` named. */
export function nodeInTile({ height, index }: Node, hashes: readonly Hash[]): Hash {
  const count = 2 ** (height % tileHeight);
  const from = (index * count) % tileWidth;
  return rootOfPerfect(hashes.slice(from, from + count));
}

/** The root over a power of two of hashes. */
export function rootOfPerfect(hashes: readonly Hash[]): Hash {
  let row = hashes;
  while (row.length > 1) {
    const above: Hash[] = [];
    for (let at = 0; at < row.length; at += 2) above.push(nodeHash(row[at] as Hash, row[at + 1] as Hash));
    row = above;
  }
  const [root] = row;
  if (!root) throw new Error('rootOfPerfect: nothing to hash');
  return root;
}
