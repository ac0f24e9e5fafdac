/**
 * Who signs in to the console, what they may do, and what takes two of them. Types only, as in contract.ts.
 *
 * GET    /api/sign-in                  → SignInWaysView             (open to all)
 * POST   /api/sign-in/password  PasswordForm → SessionView          (403 wrong; 429)
 * POST   /api/sign-in/passkey/options  → what a passkey is to sign
 * POST   /api/sign-in/passkey          → SessionView                (403; 429)
 * GET    /api/sign-in/provider         → 303 to the identity provider, and back by /api/sign-in/callback
 * GET    /api/approvals                → ApprovalView[]             (newest first)
 * POST   /api/approvals/reveal RevealForm → { id }                  (403 a link’s session; 404)
 * POST   /api/approvals/:id/confirm    → 204                        (403 one’s own; 404; 409 over)
 * POST   /api/approvals/:id/decline    → 204                        (404; 409 over)
 * POST   /api/approvals/:id/name       → RevealedView               (403 not confirmed for this person; 404)
 */

import type { NamedView } from './contract.ts';

/** The ways in beside a one-time link. */
export type SignInWaysView = {
  /** What the company's identity provider is called; null without one. */
  readonly providerName: string | null;
  readonly hasAccounts: boolean;
  readonly hasPasskeys: boolean;
};

export type PasswordForm = { readonly name: string; readonly password: string };

/** What one may do. `read` shows everything there is, `trainings` whose training holds; the others change something. */
export type RightName =
  | 'read'
  | 'policy'
  | 'keys'
  | 'contracts'
  | 'devices'
  | 'retention'
  | 'holds'
  | 'erasure'
  | 'requests'
  | 'reveal'
  | 'trainings'
  | 'exemptions'
  | 'evidence';

/** An act that takes two persons. Persons appear by pseudonym. */
export type ApprovalView = {
  readonly id: string;
  readonly act: 'reveal_person';
  readonly subject: NamedView;
  readonly reason: string;
  readonly requestedBy: NamedView;
  readonly requestedAt: string;
  /** Until when it may be confirmed; once it is, until when it may be used. */
  readonly expiresAt: string;
  readonly state: 'open' | 'confirmed' | 'declined' | 'withdrawn' | 'expired';
  readonly decidedBy: NamedView | null;
  readonly decidedAt: string | null;
  /** Whether the reader asked for it. */
  readonly isOwn: boolean;
  /** Whether the reader may do now what was confirmed. */
  readonly isUsable: boolean;
};

export type RevealForm = { readonly personId: string; readonly reason: string };

export type RevealedView = { readonly name: string };
