/**
 * What the console reads of the catalogue over HTTP. Types only, so that the browser's side can share them. Days are days
 * in UTC, `2026-11-23`; without `on` it is today.
 *
 * GET /api/catalogue?CatalogueQuery → CatalogueView
 * GET /api/claims?CatalogueQuery    → ClaimsView
 * GET /api/comparison.csv?CatalogueQuery&weight=zdr%3D3 → every plan by criterion, with sources
 */

/** A sentence in both languages. */
export type BothTexts = { readonly en: string; readonly fr: string };

export type CatalogueQuery = { readonly on?: string };

/** Where a value was read. `dating` tells whose word the date is: the source's own, an archive's, or the reader's. */
export type SourceView = {
  readonly url: string;
  readonly datedOn: string;
  readonly dating: 'stated' | 'recorded' | 'seen';
  readonly readOn: string;
  readonly via: string | null;
};

export type ConfidenceName = 'high' | 'medium' | 'low';

/** What every value of the catalogue says of itself. */
export type DatedView = {
  readonly source: SourceView | null;
  readonly confidence: ConfidenceName;
  readonly validFrom: string;
  /** It held already when first seen. */
  readonly startIsUnknown: boolean;
  readonly validTo: string | null;
  readonly reviewBy: string;
  /** Somebody should have read the source again by now, whatever day is looked at. */
  readonly isOverdue: boolean;
};

/** A short passage that stands in a dated public version of the terms. */
export type PassageView = {
  readonly passage: string;
  readonly collection: string;
  readonly service: string;
  readonly terms: string;
  readonly recordedAt: string;
  readonly region: string;
};

/** One value of one criterion. `criterion` and `value` have their words in `messages`, `criterion.…` and `value.…`. */
export type FactView = DatedView & {
  readonly id: string;
  readonly criterion: string;
  readonly value: string;
  readonly days: number | null;
  /** What of the service it speaks of, where not of all. */
  readonly feature: string | null;
  readonly features: readonly string[];
  readonly models: readonly string[];
  readonly note: BothTexts | null;
  /** Facts in force that day which say something else. */
  readonly conflictsWith: readonly string[];
  readonly passages: readonly PassageView[];
};

export type AudienceName = 'consumer' | 'commercial';

export type PlanView = {
  readonly id: string;
  readonly name: string;
  readonly audience: AudienceName;
  readonly status: 'offered' | 'closed_to_new' | 'ended' | 'unrecorded';
  readonly supersededBy: string | null;
  readonly endOfSupport: string | null;
  /** Whether the terms let a business use it, said or by whom they are written for. */
  readonly businessUse: string;
  readonly isOverdue: boolean;
  /** Criteria about which sources contradict each other. */
  readonly contested: readonly string[];
  /** Ids of the vendor's facts in force, in the order of the criteria. */
  readonly facts: readonly string[];
};

export type ProductView = {
  readonly id: string;
  readonly name: string;
  readonly supersededBy: string | null;
  readonly endOfSupport: string | null;
  readonly note: BothTexts | null;
  readonly plans: readonly PlanView[];
};

export type VendorView = {
  readonly id: string;
  readonly name: string;
  readonly products: readonly ProductView[];
  readonly facts: readonly FactView[];
};

export type CatalogueView = {
  readonly version: string;
  readonly digest: string;
  readonly on: string;
  readonly overdue: number;
  readonly nextReviewBy: string | null;
  readonly contradictions: number;
  /** Those with a plan that was known that day. */
  readonly vendors: readonly VendorView[];
};

export type ClaimVerdictName = 'holds' | 'holds_in_part' | 'superseded' | 'false' | 'unproven';

/** A statement of the white paper, and what the evidence says of it. */
export type ClaimView = DatedView & {
  readonly id: string;
  readonly topic: string;
  readonly statement: BothTexts;
  readonly verdict: ClaimVerdictName;
  readonly evidence: BothTexts;
  /** The facts it was judged by, those of the past too. */
  readonly facts: readonly {
    readonly id: string;
    readonly vendor: string;
    readonly plans: readonly string[];
    readonly criterion: string;
    readonly value: string;
    readonly days: number | null;
    readonly source: SourceView | null;
    readonly confidence: ConfidenceName;
  }[];
};

export type ClaimsView = { readonly version: string; readonly on: string; readonly claims: readonly ClaimView[] };
