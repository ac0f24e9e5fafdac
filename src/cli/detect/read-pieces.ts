import { decode, encodingOf, unfinishedBytes } from './decode.ts';

/** A stretch of a file's text. Files of ordinary size are one piece; those of a large one overlap. */
export type Piece = {
  readonly path: string;
  readonly text: string;
  readonly bytes: number;
  /** UTF-16 units of the file before this piece. */
  readonly offset: number;
  /** Findings that begin in `[from, to)` of this piece are its own; those beyond are its neighbour's. */
  readonly from: number;
  readonly to: number;
  readonly isLast: boolean;
};

/** A file that is no text. */
export type Binary = { readonly path: string; readonly binary: true };

const usualPieceBytes = 8 * 1_048_576;
// A detector reads 16 KB around a keyword at the most: half of this lies on either side of a joint.
const overlap = 65_536;

/** Reads bytes as pieces of text, or as a binary. What reading throws, it throws. */
export async function* readPieces(
  path: string,
  source: AsyncIterable<Buffer>,
  pieceBytes = usualPieceBytes,
): AsyncGenerator<Piece | Binary> {
  let before = { tail: '', offset: 0, from: 0 };
  for await (const { text, bytes, isLast } of decodedChunks(source, pieceBytes)) {
    if (text === undefined) {
      yield { path, binary: true };
      return;
    }
    const whole = before.tail + text;
    const kept = isLast ? 0 : Math.min(overlap, whole.length);
    const to = isLast ? whole.length : whole.length - kept / 2;
    yield { path, text: whole, bytes, offset: before.offset, from: before.from, to, isLast };
    const cut = whole.length - kept;
    before = { tail: whole.slice(cut), offset: before.offset + cut, from: to - cut };
  }
}

type Decoded = { readonly text: string | undefined; readonly bytes: number; readonly isLast: boolean };

async function* decodedChunks(source: AsyncIterable<Buffer>, pieceBytes: number): AsyncGenerator<Decoded> {
  let encoding: ReturnType<typeof encodingOf>;
  let rest: Buffer<ArrayBufferLike> = Buffer.alloc(0);
  for await (const { bytes, isLast } of gathered(source, pieceBytes)) {
    const isFirst = encoding === undefined;
    encoding ??= encodingOf(bytes);
    if (!encoding) {
      yield { text: undefined, bytes: bytes.length, isLast };
      return;
    }
    const all = rest.length === 0 ? bytes : Buffer.concat([rest, bytes]);
    const end = all.length - (isLast ? 0 : unfinishedBytes(all, encoding));
    rest = all.subarray(end);
    const text = decode(all.subarray(0, end), encoding);
    yield { text: isFirst ? text.replace(/^\ufeff/, '') : text, bytes: bytes.length, isLast };
  }
}

// One chunk is held back, so that the last one is known for what it is.
async function* gathered(
  source: AsyncIterable<Buffer>,
  size: number,
): AsyncGenerator<{ readonly bytes: Buffer; readonly isLast: boolean }> {
  let held: Buffer[] = [];
  let heldBytes = 0;
  for await (const chunk of source) {
    if (heldBytes >= size) {
      yield { bytes: Buffer.concat(held), isLast: false };
      held = [];
      heldBytes = 0;
    }
    held.push(chunk);
    heldBytes += chunk.length;
  }
  yield { bytes: Buffer.concat(held), isLast: true };
}
