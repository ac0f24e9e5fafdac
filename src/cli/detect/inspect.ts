import { createReadStream } from 'node:fs';
import { codeOf, findFiles } from './find-files.ts';
import { inOrder } from './in-order.ts';
import { type Placed, Places } from './places.ts';
import { type Binary, type Piece, readPieces } from './read-pieces.ts';
import type { Outcome, ScanThread } from './scan-thread.ts';

/** What could not be scanned, and why: a system code, or what became of the scan. */
export type Unscanned = { readonly path: string; readonly reason: string };

/** Told of everything, in the order of the files. */
export type Listener = {
  readonly onFinding: (finding: Placed) => void;
  readonly onUnscanned: (unscanned: Unscanned) => void;
};

/** What was looked at and what was not. Files that are no text are named; so is what could not be scanned. */
export type Tally = {
  readonly files: number;
  readonly bytes: number;
  readonly filesWithFindings: number;
  readonly findings: number;
  readonly binaries: readonly string[];
  readonly links: number;
  readonly special: number;
  readonly unscanned: readonly Unscanned[];
};

export type Targets = {
  readonly paths: readonly string[];
  readonly exclude: readonly string[];
  readonly stdin: AsyncIterable<Buffer>;
};

/** Scans files, folders, and standard input where a path is `-`. */
export async function inspect(thread: ScanThread, targets: Targets, listener: Listener): Promise<Tally> {
  const run = new Inspection(listener);
  await inOrder(
    batches(items(targets)),
    async (batch) => {
      const pieces = batch.filter(isPiece);
      const outcomes = await thread.scan(pieces);
      return batch.map((item) => ({ item, outcome: isPiece(item) ? outcomes[pieces.indexOf(item)] : undefined }));
    },
    (done) => done.forEach(({ item, outcome }) => run.take(item, outcome)),
  );
  return run.tally();
}

type Item =
  | Piece
  | Binary
  | { readonly path: string; readonly kind: 'link' | 'special' | 'unreadable'; readonly code?: string };

function isPiece(item: Item): item is Piece {
  return 'text' in item;
}

async function* items({ paths, exclude, stdin }: Targets): AsyncGenerator<Item> {
  for await (const found of findFiles(paths, exclude)) {
    if (found.kind !== 'file') {
      yield found;
      continue;
    }
    try {
      yield* readPieces(found.path, found.path === '-' ? stdin : createReadStream(found.path));
    } catch (fault) {
      yield { kind: 'unreadable', path: found.path, code: codeOf(fault) };
    }
  }
}

const batchLength = 262_144;
const batchSize = 64;

// Small files go to the thread together; a large one goes alone.
async function* batches(source: AsyncIterable<Item>): AsyncGenerator<readonly Item[]> {
  let batch: Item[] = [];
  let length = 0;
  for await (const item of source) {
    batch.push(item);
    length += isPiece(item) ? item.text.length : 0;
    if (length < batchLength && batch.length < batchSize) continue;
    yield batch;
    batch = [];
    length = 0;
  }
  if (batch.length > 0) yield batch;
}

class Inspection {
  readonly #listener: Listener;
  readonly #binaries: string[] = [];
  readonly #unscanned: Unscanned[] = [];
  readonly #filesWithFindings = new Set<string>();
  #places = new Places();
  #counts = { files: 0, bytes: 0, findings: 0, links: 0, special: 0 };

  constructor(listener: Listener) {
    this.#listener = listener;
  }

  take(item: Item, outcome: Outcome | undefined): void {
    if (isPiece(item)) this.#takePiece(item, outcome ?? { unscanned: 'failed' });
    else if ('binary' in item) this.#binaries.push(item.path);
    else if (item.kind === 'link') this.#counts.links += 1;
    else if (item.kind === 'special') this.#counts.special += 1;
    else this.#note({ path: item.path, reason: item.code ?? 'failed' });
  }

  tally(): Tally {
    const { size } = this.#filesWithFindings;
    return { ...this.#counts, filesWithFindings: size, binaries: this.#binaries, unscanned: this.#unscanned };
  }

  #takePiece(piece: Piece, { findings, unscanned }: Outcome): void {
    if (piece.offset === 0) this.#places = new Places();
    this.#counts.bytes += piece.bytes;
    if (unscanned) this.#note({ path: piece.path, reason: unscanned });
    const own = (findings ?? []).filter(({ start }) => start >= piece.from && start < piece.to);
    for (const placed of this.#places.of(piece, own)) this.#tell(placed);
    if (piece.isLast && !this.#unscanned.some(({ path }) => path === piece.path)) this.#counts.files += 1;
  }

  #tell(placed: Placed): void {
    this.#counts.findings += 1;
    this.#filesWithFindings.add(placed.path);
    this.#listener.onFinding(placed);
  }

  #note(unscanned: Unscanned): void {
    if (this.#unscanned.some(({ path }) => path === unscanned.path)) return;
    this.#unscanned.push(unscanned);
    this.#listener.onUnscanned(unscanned);
  }
}
