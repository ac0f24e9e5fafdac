import type { AddedLine, Addition } from './added-lines.ts';
import type { Source, Sources } from './find-sources.ts';

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
const leastSureWeight = 60;
const leastSureLines = 2;

/**
 * Says of each added line which exchange it came from: of those that ended before it was committed, the one of which
 * the commit’s file has the most; of equals one that named the file, then the latest.
 */
export function attribute(additions: readonly Addition[], sources: Sources): readonly Attributed[] {
  return additions.map(({ lines, ...addition }) => {
    const latest = Date.parse(addition.writtenAt) + clockSlackMs;
    const hits = lines.map((line) => hitsOf(line, sources, latest));
    const standing = weigh(lines, hits, addition.path);
    const first = lines.map((line, index) => decide(line, hits[index] ?? nothing, standing));
    return { ...addition, lines: joinRuns(first) };
  });
}

type Hits = {
  readonly whole: readonly Source[];
  readonly parts: ReadonlyMap<string, number>;
  readonly partSources: readonly Source[];
};

const nothing: Hits = { whole: [], parts: new Map(), partSources: [] };

function hitsOf({ digests }: AddedLine, { byDigest }: Sources, latest: number): Hits {
  const before = (digest: string | undefined): readonly Source[] =>
    (digest === undefined ? [] : (byDigest.get(digest) ?? [])).filter(
      ({ finishedAt }) => Date.parse(finishedAt) <= latest,
    );
  const whole = before(digests.line);
  const parts = new Map<string, number>();
  const partSources: Source[] = [];
  for (const gram of digests.grams) {
    const found = before(gram);
    for (const exchangeId of new Set(found.map((source) => source.exchangeId)))
      parts.set(exchangeId, (parts.get(exchangeId) ?? 0) + 1);
    partSources.push(...found);
  }
  return { whole, parts, partSources };
}

type Standing = { lines: number; weight: number; namesFile: boolean; at: string };

function weigh(lines: readonly AddedLine[], hits: readonly Hits[], path: string): ReadonlyMap<string, Standing> {
  const standings = new Map<string, Standing>();
  for (const [index, { digests }] of lines.entries()) {
    const { whole, parts, partSources } = hits[index] ?? nothing;
    const counted = new Set<string>();
    for (const { exchangeId, finishedAt, path: named } of [...whole, ...partSources]) {
      const standing = standings.get(exchangeId) ?? { lines: 0, weight: 0, namesFile: false, at: finishedAt };
      standing.namesFile ||= named !== undefined && isSameFile(named, path);
      standings.set(exchangeId, standing);
      const isWhole = whole.some((source) => source.exchangeId === exchangeId);
      const isEdited = (parts.get(exchangeId) ?? 0) * 2 >= digests.grams.length;
      if (counted.has(exchangeId) || !(isWhole || isEdited)) continue;
      counted.add(exchangeId);
      standing.lines += 1;
      standing.weight += digests.weight;
    }
  }
  return standings;
}

// A tool names a file by its whole path on the workstation, git by its path in the repository; files are moved, but
// rarely renamed at the same time.
function isSameFile(named: string, path: string): boolean {
  return named.split(/[/\\]/).at(-1) === path.split('/').at(-1);
}

function decide({ number, digests }: AddedLine, hits: Hits, standings: ReadonlyMap<string, Standing>): AttributedLine {
  const ofWhole = best(
    hits.whole.map(({ exchangeId }) => exchangeId),
    standings,
  );
  const halved = [...hits.parts].filter(([, count]) => count * 2 >= digests.grams.length);
  const source =
    ofWhole ??
    best(
      halved.map(([exchangeId]) => exchangeId),
      standings,
    );
  if (source === undefined) return { number, manner: digests.line === undefined ? 'bare' : 'other', exchangeId: null };
  const { lines, weight } = standings.get(source) ?? { lines: 0, weight: 0 };
  const isSure = lines >= leastSureLines && weight >= leastSureWeight;
  return { number, manner: isSure ? (ofWhole === undefined ? 'edited' : 'verbatim') : 'unsure', exchangeId: source };
}

function best(exchangeIds: readonly string[], standings: ReadonlyMap<string, Standing>): string | undefined {
  return [...new Set(exchangeIds)].toSorted((one, other) => compare(standings.get(other), standings.get(one)))[0];
}

function compare(one: Standing | undefined, other: Standing | undefined): number {
  if (!one || !other) return 0;
  return one.lines - other.lines || Number(one.namesFile) - Number(other.namesFile) || one.at.localeCompare(other.at);
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
