import type { AddedLine, Addition } from './added-lines.ts';
import type { Source, Sources, Writers } from './find-sources.ts';

/**
 * How a line came to be, as far as marks tell:
 * `verbatim` as the model wrote it (spaces, quotes and a closing comma aside); `edited` from a passage it wrote, changed
 * since; `unsure` like something it wrote, and too little to say so; `other` nothing in the ledger is like it; `bare` a
 * line that says too little to be told from others, and stands in no run of lines of one exchange.
 */
export type Manner = 'verbatim' | 'edited' | 'unsure' | 'other' | 'bare';

export type AttributedLine = {
  readonly number: number;
  readonly manner: Manner;
  /** Null where `other` or `bare`. */
  readonly exchangeId: string | null;
};

export type Attributed = Omit<Addition, 'lines'> & { readonly lines: readonly AttributedLine[] };

// Clocks of workstations and of the post differ; what was committed earlier than this before its exchange is not of it.
const clockSlackMs = 5 * 60 * 1000;
// What is less than this, of one exchange in one commit of a file, two persons write by chance.
const leastSureLines = 2;
const leastSureWeight = 60;
// Or, where a formatter left few lines as they were: so much of all passages that commit's file has.
const leastSureShare = 0.5;
const leastSureGrams = 10;
// What the model wrote into more files than this is common: it tells nothing of where a line came from.
const mostFilesOfRare = 3;
// One changed word in a line of sixty characters leaves two of its five passages.
const leastEditedShare = 1 / 3;

/**
 * Says of each added line which exchange it came from: of those that ended before it was committed, the one of which
 * the commit’s file has the most; of equals one that named the file, then the latest.
 */
export function attribute(additions: readonly Addition[], sources: Sources): readonly Attributed[] {
  return additions.map(({ lines, ...addition }) => {
    const latest = Date.parse(addition.writtenAt) + clockSlackMs;
    const hits = lines.map((line) => hitsOf(line, sources, latest));
    const standings = weigh(lines, hits, addition.path);
    const first = lines.map((line, index) => decide(line, hits[index] ?? nothing, standings));
    return { ...addition, lines: joinRuns(first) };
  });
}

/** Of one line: who wrote it whole, and how many of its passages each wrote. */
type Hits = {
  readonly whole: ReadonlySet<string>;
  readonly isCommon: boolean;
  readonly grams: ReadonlyMap<string, number>;
  readonly rareGrams: ReadonlyMap<string, number>;
  readonly sources: readonly Source[];
};

const nothing: Hits = { whole: new Set(), isCommon: false, grams: new Map(), rareGrams: new Map(), sources: [] };

function hitsOf({ digests }: AddedLine, { byDigest }: Sources, latest: number): Hits {
  if (!isKnown(digests, byDigest)) return nothing;
  const whole = digests.line === undefined ? undefined : byDigest.get(digests.line);
  const ofWhole = before(whole, latest);
  const grams = new Map<string, number>();
  const rareGrams = new Map<string, number>();
  const sources = [...ofWhole];
  for (const gram of digests.grams) {
    const writers = byDigest.get(gram);
    const found = before(writers, latest);
    sources.push(...found);
    for (const { exchangeId } of found) {
      grams.set(exchangeId, (grams.get(exchangeId) ?? 0) + 1);
      if (!isCommon(writers)) rareGrams.set(exchangeId, (rareGrams.get(exchangeId) ?? 0) + 1);
    }
  }
  const exchanges = new Set(ofWhole.map(({ exchangeId }) => exchangeId));
  return { whole: exchanges, isCommon: isCommon(whole), grams, rareGrams, sources };
}

// Most lines are like nothing in the ledger, and nothing is made for them.
function isKnown({ line, grams }: AddedLine['digests'], byDigest: Sources['byDigest']): boolean {
  return (line !== undefined && byDigest.has(line)) || grams.some((gram) => byDigest.has(gram));
}

function before(writers: Writers | undefined, latest: number): readonly Source[] {
  if (!writers) return nobody;
  const { sources } = writers;
  return (sources.at(-1)?.finishedMs ?? 0) <= latest
    ? sources
    : sources.filter(({ finishedMs }) => finishedMs <= latest);
}

const nobody: readonly Source[] = [];

// The same file is written many times over; that does not make its lines common.
function isCommon(writers: Writers | undefined): boolean {
  return writers !== undefined && writers.files > mostFilesOfRare;
}

type Standing = { lines: number; weight: number; grams: number; namesFile: boolean; readonly at: number };
type Standings = { readonly of: ReadonlyMap<string, Standing>; readonly allGrams: number };

function weigh(lines: readonly AddedLine[], hits: readonly Hits[], path: string): Standings {
  const of = new Map<string, Standing>();
  for (const [index, { digests }] of lines.entries()) {
    const { whole, isCommon: tellsNothing, rareGrams, sources } = hits[index] ?? nothing;
    for (const { exchangeId, finishedMs: at, path: named } of sources) {
      const standing = of.get(exchangeId) ?? { lines: 0, weight: 0, grams: 0, namesFile: false, at };
      standing.namesFile ||= named !== undefined && isSameFile(named, path);
      of.set(exchangeId, standing);
    }
    for (const [exchangeId, standing] of of) {
      standing.grams += rareGrams.get(exchangeId) ?? 0;
      if (tellsNothing || !whole.has(exchangeId)) continue;
      standing.lines += 1;
      standing.weight += digests.weight;
    }
  }
  return { of, allGrams: lines.reduce((sum, { digests }) => sum + digests.grams.length, 0) };
}

// A tool names a file by its whole path on the workstation, git by its path in the repository; files are moved, but
// rarely renamed at the same time.
function isSameFile(named: string, path: string): boolean {
  return named.split(/[/\\]/).at(-1) === path.split('/').at(-1);
}

function decide({ number, digests }: AddedLine, { whole, grams }: Hits, standings: Standings): AttributedLine {
  const edited = [...grams].filter(([, count]) => count >= digests.grams.length * leastEditedShare);
  const ofWhole = best([...whole], standings);
  const source =
    ofWhole ??
    best(
      edited.map(([exchangeId]) => exchangeId),
      standings,
    );
  if (source === undefined) return { number, manner: digests.line === undefined ? 'bare' : 'other', exchangeId: null };
  const manner = isSure(source, standings) ? (ofWhole === undefined ? 'edited' : 'verbatim') : 'unsure';
  return { number, manner, exchangeId: source };
}

function isSure(exchangeId: string, { of, allGrams }: Standings): boolean {
  const { lines, weight, grams } = of.get(exchangeId) ?? { lines: 0, weight: 0, grams: 0 };
  return (
    (lines >= leastSureLines && weight >= leastSureWeight) ||
    (grams >= leastSureGrams && grams >= allGrams * leastSureShare)
  );
}

function best(exchangeIds: readonly string[], { of }: Standings): string | undefined {
  return exchangeIds.toSorted((one, other) => compare(of.get(other), of.get(one)))[0];
}

function compare(one: Standing | undefined, other: Standing | undefined): number {
  if (!one || !other) return 0;
  return (
    one.lines + one.grams - other.lines - other.grams ||
    Number(one.namesFile) - Number(other.namesFile) ||
    one.at - other.at
  );
}

// A brace between two lines of one exchange is of that exchange as well.
function joinRuns(lines: readonly AttributedLine[]): readonly AttributedLine[] {
  return lines.map((line, index) => {
    if (line.manner !== 'bare') return line;
    const above = neighbour(lines, index, -1);
    const below = neighbour(lines, index, 1);
    const isWithin = above !== undefined && above.exchangeId === below?.exchangeId && above.exchangeId !== null;
    if (!isWithin || above.manner === 'unsure' || below?.manner === 'unsure') return line;
    return { ...line, manner: 'verbatim', exchangeId: above.exchangeId };
  });
}

// The next line that is not bare, of those that stand one beside the other.
function neighbour(lines: readonly AttributedLine[], from: number, step: 1 | -1): AttributedLine | undefined {
  for (let index = from + step; ; index += step) {
    const line = lines[index];
    if (!line || Math.abs(line.number - (lines[index - step]?.number ?? 0)) !== 1) return undefined;
    if (line.manner !== 'bare') return line;
  }
}
