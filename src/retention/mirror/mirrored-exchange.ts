import type { ExchangeOutcome } from '../../ledger/index.ts';

/** Something that left, counted: its label as the policy gave it, or null where none was recorded. */
export type LabelledBytes = { readonly label: string | null; readonly bytes: number };

/** What the ledger says of one exchange that may rest at the vendor, or of many that are known by their sum alone; never what was in it. */
export type MirroredExchange = {
  /** How many exchanges it is. */
  readonly count: number;
  readonly recordedAt: string;
  /** Empty for a sum. */
  readonly personId: string;
  readonly contractId: string;
  readonly model: string | undefined;
  /** What the request made use of beyond messages, by the names of the catalogue. */
  readonly features: readonly string[];
  /** `open`: its end is not on record (yet). */
  readonly outcome: ExchangeOutcome | 'abandoned' | 'open';
  readonly stopReason: string | undefined;
  /** What the client sent, by label. What was redacted of it left as stand-ins, and is counted all the same. */
  readonly sent: readonly LabelledBytes[];
  /** Of that, what was new in its session: what the client's own transcript gained. */
  readonly added: readonly LabelledBytes[];
  readonly answerBytes: number;
};
