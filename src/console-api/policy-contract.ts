import type { AudienceName, BothTexts } from './catalogue-contract.ts';
import type { VerdictName } from './contract.ts';

/**
 * What the console reads of the policy and of what it decides. Types only, so that the browser's side can share them.
 *
 * GET  /api/matrix?MatrixQuery          → MatrixView
 * GET  /api/matrix.csv?MatrixCsvQuery   → the same as a table: one line a plan, class and content
 * GET  /api/policy                      → PolicyView
 * GET  /api/policy/cases                → CasesView          (422 when the files of cases cannot be read)
 * GET  /api/policy/versions             → PolicyVersionView[] (newest first)
 * POST /api/policy/diff     DiffForm    → DiffView
 * GET  /api/reasons                     → ReasonsView
 * GET  /api/contracts                   → ContractView[]     (oldest first)
 * POST /api/contracts/:id/resume        → 204                (404, 409 when it is not stopped)
 */

/** What a reason says, and what its reader does next. */
export type ReasonView = {
  readonly en: { readonly text: string; readonly hint: string };
  readonly fr: { readonly text: string; readonly hint: string };
};

/** By the id of the policy that gives the reason. */
export type ReasonsView = Readonly<Record<string, ReasonView>>;

/** `on` is a day in UTC, today when absent; without a workspace it is one that the policy does not name. */
export type MatrixQuery = { readonly on?: string | undefined; readonly workspace?: string | undefined };

export type MatrixCsvQuery = MatrixQuery & { readonly language?: 'en' | 'fr' | undefined };

export type ContentName = 'plain' | 'secret' | 'personal' | 'dictionary';

export type MatrixCellView = {
  readonly label: string;
  readonly content: ContentName;
  readonly verdict: VerdictName;
  readonly reasons: readonly string[];
};

export type MatrixRowView = {
  readonly vendor: string;
  readonly vendorName: string;
  readonly product: string;
  readonly plan: string;
  readonly planName: string;
  readonly audience: AudienceName;
  /** What the vendor has agreed to on request, for this row; empty for the plan as it is sold. */
  readonly agreed: readonly ('zdr' | 'no_training')[];
  /** Names of the tenant's contracts for which this row is the one that counts. */
  readonly contracts: readonly string[];
  readonly cells: readonly MatrixCellView[];
};

export type LabelView = {
  readonly name: string;
  readonly paths: readonly string[];
  readonly except: readonly string[];
  readonly detectors: readonly string[];
  readonly needsZdr: boolean;
  readonly neverLeaves: boolean;
  readonly retention: string;
  readonly isDefault: boolean;
};

export type MatrixView = {
  readonly policyVersion: string;
  readonly catalogueVersion: string;
  readonly on: string;
  readonly workspace: string | null;
  /** Those one can ask for by name. */
  readonly workspaces: readonly string[];
  /** The least sensitive first. */
  readonly labels: readonly Pick<LabelView, 'name' | 'needsZdr' | 'neverLeaves'>[];
  readonly rows: readonly MatrixRowView[];
  readonly reasons: ReasonsView;
};

export type PolicyFileView = { readonly name: string; readonly digest: string; readonly text: string };

export type RuleView = {
  readonly id: string;
  readonly effect: 'permit' | 'forbid';
  readonly text: ReasonView;
  readonly source: string;
  /** Empty for those octroi brings. */
  readonly file: string;
  readonly line: number;
};

export type PolicyView = {
  readonly version: string;
  /** None where octroi's own policy is in force. */
  readonly files: readonly PolicyFileView[];
  readonly labels: readonly LabelView[];
  /** Octroi's own first. */
  readonly rules: readonly RuleView[];
  /** Ids of octroi's own that are switched off. */
  readonly without: readonly string[];
};

export type OutcomeView = { readonly verdict: VerdictName; readonly reasons: readonly string[] };

/** `expected.reasons` is null where the case does not say. */
export type CaseView = {
  readonly file: string;
  readonly line: number;
  readonly name: string;
  readonly expected: { readonly verdict: VerdictName; readonly reasons: readonly string[] | null };
  readonly decided: OutcomeView;
  readonly isMet: boolean;
};

export type CasesView = { readonly version: string; readonly cases: readonly CaseView[] };

export type PolicyVersionView = {
  readonly recordId: string;
  readonly at: string;
  readonly version: string;
  readonly catalogueVersion: string;
  readonly source: 'built_in' | 'folder';
  readonly files: readonly { readonly name: string; readonly digest: string }[];
};

/** `from` and `until` are instants, ISO 8601; all that the ledger has when absent. */
export type DiffForm = {
  readonly files: readonly { readonly name: string; readonly text: string }[];
  readonly from?: string;
  readonly until?: string;
};

export type DifferenceView = {
  readonly exchangeId: string;
  readonly at: string;
  readonly before: OutcomeView;
  readonly after: OutcomeView;
  readonly parts: readonly {
    readonly kind: string;
    readonly count: number;
    readonly paths: readonly string[];
    readonly before: OutcomeView & { readonly label: string };
    readonly after: OutcomeView & { readonly label: string };
  }[];
};

export type PolicyFaultView = {
  readonly file: string;
  readonly line: number;
  /** The key, or the policy. */
  readonly path: string;
  readonly text: BothTexts;
  readonly detail: string;
};

export type DiffView =
  | { readonly kind: 'faults'; readonly faults: readonly PolicyFaultView[] }
  | {
      readonly kind: 'compared';
      readonly before: string;
      readonly after: string;
      readonly looked: number;
      /** There are more exchanges than are looked at in one go. */
      readonly isCut: boolean;
      /** How many of them have an older record, which does not tell roles, training and further models. */
      readonly unknown: number;
      readonly different: number;
      /** How many, by verdict before and after; the same verdict for another reason counts too. */
      readonly counts: readonly { readonly before: VerdictName; readonly after: VerdictName; readonly count: number }[];
      /** The first of them. */
      readonly differences: readonly DifferenceView[];
      /** What the proposal's reasons say, and those of today. */
      readonly reasons: ReasonsView;
    };

/** An agreement with its day and the document that proves it. */
export type AgreementView = { readonly since: string; readonly document: string };

export type ContractView = {
  readonly name: string;
  /** Null for a contract that stands in the policy alone: nothing can leave under it. */
  readonly held: {
    readonly id: string;
    readonly upstreamUrl: string;
    readonly organizationId: string | null;
    readonly createdAt: string;
    readonly stoppedAt: string | null;
    readonly stoppedReason: string | null;
  } | null;
  readonly vendor: string;
  readonly vendorName: string;
  readonly plan: string;
  readonly planName: string;
  readonly audience: AudienceName | 'unknown';
  /** Where the policy and the post part; the texts are those of the posture. */
  readonly faults: readonly { readonly code: string; readonly inPolicy: string; readonly held: string }[];
  /** What the policy says of it; null where it says nothing. */
  readonly terms: {
    readonly plan: string;
    readonly organization: string | null;
    readonly startsOn: string | null;
    readonly endsOn: string | null;
    readonly isOver: boolean;
    readonly retentionDays: number | null;
    readonly zdr: AgreementView | null;
    readonly trainingOptOut: AgreementView | null;
    readonly region: string | null;
    readonly owner: string | null;
    readonly reviewOn: string | null;
    readonly isReviewOverdue: boolean;
    /** Workspaces that the policy ties to it. */
    readonly workspaces: readonly string[];
  } | null;
};
