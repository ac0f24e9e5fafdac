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
  const counts = { lines: 0, flows: 0, malformed: 0, number: 0 };
  const malformedAt: number[] = [];
  let waiting: string[] = [];
  let format: Format | undefined;
  let read: ReturnType<Format['open']> | undefined;
  let objects: ObjectSplitter | undefined;
  const begin = (): void => {
    if (isDocument(waiting.slice(0, firstLines))) {
      objects = splitObjects();
      waiting = waiting.flatMap((line) => objects?.take(line) ?? []);
      // The document's first object may be longer than the lines that are looked at.
      if (waiting.length === 0) return;
    }
    format = log.format ?? recogniseOne(log.name, waiting.slice(0, firstLines), now);
    read = format.open(now);
    for (const line of waiting) takeLine(line);
    waiting = [];
  };
  const takeLine = (line: string): void => {
    counts.number += 1;
    if (!read || line.trim() === '') return;
    counts.lines += 1;
    const reading = read(line);
    if (reading === 'malformed') {
      counts.malformed += 1;
      if (malformedAt.length < shownFaults) malformedAt.push(counts.number);
    } else if (reading !== 'nothing') {
      counts.flows += 1;
      take(reading, line);
    }
  };
  for await (const lines of readLines(log.bytes)) {
    const given = objects ? lines.flatMap((line) => objects?.take(line) ?? []) : lines;
    if (read) for (const line of given) takeLine(line);
    else for (const line of given) waiting.push(line);
    if (!read && (objects ? waiting.length > 0 : waiting.length >= firstLines)) begin();
    if (read) await log.afterBlock?.();
  }
  if (!read && waiting.length > 0) begin();
  const { number: _, ...told } = counts;
  return { name: log.name, format: format?.name ?? '', ...told, malformedAt };
}

function recogniseOne(name: string, lines: readonly string[], now: Date): Format {
  const [format, ...others] = recognise(lines, now);
  if (!format) throw egressError('egress_log_unrecognised', { file: name });
  if (others.length === 0) return format;
  const names = [format, ...others].map((one) => one.name).join(', ');
  throw egressError('egress_log_ambiguous', { file: name, formats: names });
}
