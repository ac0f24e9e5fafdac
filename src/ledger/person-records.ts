import type { Actor, Common } from './records.ts';

/** A session at the console has begun: of a person, or of a one-time link, which belongs to nobody. */
type ConsoleSignedIn = Common & {
  readonly kind: 'console_signed_in';
  readonly by: 'one_time_link' | SignedInBy;
  readonly personId?: string;
};

type PersonInvited = Common & {
  readonly kind: 'person_invited';
  readonly personId: string;
  readonly workspaceIds: readonly string[];
  readonly actor: Actor;
};

/** A person may not use the post any more, or may again. */
type PersonAccess = Common & {
  readonly kind: 'person_disabled' | 'person_enabled';
  readonly personId: string;
  readonly actor: Actor;
};

/**
 * A person has a role from now on, or has it no more. `identity_provider`: a group gives it there, and it follows the
 * group; a person may have the same role by both.
 */
type RoleChanged = Common & {
  readonly kind: 'role_granted' | 'role_revoked';
  readonly personId: string;
  readonly role: string;
  readonly source: 'granted' | 'identity_provider';
  readonly actor: Actor;
};

/** A person has taken a module of training; of a module the last record counts. */
type TrainingAttested = Common & {
  readonly kind: 'training_attested';
  readonly attestationId: string;
  readonly personId: string;
  readonly module: string;
  /** The day to the end of which it holds (UTC). */
  readonly validUntil: string;
  /** Where the proof lies. */
  readonly document?: string;
  /** Where octroi gave the module itself. */
  readonly proof?: TrainingProof;
  readonly actor: Actor;
};

/** What an attestation of a module that octroi gives rests on. How many answers were right is nobody's business: enough. */
export type TrainingProof = {
  /** Names the text of the module and all that the catalogue said in it. */
  readonly version: string;
  readonly language: 'en' | 'fr';
  /** What the person declared, word for word. */
  readonly statement: string;
  readonly statementVersion: string;
  readonly attemptId: string;
  /** By which the questions were drawn, in this order. */
  readonly seed: string;
  readonly questions: readonly string[];
  /** How many right answers pass. */
  readonly needed: number;
};

/** A person may send until an instant although their training is overdue. `reason` is the words of whoever lets them. */
type TrainingExempted = Common & {
  readonly kind: 'training_exempted';
  readonly exemptionId: string;
  readonly personId: string;
  readonly until: string;
  readonly reason: string;
  readonly actor: Actor;
};

/** How a person showed who they are. */
export type SignedInBy = 'identity_provider' | 'password' | 'passkey';

/** A person set a password or a passkey, with the link of an invitation. */
type AccountSecured = Common & {
  readonly kind: 'account_secured';
  readonly personId: string;
  readonly by: 'password' | 'passkey';
};

type ClientSignedIn = Common & {
  readonly kind: 'client_signed_in';
  /** Stands as `keyId` in the declarations of what the client sends from now on. */
  readonly sessionId: string;
  readonly personId: string;
  readonly workspaceId: string;
  readonly by: SignedInBy;
  /** What the client calls itself. */
  readonly surface?: string;
};

export type ClientSessionEnd = 'signed_out' | 'person_disabled' | 'refresh_reused' | 'deprovisioned';

type ClientSignedOut = Common & {
  readonly kind: 'client_signed_out';
  readonly sessionId: string;
  readonly personId: string;
  /** `refresh_reused`: a refresh token came back after it was replaced, so somebody may have copied it. */
  readonly reason: ClientSessionEnd;
};

/** A person asks for an act that takes two. `reason` is their own words. */
type DualControlRequested = Common & {
  readonly kind: 'dual_control_requested';
  readonly requestId: string;
  readonly act: string;
  readonly subjectId: string;
  readonly reason: string;
  readonly personId: string;
};

/** The second person confirms or declines it, or the first takes it back. */
type DualControlDecided = Common & {
  readonly kind: 'dual_control_decided';
  readonly requestId: string;
  readonly act: string;
  readonly subjectId: string;
  readonly decision: 'confirmed' | 'declined' | 'withdrawn';
  readonly requestedBy: string;
  readonly personId: string;
};

/** The name behind a pseudonym was shown to one of the two who agreed on it. */
type PersonRevealed = Common & {
  readonly kind: 'person_revealed';
  readonly requestId: string;
  readonly personId: string;
  readonly actor: Actor;
};

/** What is recorded of persons: who may use the post, what they hold, and when they or their clients come and go. */
export type PersonRecord =
  | ConsoleSignedIn
  | PersonInvited
  | PersonAccess
  | RoleChanged
  | TrainingAttested
  | TrainingExempted
  | AccountSecured
  | ClientSignedIn
  | ClientSignedOut
  | DualControlRequested
  | DualControlDecided
  | PersonRevealed;
