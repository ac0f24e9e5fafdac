import { ledgerError } from '../errors.ts';
import type { Hash } from '../tree/hash.ts';
import { rootOfPerfect } from '../tree/tile.ts';
import { formatTilePath, tileWidth } from '../tree/tile-path.ts';

type Level = { index: number; hashes: Hash[] };

/** Holds the tiles of a log against the leaves, as these are gone through. */
export class TileCheck {
  readonly #read: (path: string) => Promise<Buffer>;
  readonly #levels: Level[] = [];

  constructor(read: (path: string) => Promise<Buffer>) {
    this.#read = read;
  }

  /** @throws ledger_refuted_leaf when a tile that is complete by now tells other hashes than the leaves have */
  async add(leaf: Hash): Promise<void> {
    let hash = leaf;
    for (let level = 0; ; level += 1) {
      const row = (this.#levels[level] ??= { index: 0, hashes: [] });
      row.hashes.push(hash);
      if (row.hashes.length < tileWidth) return;
      await this.#compare(level, row);
      hash = rootOfPerfect(row.hashes);
      row.hashes = [];
      row.index += 1;
    }
  }

  /** Compares the tiles at the right edge, which are not full. */
  async finish(): Promise<void> {
    for (const [level, row] of this.#levels.entries()) if (row.hashes.length > 0) await this.#compare(level, row);
  }

  async #compare(level: number, { index, hashes }: Level): Promise<void> {
    const path = formatTilePath({ level, index, width: hashes.length });
    if (Buffer.compare(Buffer.concat(hashes), await this.#read(path)) !== 0)
      throw ledgerError('ledger_refuted_leaf', { path });
  }
}
