/*
 * What is kept how long, what holds keep, what was erased, and what persons asked for. Types only, as in contract.ts.
 *
 * GET  /api/retention                             → RetentionView
 * GET  /api/retention/plan                        → PlanView          (what the next sweep would erase)
 * POST /api/retention/sweep        DigestForm     → SweptView         (409 when it is not what was looked at)
 * GET  /api/holds                                 → HoldView[]        (newest first)
 * POST /api/holds                  HoldForm       → { id }            (422)
 * POST /api/holds/:id/release      ReasonForm     → 204               (404, 409 released already)
 * GET  /api/certificates                          → CertificateView[] (newest first)
 * GET  /api/certificates/:id                      → a file that `octroi verify` proves (404)
 * GET  /api/requests                              → RequestView[]     (newest first)
 * GET  /api/erasures/plan?person=|conversation=   → PlanView
 * POST /api/erasures               ErasureForm    → { tombstoneId, records } (409 held, or not what was looked at)
 * POST /api/conversations/delete   ConversationForm → { records, eraseBy }   (404)
 * POST /api/access-requests        AccessForm     → the archive, as ZIP      (403 two did not agree, 404)
 * GET  /api/captures                               → CaptureView[]     (newest first)
 * POST /api/captures               CaptureForm    → { id }            (403, 422)
 * POST /api/captures/:id/approve                  → 204               (403 the same person, 404, 409)
 * POST /api/captures/:id/end                      → 204               (404, 409)
 */

import type { NamedView } from './contract.ts';

/** A class of records: its bounds and their sources, what the policy says, and what is there. Lifetimes in days. */
export type ClassView = {
  readonly name: string;
  readonly days: number;
  readonly floorDays: number;
  readonly ceilingDays: number;
  readonly justifiedCeilingDays: number;
  readonly anchors: readonly {
    readonly title: { readonly en: string; readonly fr: string };
    readonly url: string | null;
    readonly readOn: string;
  }[];
  readonly records: number;
  readonly oldestAt: string | null;
};

/** How many records of a class are due in a month (`2027-03`), holds aside. */
export type DueView = { readonly month: string; readonly class: string; readonly records: number };

export type RetentionView = {
  readonly classes: readonly ClassView[];
  /** Lifetimes of exchanges by the name that labels use. */
  readonly exchanges: Readonly<Record<string, number>>;
  readonly deletedConversationDays: number;
  readonly due: readonly DueView[];
};

export type PlanView = {
  readonly lines: readonly {
    readonly class: string;
    readonly records: number;
    readonly held: number;
    readonly oldestAt: string;
  }[];
  readonly byHold: readonly { readonly holdId: string; readonly records: number }[];
  /** Rows beside the records that would be removed. */
  readonly rows: number;
  readonly digest: string;
};

export type SweptView = { readonly records: number };

export type HoldScopeName = 'person' | 'conversation' | 'workspace' | 'class' | 'all';

export type HoldView = {
  readonly id: string;
  readonly scope: HoldScopeName;
  /** A pseudonym, a session, a workspace or a class; empty for all. */
  readonly what: string;
  readonly reason: string;
  readonly placedBy: string;
  readonly placedAt: string;
  readonly until: string | null;
  readonly state: 'active' | 'run_out' | 'released';
  readonly releasedBy: string | null;
  readonly releaseReason: string | null;
};

export type HoldForm = {
  readonly scope: HoldScopeName;
  readonly value: string;
  readonly reason: string;
  /** The day it ends; empty for none. */
  readonly until?: string;
};

export type ReasonForm = { readonly reason: string };

export type DigestForm = { readonly digest: string };

export type CertificateView = {
  readonly id: string;
  readonly issuedAt: string;
  readonly ground: string;
  readonly records: number;
  readonly by: string;
  readonly reason: string;
};

/** What was asked for persons and conversations, and done. `person` is null once nobody knows any more who it was. */
export type RequestView = {
  readonly id: string;
  readonly kind: 'access' | 'person_erased' | 'conversation_deleted';
  readonly at: string;
  readonly person: NamedView | null;
  readonly by: string;
  readonly records: number;
};

export type ErasureForm = ReasonForm & DigestForm & { readonly person?: string; readonly conversation?: string };

export type ConversationForm = ReasonForm & { readonly conversation: string };

export type AccessForm = { readonly person: string; readonly language: 'fr' | 'en' };

/** Content of a label that somebody asked to have captured, and what became of it. */
export type CaptureView = {
  readonly id: string;
  readonly label: string;
  readonly purpose: string;
  readonly days: number;
  readonly state: 'requested' | 'expired' | 'approved' | 'ended';
  /** Approved, and the policy says the same: only then is anything captured. */
  readonly isInForce: boolean;
  readonly requestedBy: string;
  readonly requestedAt: string;
  readonly approvedBy: string | null;
  readonly approvedAt: string | null;
  readonly endedAt: string | null;
  /** Whoever reads this asked for it, so another must approve. */
  readonly isOwn: boolean;
};

export type CaptureForm = { readonly label: string; readonly purpose: string; readonly days: number };
