/*
 * What the console is told of the posture.
 *
 * GET  /api/posture          → PostureView
 * GET  /api/packs            → PacksView: those on record, and whether one is being made
 * POST /api/packs            PackWishForm → PacksView (202); 409 while one is being made, 422 for a period that is none
 * GET  /api/packs/:id        → the ZIP (404)
 * POST /api/packs/:id/share  { days } → SharedView: an address that opens until then, for whoever has it
 * GET  /api/notices          → NoticesView
 * GET  /api/notices/file     ?document&language&format&organization&contact → the document, from the rules in force (422)
 * GET  /api/shared-pack      ?token → the ZIP (404); asks for no session
 */

export type ControlStateName = 'met' | 'not_met' | 'unknown';

/** What a state rests on: a text by its code. Of what fills it, `…At` are instants and `…On` days. */
export type EvidenceView = {
  readonly state: ControlStateName;
  readonly code: string;
  readonly args: Readonly<Record<string, string | number>>;
};

export type ControlView = {
  readonly id: string;
  readonly state: ControlStateName;
  readonly evidence: readonly EvidenceView[];
  /** A day or an instant; null for what is counted when it is asked. */
  readonly holdsUntil: string | null;
  /** Who answers for its gap, and to the end of which day. */
  readonly exception: {
    readonly owner: string;
    readonly untilOn: string;
    readonly reason: string;
    readonly isOver: boolean;
  } | null;
  /** Since when it is in this state, by what was recorded; null where nothing was. */
  readonly since: string | null;
};

/** A fact that the vendors’ terms do not bear out, with what changed and what rests on it. */
export type AlarmView = {
  readonly fact: string;
  readonly state: 'stale' | 'returned';
  readonly lost: readonly {
    readonly collection: string;
    readonly service: string;
    readonly terms: string;
    readonly lastGoodAt: string;
    readonly lostAt: string;
    readonly changed: readonly { readonly before: string; readonly after?: string }[];
    readonly otherChanges: number;
  }[];
  readonly answers: readonly string[];
  readonly claims: readonly string[];
  /** As `policy vendor/plan`. */
  readonly decisions: readonly string[];
};

export type PostureView = {
  readonly at: string;
  readonly policyVersion: string;
  readonly catalogueVersion: string;
  readonly controls: readonly ControlView[];
  readonly alarms: readonly AlarmView[];
};

/** A pack that was made, by the ledger. */
export type PackView = {
  readonly id: string;
  readonly madeAt: string;
  readonly from: string;
  readonly until: string;
  /** A workspace; null for the whole organisation. */
  readonly scope: string | null;
  readonly language: string;
  readonly digest: string;
  readonly bytes: number;
  /** A pseudonym; null where it was no person. */
  readonly by: string | null;
  /** Whether the post that answers has it to hand out. */
  readonly isKept: boolean;
};

export type PacksView = {
  readonly packs: readonly PackView[];
  readonly isMaking: boolean;
  /** Why the last one could not be made, by an error's code. */
  readonly fault: string | null;
};

export type SharedView = { readonly address: string; readonly expiresAt: string };

export type NoticesView = {
  readonly policyVersion: string;
  readonly catalogueVersion: string;
  /**
   * The last pack on record, which holds the documents as they were then; `isSamePolicy` is null where nothing tells what
   * was in force. Null where no pack was made.
   */
  readonly kept: { readonly at: string; readonly isSamePolicy: boolean | null } | null;
};
