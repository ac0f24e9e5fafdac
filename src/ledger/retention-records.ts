import type { Common } from './records.ts';
import type { RetentionClass } from './retention-class.ts';

/** What a hold keeps, or an erasure takes away. `value`: an id, a session or a class; nothing for all. */
export type RetentionScope = {
  readonly kind: 'person' | 'conversation' | 'workspace' | 'class' | 'all';
  readonly value: string;
};

export type HoldPlaced = Common & {
  readonly kind: 'hold_placed';
  readonly holdId: string;
  readonly scope: RetentionScope;
  readonly reason: string;
  readonly by: string;
  /** From this instant on it holds no longer; until somebody releases it, when absent. */
  readonly until?: string;
};

export type HoldReleased = Common & {
  readonly kind: 'hold_released';
  readonly holdId: string;
  readonly cause: 'released' | 'run_out';
  readonly reason?: string;
  readonly by?: string;
};

/** A conversation is shown to nobody from here on, and is erased by `eraseBy`. */
export type ConversationDeleted = Common & {
  readonly kind: 'conversation_deleted';
  readonly session: string;
  readonly records: number;
  readonly reason: string;
  readonly by: string;
  readonly eraseBy: string;
};

/** Why records were erased. */
export type ErasureGround = 'lifetime_over' | 'conversation_deleted' | 'person_erased' | 'key_destroyed';

/** The tombstone of an erasure. `records` and `byClass` count; `recordsDigest` says which, `certificateDigest` what was attested. */
export type RecordsErased = Common & {
  readonly kind: 'records_erased';
  readonly ground: ErasureGround;
  readonly reason: string;
  readonly by: string;
  readonly records: number;
  readonly byClass: Readonly<Partial<Record<RetentionClass, number>>>;
  /** SHA-256 over the ids of the records in their order, each with a line feed. */
  readonly recordsDigest: string;
  /** SHA-256 of the certificate's text without its signatures. */
  readonly certificateDigest: string;
};

/** A person was given all that octroi holds on them. */
export type AccessAnswered = Common & {
  readonly kind: 'access_answered';
  readonly personId: string;
  readonly records: number;
  readonly by: string;
};

export type RetentionRecord = HoldPlaced | HoldReleased | ConversationDeleted | RecordsErased | AccessAnswered;
