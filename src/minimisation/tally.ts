import type { ExchangeDeclared, PartKind } from '../ledger/index.ts';

/** Bytes as they stand in bodies. `firstBytes` left for the first time within their session; the rest is history resent. */
export type Sent = { readonly parts: number; readonly bytes: number; readonly firstBytes: number };

/** What left of one workspace in one week. */
export type WeekSent = Sent & { readonly workspaceId: string; readonly week: string; readonly exchanges: number };

/** What left in a time, by what it was. */
export type Minimisation = {
  readonly exchanges: number;
  /** Declared and held back: none of their bytes are among the others. */
  readonly stopped: number;
  readonly bodyBytes: number;
  readonly byKind: readonly (Sent & { readonly kind: PartKind })[];
  /** What left though nobody asked for it to be read: a subset of the first bytes. */
  readonly unread: readonly { readonly kind: PartKind; readonly firstBytes: number }[];
  /** Files by their fingerprint: each counted once, however many sessions sent it. Zero where only counts are kept. */
  readonly distinctFiles: { readonly files: number; readonly bytes: number };
  /** Exchanges of which only counts are kept: they are in all sums but that of distinct files. */
  readonly countsOnly: number;
  readonly weeks: readonly WeekSent[];
};

// What clients put in by themselves: files of instructions, the state of Git, what commands printed.
const unreadKinds: readonly PartKind[] = ['instruction_file', 'git_state', 'command_output'];

type Counting = { parts: number; bytes: number; firstBytes: number };
type Week = Counting & { exchanges: number };
type Carried = Sent & { readonly kind: PartKind };

/** Adds declarations up. Memory grows with the weeks, the workspaces and the distinct files, not with the exchanges. */
export class Tally {
  readonly #kinds = new Map<PartKind, Counting>();
  readonly #weeks = new Map<string, Week>();
  readonly #files = new Set<string>();
  #fileBytes = 0;
  #exchanges = 0;
  #stopped = 0;
  #bodyBytes = 0;
  #countsOnly = 0;

  add(record: ExchangeDeclared): void {
    if (record.verdict === 'block') return void (this.#stopped += 1);
    this.#exchanges += 1;
    this.#bodyBytes += record.request.bodyBytes;
    if (record.isCountsOnly) this.#countsOnly += 1;
    const week = this.#week(record);
    week.exchanges += 1;
    for (const carried of carriedOf(record)) {
      const kind = this.#kinds.get(carried.kind) ?? none();
      this.#kinds.set(carried.kind, kind);
      for (const count of [kind, week]) raise(count, carried);
    }
    for (const { kind, fingerprint, bytes } of record.parts) {
      if (kind !== 'file' || this.#files.has(fingerprint)) continue;
      this.#files.add(fingerprint);
      this.#fileBytes += bytes;
    }
  }

  result(): Minimisation {
    const byKind = [...this.#kinds]
      .map(([kind, count]) => ({ kind, ...count }))
      .toSorted((one, other) => other.bytes - one.bytes);
    return {
      exchanges: this.#exchanges,
      stopped: this.#stopped,
      bodyBytes: this.#bodyBytes,
      byKind,
      unread: unreadKinds.map((kind) => ({ kind, firstBytes: this.#kinds.get(kind)?.firstBytes ?? 0 })),
      distinctFiles: { files: this.#files.size, bytes: this.#fileBytes },
      countsOnly: this.#countsOnly,
      weeks: [...this.#weeks]
        .map(([key, week]) => ({ workspaceId: key.slice(11), week: key.slice(0, 10), ...week }))
        .toSorted((one, other) => compareText(one.week, other.week) || compareText(one.workspaceId, other.workspaceId)),
    };
  }

  #week({ recordedAt, sender }: ExchangeDeclared): Week {
    const key = `${mondayOf(recordedAt)} ${sender.workspaceId}`;
    const week = this.#weeks.get(key) ?? { ...none(), exchanges: 0 };
    this.#weeks.set(key, week);
    return week;
  }
}

function carriedOf({ parts, counts = [] }: ExchangeDeclared): readonly Carried[] {
  return [
    ...counts,
    ...parts.map(({ kind, bytes, sent }) => ({ kind, parts: 1, bytes, firstBytes: sent === 'first' ? bytes : 0 })),
  ];
}

function raise(count: Counting, { parts, bytes, firstBytes }: Sent): void {
  count.parts += parts;
  count.bytes += bytes;
  count.firstBytes += firstBytes;
}

function none(): Counting {
  return { parts: 0, bytes: 0, firstBytes: 0 };
}

const dayMs = 86_400_000;

/** The Monday of an instant’s week (ISO 8601, UTC), as a day. */
export function mondayOf(instant: string): string {
  const at = new Date(instant);
  const sinceMonday = (at.getUTCDay() + 6) % 7;
  return new Date(at.getTime() - sinceMonday * dayMs).toISOString().slice(0, 10);
}

function compareText(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}
