/**
 * What the console reads of the ledger itself. Types only, so that the browser's side can share them.
 *
 * GET /api/ledger/records?RecordQuery       → RecordPage          (newest first)
 * GET /api/ledger/records/:name             → RecordView          (404; by the record's id, or by its place in the log)
 * GET /api/ledger/records/:id/proof         → a `.tlog-proof` file (404; also for a record that waits to be logged)
 * GET /api/ledger/head                      → HeadView
 * GET /api/ledger/heads                     → KeptHeadView[]      (newest first)
 * GET /api/ledger/heads/time-stamp?size&signedAt → a `.tsr` file  (404)
 * GET /api/ledger/consistency?from          → what proves that the log only grew since it had so many entries (404)
 */

/** Each member narrows. `before` is `next` of the page above. */
export type RecordQuery = {
  readonly kind?: string;
  readonly person?: string;
  readonly workspace?: string;
  readonly from?: string;
  readonly until?: string;
  readonly before?: string;
};

export type RecordLineView = {
  readonly id: string;
  readonly kind: string;
  readonly class: string;
  readonly at: string;
  /** Its place in the log; null while it waits to be logged. */
  readonly seq: number | null;
  /** By pseudonym. */
  readonly person: string | null;
  readonly workspace: string | null;
  /** The exchange to which it belongs. */
  readonly exchangeId: string | null;
  readonly isErased: boolean;
};

export type RecordPage = {
  readonly records: readonly RecordLineView[];
  readonly next: string | null;
  /** The kinds there are. */
  readonly kinds: readonly string[];
};

/** One entry of the log. `line` is absent for what the log says of itself: that it begins, or has other keys. */
export type RecordView = {
  readonly line: RecordLineView | null;
  /** The leaf as it is hashed: canonical JSON. Null while the record waits to be logged. */
  readonly leaf: string | null;
  /** The record in clear, as JSON to be read; null once it was erased. */
  readonly record: string | null;
};

/** `checkpoint` is the signed head of the log; null while the log has not begun. */
export type HeadView = {
  readonly checkpoint: string | null;
  /** The keys that sign it now, as text (C2SP signed-note). */
  readonly keys: readonly string[];
};

export type KeptHeadView = {
  readonly size: number;
  readonly signedAt: string;
  readonly note: string;
  readonly isCosigned: boolean;
  readonly hasTimeStamp: boolean;
};

/** What the browser verifies by itself: texts that came from octroi, under keys it has from before or from elsewhere. */
export type VerificationRequest = {
  readonly texts: readonly string[];
  /** One a line; empty when the reader trusts none yet. */
  readonly keys: string;
};

type InBoth<Said> = { readonly en: Said; readonly fr: Said };

export type Verification =
  | {
      readonly kind: 'agrees';
      /** Whether a key that the reader brought has signed. */
      readonly isTrusted: boolean;
      /** How many entries the signed head has. */
      readonly size: number;
      readonly says: InBoth<readonly string[]>;
    }
  | { readonly kind: 'refuted'; readonly code: string; readonly text: InBoth<string> };

export type VerifyTexts = (request: VerificationRequest) => Promise<Verification>;
