import { digestLines, type LineDigests } from '../ledger/index.ts';

/** A line as it came into a work tree: where it stands, and since when. */
export type AddedLine = {
  /** Counted from 1, in the file as that commit left it. */
  readonly number: number;
  readonly digests: LineDigests;
};

/** The lines that one commit added to one file, in their order. `commit` is null for what is not committed yet. */
export type Addition = {
  readonly commit: string | null;
  /** When it was written: the author’s date, which a rebase keeps. */
  readonly writtenAt: string;
  readonly path: string;
  readonly lines: readonly AddedLine[];
};

/** Where the lines of one commit or of a log of many begin, as `git log --format` is asked to say it. */
export const logFormat = '%x00%H %aI';

/**
 * Reads the patches of `git log -p --unified=0` (or `git diff`) line by line, with `logFormat` before each commit. What
 * comes before a commit’s line belongs to no commit: it is what a work tree holds beyond its last one, `now` its time.
 */
export class PatchReader {
  readonly #additions: Addition[] = [];
  #commit: { readonly id: string | null; readonly writtenAt: string };
  #path: string | undefined;
  #number = 0;
  #left = 0;
  #gone = 0;
  #texts: { number: number; text: string }[] = [];

  constructor(now: Date) {
    this.#commit = { id: null, writtenAt: now.toISOString() };
  }

  line(line: string): void {
    // Within a hunk a line is what its first character says, whatever follows: its head says how many there are.
    if (this.#left > 0 && line.startsWith('+')) return this.#add(line.slice(1));
    if (this.#gone > 0 && line.startsWith('-')) return void (this.#gone -= 1);
    if (line.startsWith('\0')) return this.#begin(line.slice(1));
    if (line.startsWith('diff --git ')) return this.#file(undefined);
    if (line.startsWith('+++ ')) return this.#file(pathOf(line.slice(4)));
    const hunk = /^@@ -\d+(?:,(\d+))? \+(\d+)(?:,(\d+))? @@/.exec(line);
    if (!hunk) return;
    this.#gone = Number(hunk[1] ?? 1);
    this.#number = Number(hunk[2]);
    this.#left = Number(hunk[3] ?? 1);
  }

  end(): readonly Addition[] {
    this.#close();
    return this.#additions;
  }

  #add(text: string): void {
    this.#texts.push({ number: this.#number, text });
    this.#number += 1;
    this.#left -= 1;
  }

  #begin(head: string): void {
    this.#close();
    const [id = '', at = ''] = head.split(' ');
    this.#path = undefined;
    this.#commit = { id, writtenAt: new Date(at).toISOString() };
  }

  #file(path: string | undefined): void {
    this.#close();
    this.#path = path;
  }

  #close(): void {
    this.#left = 0;
    this.#gone = 0;
    const { id: commit, writtenAt } = this.#commit;
    if (this.#path !== undefined && this.#texts.length > 0)
      this.#additions.push({ commit, writtenAt, path: this.#path, lines: digested(this.#texts) });
    this.#texts = [];
  }
}

/** Lines with their digests; those that stand one below the other are looked at together. */
export function digested(texts: readonly { readonly number: number; readonly text: string }[]): readonly AddedLine[] {
  const digests = digestLines(texts.map(({ text }) => text.replaceAll(/[\r\n]/g, '')).join('\n'));
  return texts.map(({ number }, index) => ({ number, digests: digests[index] ?? { grams: [], weight: 0 } }));
}

// git quotes names with unusual characters as C strings; `/dev/null` stands for a file that is gone.
function pathOf(named: string): string | undefined {
  const bare = named.replace(/\t$/, '');
  const name = bare.startsWith('"') ? unquoted(bare) : bare;
  return name === '/dev/null' ? undefined : name.replace(/^b\//, '');
}

const escapes: Readonly<Record<string, number>> = { a: 7, b: 8, t: 9, n: 10, v: 11, f: 12, r: 13, '"': 34, '\\': 92 };

function unquoted(quoted: string): string {
  const bytes: number[] = [];
  for (const [, octal, letter, plain] of quoted.slice(1, -1).matchAll(/\\([0-7]{3})|\\(.)|([^\\]+)/g)) {
    if (octal !== undefined) bytes.push(Number.parseInt(octal, 8));
    else if (letter !== undefined) bytes.push(escapes[letter] ?? letter.charCodeAt(0));
    else bytes.push(...Buffer.from(plain ?? ''));
  }
  return Buffer.from(bytes).toString();
}
