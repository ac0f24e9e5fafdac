import { sql } from 'kysely';
import type { Scoped } from '../../store/index.ts';
import { decodeBundle, encodeBundle } from '../tree/bundle.ts';
import { type Hash, hashBytes } from '../tree/hash.ts';
import { makeProof, type Node, type ProofPlan } from '../tree/prove.ts';
import type { FilledTile } from '../tree/right-edge.ts';
import { decodeTile, nodeInTile, tileOfNode } from '../tree/tile.ts';
import type { Tile } from '../tree/tile-path.ts';

/** The level under which bundles of entries are stored. */
const bundleLevel = -1;

const levelOf = ({ level }: Tile): number => (level === 'entries' ? bundleLevel : level);
const nameOf = (tile: Tile): string => `${levelOf(tile)} ${tile.index}`;

/** Tiles as they were asked for, cut to the width asked for. */
export class LoadedTiles {
  readonly #data: ReadonlyMap<string, Buffer>;

  constructor(data: ReadonlyMap<string, Buffer>) {
    this.#data = data;
  }

  /** The bytes of a tile, or undefined when it is not there or not that wide. */
  bytes(tile: Tile): Buffer | undefined {
    const stored = this.#data.get(nameOf(tile));
    if (!stored) return undefined;
    if (tile.level !== 'entries') {
      const bytes = stored.subarray(0, tile.width * hashBytes);
      return bytes.length === tile.width * hashBytes ? bytes : undefined;
    }
    const entries = decodeBundle(stored);
    return entries.length < tile.width ? undefined : encodeBundle(entries.slice(0, tile.width));
  }

  hashes(tile: Tile): readonly Hash[] {
    return decodeTile(this.#found(tile), tile.width);
  }

  entries(tile: Tile): readonly Uint8Array[] {
    return decodeBundle(this.#found(tile), tile.width);
  }

  #found(tile: Tile): Buffer {
    const bytes = this.bytes(tile);
    if (!bytes) throw new Error(`LoadedTiles: no tile ${nameOf(tile)}`);
    return bytes;
  }
}

/** Reads tiles in one query. */
export async function loadTiles(db: Scoped, tiles: readonly Tile[]): Promise<LoadedTiles> {
  if (tiles.length === 0) return new LoadedTiles(new Map());
  const rows = await db
    .selectFrom('ledger_tile')
    .select(['level', 'index', 'data'])
    .where(({ eb, or, and }) =>
      or(tiles.map((tile) => and([eb('level', '=', levelOf(tile)), eb('index', '=', String(tile.index))]))),
    )
    .execute();
  return new LoadedTiles(new Map(rows.map(({ level, index, data }) => [`${level} ${index}`, data])));
}

/** Makes a proof in a tree of `size` leaves. */
export async function proveFromTiles(db: Scoped, size: number, plan: ProofPlan): Promise<readonly Hash[]> {
  const tileOf = (node: Node): Tile => tileOfNode(node, size);
  const tiles = new Map(plan.flat().map((node) => [nameOf(tileOf(node)), tileOf(node)]));
  const loaded = await loadTiles(db, [...tiles.values()]);
  return makeProof(plan, (node) => nodeInTile(node, loaded.hashes(tileOf(node))));
}

/** Writes tiles; one that was there grows. */
export async function storeTiles(db: Scoped, tenantId: string, tiles: readonly FilledTile[]): Promise<void> {
  let end = 0;
  const ends = tiles.map(({ data }) => (end += data.length));
  // The bytes of all tiles in one piece: an array of bytea would travel as hexadecimal.
  await sql`
    insert into ledger_tile (tenant_id, level, index, width, data)
    select ${tenantId}::uuid, level, index, width,
      substring(${Buffer.concat(tiles.map(({ data }) => data))}::bytea from tile_start + 1 for tile_end - tile_start)
    from (
      select *, coalesce(lag(tile_end) over (order by row), 0) as tile_start
      from unnest(${tiles.map(levelOf)}::smallint[], ${tiles.map(({ index }) => index)}::bigint[],
        ${tiles.map(({ width }) => width)}::smallint[], ${ends}::int[])
        with ordinality as given (level, index, width, tile_end, row)
    ) as given
    on conflict (tenant_id, level, index) do update set width = excluded.width, data = excluded.data`.execute(db);
}
