import { ledgerError } from '../errors.ts';
import { decodeBundle } from '../tree/bundle.ts';
import { openCheckpoint, type OpenedCheckpoint, parseCheckpoint } from '../tree/checkpoint.ts';
import { type Hash, isSameHash } from '../tree/hash.ts';
import { parseNote } from '../tree/note.ts';
import { formatTilePath, tileWidth } from '../tree/tile-path.ts';
import { followKeys } from './follow-keys.ts';
import { LeafWalk } from './leaf-walk.ts';
import { headOf, type Trust } from './open-head.ts';
import { RecordLines } from './record-lines.ts';
import { TileCheck } from './tile-check.ts';
import type { Verdict } from './verdict.ts';

/** A whole log as files, laid out as tlog-tiles says, with what octroi adds beside them. */
export type LogFiles = {
  /** Reads one file by its path under the log, or undefined when it is not there. */
  read(path: string): Promise<Buffer | undefined>;
  /** The earlier checkpoints that came with the log. */
  earlierCheckpoints(): Promise<readonly string[]>;
  /** The records in clear, one a line, in the order of their leaves; undefined when none came. */
  records(): AsyncIterable<string> | undefined;
};

/**
 * Verifies a whole log: every leaf, every tile and the root, every earlier checkpoint, the change of keys, and the records
 * that came in clear.
 * @param known checkpoints that the reader has kept: the log must have grown from each of them.
 * @throws the errors of parsing and of signatures, and every `ledger_refuted_…`
 */
export async function verifyLog(files: LogFiles, trust: Trust, known: readonly string[] = []): Promise<Verdict> {
  const headNote = (await readFile(files, 'checkpoint')).toString('utf8');
  const notes = [...(await files.earlierCheckpoints()), ...known, headNote];
  const { size } = parseCheckpoint(parseNote(headNote).text);
  const roots = rootsWanted(notes);
  const longest = Math.max(...roots.keys());
  if (longest > size) throw ledgerError('ledger_refuted_truncated', { size: longest, found: size });
  const walk = await walkLog(files, size, roots);
  const { opened, keys } = followKeys({ notes, trust, keyChanges: walk.keyChanges });
  for (const checkpoint of opened) holdAgainst(checkpoint, roots);
  const head = openCheckpoint(headNote, keys, trust.origin);
  const { records, withoutRecord, clockSetBack } = walk;
  return {
    what: 'log',
    ...headOf(head, trust.keys.length > 0),
    index: 0,
    leaves: size,
    records,
    withoutRecord,
    clockSetBack,
    checkpoints: opened.length - 1,
    ...longestSilence(opened),
    keys: walk.keyChanges.at(-1)?.keys ?? [],
  };
}

function longestSilence(heads: readonly OpenedCheckpoint[]): Pick<Verdict, 'longestSilence'> {
  const times = heads
    .flatMap(({ verified }) => verified.flatMap(({ signedAt }) => signedAt?.getTime() ?? []))
    .toSorted((one, other) => one - other);
  const gaps = times.slice(1).map((until, at) => ({ from: times[at] ?? until, until }));
  const [longest] = gaps.toSorted((one, other) => other.until - other.from - (one.until - one.from));
  if (!longest) return {};
  const { from, until } = longest;
  return { longestSilence: { from: new Date(from).toISOString(), until: new Date(until).toISOString() } };
}

// The sizes at which a checkpoint says what the root was; the roots come as the leaves are gone through.
function rootsWanted(notes: readonly string[]): Map<number, Hash | undefined> {
  return new Map(notes.map((note) => [parseCheckpoint(parseNote(note).text).size, undefined]));
}

async function walkLog(files: LogFiles, size: number, roots: Map<number, Hash | undefined>): Promise<LeafWalk> {
  const walk = new LeafWalk();
  const tiles = new TileCheck((path) => readFile(files, path));
  const records = new RecordLines(files.records());
  for (let index = 0; index * tileWidth < size; index += 1) {
    const width = Math.min(tileWidth, size - index * tileWidth);
    const bundle = await readFile(files, formatTilePath({ level: 'entries', index, width }));
    for (const entry of decodeBundle(bundle, width)) {
      await tiles.add(walk.add(entry, await records.take(walk.range.size)));
      if (roots.has(walk.range.size)) roots.set(walk.range.size, walk.range.root());
    }
  }
  await tiles.finish();
  await records.finish(size);
  walk.finish();
  return walk;
}

function holdAgainst({ size, root }: OpenedCheckpoint, roots: ReadonlyMap<number, Hash | undefined>): void {
  const computed = roots.get(size);
  if (computed && !isSameHash(computed, root)) throw ledgerError('ledger_refuted_fork', { size });
}

async function readFile(files: LogFiles, path: string): Promise<Buffer> {
  const bytes = await files.read(path);
  if (!bytes) throw ledgerError('ledger_refuted_file_missing', { path });
  return bytes;
}
