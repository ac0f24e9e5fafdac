import type { Actor, Common } from './records.ts';

/** A pack of evidence was made: of what, for which digest. The pack itself is kept by whoever asked for it. */
export type EvidencePackMade = Common & {
  readonly kind: 'evidence_pack_made';
  readonly packId: string;
  /** Days in UTC; both are in it. */
  readonly from: string;
  readonly until: string;
  /** One workspace alone; absent for the whole organisation. */
  readonly workspaceId?: string;
  readonly language: string;
  /** SHA-256 of the ZIP. */
  readonly digest: string;
  readonly bytes: number;
  readonly actor: Actor | 'schedule';
};

/** The controls of the posture, whenever the state of one changes: what each was, and the codes it rested on. */
export type ControlsAssessed = Common & {
  readonly kind: 'controls_assessed';
  readonly policyVersion: string;
  readonly catalogueVersion: string;
  readonly states: Readonly<Record<string, 'met' | 'not_met' | 'unknown'>>;
  readonly reasons: Readonly<Record<string, readonly string[]>>;
};

/** A link to a pack was made for somebody who has no account: who made it, and until when it opens. */
export type EvidencePackShared = Common & {
  readonly kind: 'evidence_pack_shared';
  readonly packId: string;
  readonly expiresAt: string;
  readonly actor: Actor;
};
