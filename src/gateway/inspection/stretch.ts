import type { Piece } from '../anthropic/piece.ts';
import { contentTag } from '../anthropic/content-tag.ts';
import type { PlacedValue } from '../anthropic/read-body.ts';
import { FindingsCache } from './findings-cache.ts';
import { type Leaf, leafText, leavesOf } from './leaf.ts';
import { countsAsUnseen, isOpaque } from './opaque.ts';
import { longLeafBytes, type Range, rendered, type Unit } from './unit.ts';

/** Where a stretch stands: `frame` is what lies between the values, the settings of the call among it. */
export type Place = 'frame' | 'tools' | 'content';

/** A stretch of a body that is inspected as one: a value, or all that lies between the values. */
export type Stretch = {
  readonly ranges: readonly Range[];
  /** The pieces in it, with their bounds in the body. */
  readonly pieces: readonly Piece[];
  readonly value: PlacedValue | undefined;
  readonly place: Place;
};

/**
 * A unit to scan. A long string has a key to its remembered findings; what is short is put together anew each time. The
 * unit of short leaves (`isShared`) is roles, types and names, and much the same in every message.
 */
export type StretchUnit = {
  readonly read: () => Unit;
  readonly path?: string;
  readonly cacheKey?: string;
  readonly isShared?: true;
};

export type CutStretch = { readonly units: readonly StretchUnit[]; readonly unscannedBytes: number };

export function stretchOf(bytes: Buffer, placed: PlacedValue): Stretch {
  const { start, value } = placed;
  const end = start + value.length;
  const pieces = value.pieces
    .map((piece) => ({ ...piece, start: piece.start + start, end: piece.end + start }))
    .toSorted((one, other) => one.start - other.start);
  return {
    ranges: [{ start, end, leaves: leavesOf(bytes, start, end) }],
    pieces,
    value: placed,
    place: placed.isTools ? 'tools' : 'content',
  };
}

/** What lies between the values, with the pieces that stand in none of them. */
export type Frame = { readonly spans: readonly Omit<Range, 'leaves'>[]; readonly pieces: readonly Piece[] };

/** What lies between the values: the settings of the call, members nobody knows, and syntax. */
export function frameOf(bytes: Buffer, values: readonly PlacedValue[], pieces: readonly Piece[]): Frame {
  const spans: { start: number; end: number }[] = [];
  const outside: Piece[] = [];
  let at = 0;
  let next = 0;
  for (const { start, value } of values) {
    if (start > at + 1) spans.push({ start: at, end: start });
    at = start + value.length;
    for (; (pieces[next]?.start ?? at) < start; next += 1) outside.push(...pieces.slice(next, next + 1));
    while ((pieces[next]?.start ?? at) < at) next += 1;
  }
  spans.push({ start: at, end: bytes.length });
  return { spans, pieces: [...outside, ...pieces.slice(next)] };
}

/** A tag of a frame's bytes and of where one span ends: frames of the same tag are read alike. */
export function frameTag(bytes: Buffer, { spans }: Frame): string {
  return contentTag(Buffer.concat(spans.flatMap(({ start, end }) => [bytes.subarray(start, end), spanEnd])));
}

// A byte that no UTF-8 text holds.
const spanEnd = Buffer.of(0xff);

export function stretchOfFrame(bytes: Buffer, { spans, pieces }: Frame): Stretch {
  const ranges = spans.map(({ start, end }) => ({ start, end, leaves: leavesOf(bytes, start, end) }));
  return { ranges, pieces, value: undefined, place: 'frame' };
}

/** Cuts a stretch into units. `owner` is the tenant and the rules' version. */
export function cutStretch(bytes: Buffer, { ranges, pieces }: Stretch, owner: string): CutStretch {
  const shared = new Set<Leaf>();
  const units: StretchUnit[] = [];
  let unscannedBytes = 0;
  for (const leaf of ranges.flatMap(({ leaves }) => leaves)) {
    const piece = pieceAt(pieces, leaf.start);
    if (isOpaque(bytes, leaf, piece)) {
      if (countsAsUnseen(leaf)) unscannedBytes += leaf.end - leaf.start;
    } else {
      const isOwn = hasWords(bytes, leaf);
      if (isOwn) units.push(ownUnit(bytes, leaf, { path: pathOf(pieces, leaf), owner }));
      if (!isOwn || isNamed(leaf)) shared.add(leaf);
    }
  }
  const read = () => rendered(bytes, ranges, (leaf) => shared.has(leaf));
  return { units: [...units, { read, isShared: true }], unscannedBytes };
}

function ownUnit(
  bytes: Buffer,
  leaf: Leaf,
  { path, owner }: { readonly path: string; readonly owner: string },
): StretchUnit {
  const read = (): Unit => {
    const text = leafText(bytes, leaf);
    return { text, leaves: [{ leaf, at: 0, text }] };
  };
  const isLong = leaf.end - leaf.start >= longLeafBytes;
  const cacheKey = isLong ? { cacheKey: FindingsCache.keyOf(owner, bytes.subarray(leaf.start, leaf.end), path) } : {};
  return { read, ...cacheKey, ...(path === '' ? {} : { path }) };
}

// A value under a name that may tell what it is, as a pass phrase of several words; the text of a message has none that does.
const textNames: ReadonlySet<string> = new Set(['', 'text', 'content', 'thinking', 'description']);
const longestNamed = 256;

function isNamed({ start, end, name }: Leaf): boolean {
  return end - start <= longestNamed && !textNames.has(name);
}

// A blank, or an escape, which may stand for one; or it is long.
function hasWords(bytes: Buffer, { start, end, hasEscapes, form }: Leaf): boolean {
  if (form !== 'string') return end - start >= longLeafBytes;
  return hasEscapes || end - start >= longLeafBytes || bytes.subarray(start, end).includes(0x20);
}

/** The piece that a byte belongs to; undefined for what lies between the pieces. The pieces are in order. */
export function pieceAt(pieces: readonly Piece[], at: number): Piece | undefined {
  const index = pieceIndexAt(pieces, at);
  return index === undefined ? undefined : pieces[index];
}

/** The index of that piece. */
export function pieceIndexAt(pieces: readonly Piece[], at: number): number | undefined {
  const index = firstBehind(pieces, at) - 1;
  const piece = pieces[index];
  return piece && at < piece.end ? index : undefined;
}

// Of a string that shows one file, that file's path; rules may ask for it.
function pathOf(pieces: readonly Piece[], { start, end }: Leaf): string {
  let path = '';
  for (let index = Math.max(0, firstBehind(pieces, start) - 1); index < pieces.length; index += 1) {
    const piece = pieces[index];
    if (!piece || piece.start >= end) break;
    if (piece.start < start || piece.facts.path === undefined) continue;
    if (path !== '') return '';
    path = piece.facts.path;
  }
  return path;
}

/**
 * The index of the first piece that begins behind a byte: the one before it is the last that does not. By halving: a
 * body may hold tens of thousands.
 */
export function firstBehind(pieces: readonly Piece[], at: number): number {
  let low = 0;
  let high = pieces.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((pieces[middle]?.start ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  return low;
}
