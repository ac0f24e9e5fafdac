import { encodeBundle } from './bundle.ts';
import { emptyRoot, type Hash, hashBytes, leafHash, nodeHash } from './hash.ts';
import { cover } from './prove.ts';
import { rootOfPerfect } from './tile.ts';
import { levelShape, type Tile, tileWidth } from './tile-path.ts';

/** A tile with its bytes: hashes, or entries as a bundle. */
export type FilledTile = Tile & { readonly data: Buffer };

type Row = { index: number; hashes: Hash[] };

/**
 * The right edge of a log: the tiles that are not full. It is all that is needed to add leaves and to know the root, so
 * adding costs the same whatever the log's size; memory is some hundred kilobytes.
 */
export class RightEdge {
  #size: number;
  readonly #rows: Row[];
  #entries: Uint8Array[];
  #full: FilledTile[] = [];
  #touchedLevels = 0;

  private constructor(size: number, rows: Row[], entries: Uint8Array[]) {
    this.#size = size;
    this.#rows = rows;
    this.#entries = entries;
  }

  /** The edge of a log of no leaves. */
  static empty(): RightEdge {
    return new RightEdge(0, [], []);
  }

  /** The edge of a log of `size` leaves, from its tiles that are not full and the entries of its last bundle. */
  static from(
    size: number,
    hashesOf: (tile: Tile) => readonly Hash[],
    entriesOf: (tile: Tile) => readonly Uint8Array[],
  ) {
    const rows: Row[] = [];
    for (const tile of edgeTiles(size)) {
      if (tile.level !== 'entries') rows[tile.level] = { index: tile.index, hashes: [...hashesOf(tile)] };
    }
    for (let level = 0; Math.floor(size / tileWidth ** level) > 0; level += 1)
      rows[level] ??= { index: levelShape(level, size).full, hashes: [] };
    const bundle = edgeTiles(size).find(({ level }) => level === 'entries');
    return new RightEdge(size, rows, bundle ? [...entriesOf(bundle)] : []);
  }

  get size(): number {
    return this.#size;
  }

  add(entry: Uint8Array): void {
    this.#entries.push(entry);
    if (this.#entries.length === tileWidth) {
      const index = Math.floor(this.#size / tileWidth);
      this.#full.push({ level: 'entries', index, width: tileWidth, data: encodeBundle(this.#entries) });
      this.#entries = [];
    }
    this.#size += 1;
    this.#push(leafHash(entry));
  }

  root(): Hash {
    const nodes = this.#rows.toReversed().flatMap(({ hashes }) =>
      cover(0, hashes.length).map(({ height, index }) => {
        const from = index * 2 ** height;
        return rootOfPerfect(hashes.slice(from, from + 2 ** height));
      }),
    );
    return (
      nodes.reduceRight<Hash | undefined>((right, left) => (right ? nodeHash(left, right) : left), undefined) ??
      emptyRoot
    );
  }

  /** The tiles that are new or have grown since the edge was made, or since this was last asked. */
  takeChanges(): readonly FilledTile[] {
    const changed = [...this.#full];
    for (const [level, { index, hashes }] of this.#rows.slice(0, this.#touchedLevels).entries())
      if (hashes.length > 0) changed.push({ level, index, width: hashes.length, data: Buffer.concat(hashes) });
    if (this.#entries.length > 0 && this.#touchedLevels > 0) {
      const index = Math.floor(this.#size / tileWidth);
      changed.push({ level: 'entries', index, width: this.#entries.length, data: encodeBundle(this.#entries) });
    }
    this.#full = [];
    this.#touchedLevels = 0;
    return changed;
  }

  #push(leaf: Hash): void {
    let hash = leaf;
    for (let level = 0; ; level += 1) {
      const row = (this.#rows[level] ??= { index: 0, hashes: [] });
      row.hashes.push(hash);
      this.#touchedLevels = Math.max(this.#touchedLevels, level + 1);
      if (row.hashes.length < tileWidth) return;
      this.#full.push({
        level,
        index: row.index,
        width: tileWidth,
        data: Buffer.concat(row.hashes, tileWidth * hashBytes),
      });
      hash = rootOfPerfect(row.hashes);
      row.hashes = [];
      row.index += 1;
    }
  }
}

/** The tiles of a log of `size` leaves that are not full. */
export function edgeTiles(size: number): readonly Tile[] {
  const tiles: Tile[] = [];
  for (let level = 0; Math.floor(size / tileWidth ** level) > 0; level += 1) {
    const { full, partialWidth } = levelShape(level, size);
    if (partialWidth > 0) tiles.push({ level, index: full, width: partialWidth });
  }
  const [first] = tiles;
  return first?.level === 0 ? [...tiles, { ...first, level: 'entries' }] : tiles;
}
