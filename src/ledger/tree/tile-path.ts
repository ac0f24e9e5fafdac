import { ledgerError } from '../errors.ts';
import { fromDecimal } from './base64.ts';

/** How many hashes a full tile holds, and how many entries a full bundle. */
export const tileWidth = 256;

/** One tile: `width` hashes of level `level`, the `index`-th of that level. `entries` in place of a level is a bundle. */
export type Tile = {
  readonly level: number | 'entries';
  readonly index: number;
  /** From 1 to 256; 256 is a full tile. */
  readonly width: number;
};

/** The path of a tile under a log's prefix (C2SP tlog-tiles). */
export function formatTilePath({ level, index, width }: Tile): string {
  const groups =
    index
      .toString()
      .padStart(Math.ceil(index.toString().length / 3) * 3, '0')
      .match(/\d{3}/g) ?? [];
  const path = groups.map((group, at) => (at < groups.length - 1 ? `x${group}` : group)).join('/');
  return `tile/${level}/${path}${width === tileWidth ? '' : `.p/${width}`}`;
}

/** Reads a path as `formatTilePath` writes it, and no other spelling. @throws ledger_tile_path_malformed */
export function parseTilePath(path: string): Tile {
  const match = /^tile\/(entries|0|[1-9]\d?)\/((?:x\d{3}\/)*\d{3})(?:\.p\/([1-9]\d{0,2}))?$/.exec(path);
  const [, levelText, indexText, widthText] = match ?? [];
  const index = fromDecimal((indexText ?? '-').replaceAll(/[x/]/g, '').replace(/^0+(?=\d)/, ''));
  const width = widthText === undefined ? tileWidth : Number(widthText);
  const level = levelText === 'entries' ? levelText : Number(levelText);
  if (index === undefined || (level !== 'entries' && level > 63) || (widthText !== undefined && width >= tileWidth))
    throw ledgerError('ledger_tile_path_malformed', { path: path.slice(0, 80) });
  const tile: Tile = { level, index, width };
  if (formatTilePath(tile) !== path) throw ledgerError('ledger_tile_path_malformed', { path: path.slice(0, 80) });
  return tile;
}

/** The tiles of one level that a tree of `size` leaves has: so many full ones, and one of the width that is left. */
export function levelShape(level: number, size: number): { readonly full: number; readonly partialWidth: number } {
  const hashes = Math.floor(size / tileWidth ** level);
  return { full: Math.floor(hashes / tileWidth), partialWidth: hashes % tileWidth };
}

/** Every tile of a tree of `size` leaves, hashes first level by level, then the entries. */
export function* tilesOf(size: number): Generator<Tile> {
  for (let level = 0; Math.floor(size / tileWidth ** level) > 0; level += 1) yield* tilesOfLevel(level, size);
  for (const tile of tilesOfLevel(0, size)) yield { ...tile, level: 'entries' };
}

function* tilesOfLevel(level: number, size: number): Generator<Tile> {
  const { full, partialWidth } = levelShape(level, size);
  for (let index = 0; index < full; index += 1) yield { level, index, width: tileWidth };
  if (partialWidth > 0) yield { level, index: full, width: partialWidth };
}

/** The bundle that holds entry `index` in a log of `size` entries. */
export function bundleOf(index: number, size: number): Tile {
  const at = Math.floor(index / tileWidth);
  return { level: 'entries', index: at, width: Math.min(tileWidth, size - at * tileWidth) };
}
