export {
  type Change,
  type ChangedDecision,
  changedPlanAnswers,
  compareEntries,
  type DecisionComparer,
  type Moment,
} from './compare.ts';
export type { Entry } from './entries.ts';
export { type CatalogueErrorCode, catalogueErrorCodes } from './errors.ts';
export { type Catalogue, type KnownHost, type ModelTerms, openCatalogue } from './open-catalogue.ts';
export { approveImport, type ImportPlan, type ImportRequest, isNewer, planImport } from './plan-import.ts';
export type { PlanTerms } from './plan-terms.ts';
export {
  boundsOf,
  lifetimeFault,
  type RetentionAnchor,
  type RetentionBounds,
  retentionBounds,
  type RetentionClassName,
} from './retention-classes.ts';
export { type OverdueReview, type Review, reviewCatalogue } from './review.ts';
export type { Claim, ModelRule, Plan, Product, Vendor } from './schema/catalogue.ts';
export type { Client, ClientSetting, ClientVariable } from './schema/client.ts';
export { criteria, type Criterion, type ValueOf } from './schema/criteria.ts';
export type { Dated, Source, Text } from './schema/dated.ts';
export type { Anchor, Fact } from './schema/fact.ts';
export { parseProbeRecord, type ProbeRecord } from './schema/probe.ts';
export { type Host, type HostPurpose, purposesOfUse, type TenantHeader } from './schema/network.ts';
export { shippedData } from './shipped.ts';
export { openSignedCatalogue, parseSigningKey, signCatalogue } from './signed-file.ts';
export {
  documentsToRead,
  kindOfCommit,
  sourceDocumentsOf,
  type TermsArchive,
  type TermsDocument,
  termsReader,
  type TermsVersion,
} from './watch/archive.ts';
export type { ChangedParagraph } from './watch/paragraphs.ts';
export {
  type AnchorReading,
  type ArchiveReading,
  type FactReading,
  type WatchReport,
  type WatchState,
  watchTerms,
} from './watch/watch-terms.ts';
