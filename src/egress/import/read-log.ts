import { egressError } from '../errors.ts';
import type { Flow, Format } from './flow.ts';
import { readLines } from './read-lines.ts';
import { recognise } from './recognise.ts';
import { isDocument, type ObjectSplitter, splitObjects } from './split-objects.ts';

const firstLines = 200;
const shownFaults = 20;

/** One log to read. `name` is what errors call it; `format` goes before recognition. */
export type Log = {
  readonly name: string;
  readonly bytes: AsyncIterable<Buffer>;
  readonly format?: Format | undefined;
  /** It is still being written: a last line without its end is half of one, and is left for the next reading. */
  readonly isGrowing?: boolean;
  /** Waited for after each block of lines: what was taken can be put away, and memory stays flat. */
  readonly afterBlock?: () => Promise<void>;
};

/** What became of a log's lines. `lines` = flows + others + malformed; blank lines count nowhere. */
export type LogReading = {
  readonly name: string;
  readonly format: string;
  readonly lines: number;
  readonly flows: number;
  readonly malformed: number;
  /** The numbers of the first 20 lines that could not be read, from 1. */
  readonly malformedAt: readonly number[];
};

/** Who takes flows, each with the line that told it. */
export type TakeFlow = (flow: Flow, line: string) => void;

/**
 * Reads a log to its end and hands each flow to `take`. A line that cannot be read is counted and passed over.
 * @throws egress_log_unrecognised, egress_log_ambiguous
 */
export async function readLog(log: Log, now: Date, take: TakeFlow): Promise<LogReading> {
  const counts = { lines: 0, flows: 0, malformed: 0 };
  const malformedAt: number[] = [];
  let [format, number]: [Format | undefined, number] = [undefined, 0];
  let read: ReturnType<Format['open']> | undefined;
  for await (const lines of wholeEvents(wellBegun(readLines(log.bytes, log)))) {
    format ??= log.format ?? recogniseOne(log.name, lines.slice(0, firstLines), now);
    read ??= format.open(now);
    for (const line of lines) {
      number += 1;
      if (line.trim() === '') continue;
      counts.lines += 1;
      const reading = read(line);
      if (reading === 'malformed') {
        counts.malformed += 1;
        if (malformedAt.length < shownFaults) malformedAt.push(number);
      } else if (reading !== 'nothing') {
        counts.flows += 1;
        take(reading, line);
      }
    }
    await log.afterBlock?.();
  }
  return { name: log.name, format: format?.name ?? '', ...counts, malformedAt };
}

// The first block has enough lines to tell a log by, or all of them.
async function* wellBegun(blocks: AsyncIterable<readonly string[]>): AsyncGenerator<readonly string[]> {
  let head: string[] | undefined = [];
  for await (const lines of blocks) {
    if (!head) {
      yield lines;
      continue;
    }
    head = head.concat(lines);
    if (head.length < firstLines) continue;
    yield head;
    head = undefined;
  }
  if (head && head.length > 0) yield head;
}

// Of a document the objects that are its events, a line each; of anything else its lines.
async function* wholeEvents(blocks: AsyncIterable<readonly string[]>): AsyncGenerator<readonly string[]> {
  let objects: ObjectSplitter | undefined;
  let isFirst = true;
  for await (const lines of blocks) {
    if (isFirst && isDocument(lines.slice(0, firstLines))) objects = splitObjects();
    isFirst = false;
    const events = objects ? lines.flatMap((line) => objects?.take(line) ?? []) : lines;
    if (events.length > 0) yield events;
  }
}

function recogniseOne(name: string, lines: readonly string[], now: Date): Format {
  const [format, ...others] = recognise(lines, now);
  if (!format) throw egressError('egress_log_unrecognised', { file: name });
  if (others.length === 0) return format;
  const names = [format, ...others].map((one) => one.name).join(', ');
  throw egressError('egress_log_ambiguous', { file: name, formats: names });
}
