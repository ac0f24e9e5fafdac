import type { ExchangeDeclared, PartKind } from '../ledger/index.ts';

/** What other rules would have kept in: of what left, what they stop, and which parts they stop it for. */
export type Savings = {
  /** Exchanges that were decided again; those of which only counts are kept cannot be. */
  readonly looked: number;
  /** Of them, whose decision rests on facts their records do not have. */
  readonly unknown: number;
  readonly blocked: { readonly exchanges: number; readonly bodyBytes: number };
  readonly redacted: { readonly exchanges: number };
  /** The parts that would be stopped or changed, by kind: what to leave out so that the rest may go. */
  readonly parts: readonly {
    readonly kind: PartKind;
    readonly verdict: 'block' | 'redact';
    readonly parts: number;
    readonly bytes: number;
  }[];
};

type Verdict = 'allow' | 'redact' | 'block';

/** How other rules decide an exchange and each of its parts, in their order. */
export type DecidedAgain = { readonly verdict: Verdict; readonly parts: readonly { readonly verdict: Verdict }[] };

/** Adds up what other rules change about what left. */
export class SavingsTally {
  readonly #parts = new Map<string, { parts: number; bytes: number }>();
  #looked = 0;
  #unknown = 0;
  #blocked = 0;
  #blockedBytes = 0;
  #redacted = 0;

  add(record: ExchangeDeclared, again: DecidedAgain, isUnknown: boolean): void {
    if (record.verdict === 'block') return;
    this.#looked += 1;
    if (isUnknown) this.#unknown += 1;
    if (again.verdict === 'allow' || (again.verdict === 'redact' && record.verdict === 'redact')) return;
    if (again.verdict === 'redact') this.#redacted += 1;
    else {
      this.#blocked += 1;
      this.#blockedBytes += record.request.bodyBytes;
    }
    for (const [index, { kind, bytes }] of record.parts.entries()) {
      const verdict = again.parts[index]?.verdict ?? 'allow';
      if (verdict === 'allow') continue;
      const count = this.#parts.get(`${verdict} ${kind}`) ?? { parts: 0, bytes: 0 };
      this.#parts.set(`${verdict} ${kind}`, { parts: count.parts + 1, bytes: count.bytes + bytes });
    }
  }

  result(): Savings {
    return {
      looked: this.#looked,
      unknown: this.#unknown,
      blocked: { exchanges: this.#blocked, bodyBytes: this.#blockedBytes },
      redacted: { exchanges: this.#redacted },
      parts: [...this.#parts]
        .map(([key, count]) => {
          const [verdict = '', kind = ''] = key.split(' ');
          return {
            kind: kind as PartKind,
            verdict: verdict === 'block' ? ('block' as const) : ('redact' as const),
            ...count,
          };
        })
        .toSorted((one, other) => other.bytes - one.bytes),
    };
  }
}
