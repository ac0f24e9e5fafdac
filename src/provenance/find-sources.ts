import type { FingerprintKey } from '../base/index.ts';
import { type Books, endsOfExchanges, keyedMark, marksOf, type WrittenPassage } from '../ledger/index.ts';
import type { Addition } from './added-lines.ts';

/** A passage in the ledger that shares marks with lines that are asked about. */
export type Source = {
  readonly exchangeId: string;
  /** When it ended, in milliseconds since 1970. */
  readonly finishedMs: number;
  readonly path: string | undefined;
};

/** Who wrote a line or a passage, the oldest first, and in how many files it stands: what is in many is common. */
export type Writers = { readonly sources: readonly Source[]; readonly files: number };

export type Sources = {
  /** By digest of a line or of a passage in one: who wrote it. */
  readonly byDigest: ReadonlyMap<string, Writers>;
  /** How many exchanges within the time were read, and how many of them nobody can say about what they wrote. */
  readonly read: number;
  readonly unread: number;
};

/** What is needed to recognise lines: the ledger, whose it is, and the key its marks were made with. */
export type Recognising = { readonly books: Books; readonly tenantId: string; readonly key: FingerprintKey };

/**
 * Finds in the ledger whatever shares a mark with the added lines. Memory grows with the lines that are asked about and
 * what matches them, not with the ledger.
 */
export async function findSources(
  { books, tenantId, key }: Recognising,
  additions: readonly Addition[],
  within: { readonly from?: string | undefined; readonly until?: string | undefined } = {},
): Promise<Sources> {
  const digests = digestsByMark(key, additions);
  const gathering = new Map<string, Gathering>();
  let read = 0;
  let unread = 0;
  for await (const { exchangeId, recordedAt, outcome, written, isCountsOnly } of endsOfExchanges(
    books,
    tenantId,
    within,
  )) {
    read += 1;
    if (isCountsOnly || written?.isPartial || outcome === 'client_left') unread += 1;
    for (const passage of written?.passages ?? []) {
      const source = { exchangeId, finishedMs: Date.parse(recordedAt), path: passage.path };
      for (const digest of hitsOf(passage, digests)) gather(gathering, digest, source);
    }
  }
  const byDigest = new Map(
    [...gathering].map(([digest, { sources, files }]) => [digest, { sources, files: files.size }]),
  );
  return { byDigest, read, unread };
}

function digestsByMark(key: FingerprintKey, additions: readonly Addition[]): ReadonlyMap<string, string> {
  const seen = new Set<string>();
  for (const { lines } of additions)
    for (const { digests } of lines) {
      if (digests.line !== undefined) seen.add(digests.line);
      for (const gram of digests.grams) seen.add(gram);
    }
  return new Map([...seen].map((digest) => [keyedMark(key, digest), digest] as const));
}

function hitsOf({ lineMarks, gramMarks }: WrittenPassage, digests: ReadonlyMap<string, string>): readonly string[] {
  return [...marksOf(lineMarks), ...marksOf(gramMarks)].flatMap((mark) => digests.get(mark) ?? []);
}

// What stands in many files tells nothing, however many more there are.
const mostFilesCounted = 10;

type Gathering = { readonly sources: Source[]; readonly files: Set<string> };

function gather(gathering: Map<string, Gathering>, digest: string, source: Source): void {
  const known = gathering.get(digest);
  const { sources, files } = known ?? { sources: [], files: new Set<string>() };
  if (files.size >= mostFilesCounted || sources.at(-1)?.exchangeId === source.exchangeId) return;
  files.add(source.path ?? source.exchangeId);
  sources.push(source);
  if (!known) gathering.set(digest, { sources, files });
}
