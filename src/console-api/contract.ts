/**
 * What the console and automation read and write over HTTP: paths, and the shapes that travel. Types only, so that the
 * browser's side can share them. Instants are ISO 8601 in UTC; sizes are bytes. Persons appear by pseudonym.
 *
 * GET    /api/about                    → AboutView                  (open to all)
 * GET    /api/session                  → SessionView                (401 not signed in)
 * POST   /api/session      SignIn      → SessionView                (403 when the link was used or is too old)
 * DELETE /api/session                  → 204
 * GET    /api/setup                    → SetupView
 * GET    /api/names                    → NamesView
 * GET    /api/exchanges?ExchangeQuery  → ExchangePage               (newest first)
 * GET    /api/exchanges/:id            → ExchangeView               (404)
 * GET    /api/keys                     → KeyView[]                  (newest first)
 * POST   /api/keys         NewKeyForm  → NewKeyView                 (422)
 * POST   /api/keys/:id/revoke          → 204                        (404)
 *
 * What is asked about the policy, the catalogue, the posture and the ledger itself stands in policy-contract.ts,
 * catalogue-contract.ts, posture-contract.ts, ledger-contract.ts, retention-contract.ts, vendor-contract.ts,
 * fleet-contract.ts, egress-contract.ts and training-contract.ts, who may do what in access-contract.ts. Each route asks for a right of
 * the session (route-rights.ts): 403 without it.
 *
 * Every failure is an ErrorView in the language of `accept-language`.
 */

import type { RightName } from './access-contract.ts';

export type ErrorView = { readonly code: string; readonly text: string; readonly hint: string };

/** How the command line is called where this post runs: what goes before and behind a command's words. */
export type AboutView = { readonly program: string; readonly options: string };

export type SignIn = { readonly link: string };

export type SessionView = {
  readonly tenantName: string;
  /** Everything shown is made up: the console says so on each page. */
  readonly isDemo: boolean;
  /** Where clients are pointed at. */
  readonly gatewayUrl: string;
  readonly version: string;
  /** Who is signed in, by the name they sign in with; null for the session of a one-time link. */
  readonly person: NamedView | null;
  readonly roles: readonly string[];
  readonly rights: readonly RightName[];
};

/** How far the installation is, for the next step to tell; and what an operator must look at now. */
export type SetupView = {
  readonly hasContract: boolean;
  readonly hasKey: boolean;
  readonly hasExchange: boolean;
  readonly stoppedContracts: readonly { readonly id: string; readonly name: string; readonly stoppedAt: string }[];
  /** Facts of the catalogue that the vendors’ terms do not bear out any more. */
  readonly alarmedFacts: readonly string[];
};

export type NamedView = { readonly id: string; readonly name: string };

export type NamesView = { readonly persons: readonly NamedView[]; readonly workspaces: readonly NamedView[] };

export const partKindNames = [
  'prompt',
  'file',
  'instruction_file',
  'command_output',
  'git_state',
  'image',
  'document',
  'tool_result',
  'tool_call',
  'assistant_text',
  'thinking',
  'system',
  'tool_definition',
  'other',
] as const;

export type PartKindName = (typeof partKindNames)[number];

export type VerdictName = 'allow' | 'redact' | 'block';

/** Each member narrows. `before` is `next` of the page above. */
export type ExchangeQuery = {
  readonly person?: string;
  readonly workspace?: string;
  readonly kind?: PartKindName;
  readonly verdict?: VerdictName;
  readonly from?: string;
  readonly until?: string;
  readonly before?: string;
};

/** `open`: under way. `abandoned`: its process ended before the answer did, so what came back is not known. */
export type OutcomeName =
  | 'open'
  | 'answered'
  | 'refused'
  | 'abandoned'
  | 'client_left'
  | 'upstream_unreachable'
  | 'upstream_broke_off'
  | 'upstream_timed_out'
  | 'organization_mismatch'
  | 'not_sent';

export type FindingClassName = 'secret' | 'personal' | 'dictionary';

/** How many findings of a kind. */
export type FindingCount = { readonly class: FindingClassName; readonly kind: string; readonly count: number };

/** What was found in an exchange. A finding in a part that is sent again was counted when the part left first. */
export type FindingsSummary = {
  /** Of the parts that left for the first time: secrets before the company's words before personal data, then the most frequent first. */
  readonly first: readonly FindingCount[];
  /** How many findings stand in the parts that were sent again. */
  readonly again: number;
};

export type ExchangeSummary = {
  readonly id: string;
  readonly at: string;
  readonly person: NamedView;
  readonly workspace: NamedView;
  readonly path: string;
  readonly model: string | null;
  readonly verdict: VerdictName;
  /** Reason codes of the verdict, or of what stopped the exchange later; those of refusals have the error texts. */
  readonly reasons: readonly string[];
  readonly outcome: OutcomeName;
  /** The vendor's HTTP status; null when it has not answered. */
  readonly status: number | null;
  readonly bodyBytes: number;
  /** Bytes of the parts that left for the first time in their session. */
  readonly newBytes: number;
  /** Paths of files among the parts, the first few, those sent for the first time before the others. */
  readonly files: readonly string[];
  readonly fileCount: number;
  /** How many of these files have something that left for the first time; they are the first of `files`. */
  readonly newFileCount: number;
  /** Kinds of what left for the first time; the syntax between the parts is not named. */
  readonly newKinds: readonly PartKindName[];
  readonly findings: FindingsSummary;
};

export type ExchangePage = { readonly exchanges: readonly ExchangeSummary[]; readonly next: string | null };

/**
 * Something sensitive in a part: what and where, and never the value.
 *
 * `span` are bytes, the end exclusive, counted from the part's first; in the part of the form `syntax`, which lies
 * between the others, they are counted in the body. The same value has the same `fingerprint` wherever it is found.
 */
export type FindingView = {
  readonly detector: string;
  readonly kind: string;
  readonly class: FindingClassName;
  readonly span: readonly [number, number];
  readonly fingerprint: string;
  /** `kept` left as it was: it stands in a thought, which the vendor wrote and sealed. */
  readonly handling: 'redacted' | 'kept';
};

export type PartView = {
  readonly kind: PartKindName;
  readonly bytes: number;
  readonly fingerprint: string;
  readonly sent: 'first' | 'again';
  readonly path?: string;
  readonly source?: 'read' | 'mention' | 'edit' | 'write' | 'selection' | 'change_notice';
  readonly lines?: readonly [number, number];
  readonly command?: string;
  readonly tool?: string;
  readonly mediaType?: string;
  readonly form?: string;
  /** In the order of the bytes; absent when nothing was found. */
  readonly findings?: readonly FindingView[];
};

/** `evidence` are codes, which a newer gateway may add to. */
export type PlanProofView = {
  readonly vendor: string;
  readonly plan: string;
  readonly proof: 'proven' | 'declared' | 'unknown';
  readonly evidence: readonly string[];
};

export type ExchangeView = ExchangeSummary & {
  readonly client: {
    readonly userAgent: string | null;
    readonly sessionId: string | null;
    readonly agentId: string | null;
  };
  readonly isStream: boolean;
  readonly queryBytes: number;
  readonly headerBytes: number;
  /** How long the body was that left with stand-ins; null when it left as the client sent it, or not at all. */
  readonly redactedBodyBytes: number | null;
  /** By which version of the rules the body was looked at, and how many of its bytes could not be; null without a body. */
  readonly inspection: { readonly ruleset: string; readonly unscannedBytes: number } | null;
  /** By what it was decided; null where it was refused unread, or written down before there was a policy. */
  readonly policy: {
    readonly version: string;
    readonly catalogueVersion: string;
    readonly retentionClass: string;
  } | null;
  /** Under which plan it left and by what evidence that is known; null where nothing left, or nobody wrote it down. */
  readonly plan: PlanProofView | null;
  /** In the order of the body; their bytes add up to `bodyBytes`. */
  readonly parts: readonly PartView[];
  /** Where its workspace was under zero retention: of its parts only counts were kept, and `parts` is empty. */
  readonly countsOnly: { readonly findings: number } | null;
  readonly receipt: { readonly recordId: string; readonly recordedAt: string; readonly digest: string };
  readonly answer: {
    readonly at: string;
    readonly answeredBy: string | null;
    readonly requestId: string | null;
    readonly organizationId: string | null;
    readonly stopReason: string | null;
    readonly inputTokens: number | null;
    readonly outputTokens: number | null;
    readonly cacheReadTokens: number | null;
    readonly cacheCreationTokens: number | null;
    readonly bytes: number;
    /** How many values were put back into the answer; null when nothing had been redacted. */
    readonly restoredValues: number | null;
    readonly durationMs: number;
  } | null;
};

export type KeyView = {
  readonly id: string;
  readonly hint: string;
  readonly person: string;
  readonly workspace: string;
  readonly state: 'active' | 'expired' | 'revoked';
  readonly createdAt: string;
  readonly expiresAt: string;
  readonly revokedAt: string | null;
};

export type NewKeyForm = {
  readonly person: string;
  readonly workspace: string;
  readonly language: 'fr' | 'en';
  readonly days: number;
};

/** The one time a key is shown. */
export type NewKeyView = {
  readonly key: string;
  readonly id: string;
  readonly person: string;
  readonly workspace: string;
  readonly expiresAt: string;
};
