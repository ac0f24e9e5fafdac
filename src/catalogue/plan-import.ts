import { type Change, type ChangedDecision, compareEntries, type DecisionComparer } from './compare.ts';
import { catalogueError } from './errors.ts';
import type { Catalogue } from './open-catalogue.ts';
import { openSignedCatalogue } from './signed-file.ts';

export type ImportRequest = {
  readonly file: string;
  readonly pinnedKeys: readonly string[];
  readonly current: Catalogue;
  readonly on: Date;
  /** What decides by the catalogue, each telling what it would decide otherwise. */
  readonly comparers: readonly DecisionComparer[];
};

/** What an import would do. Nothing has changed yet: it takes effect when somebody approves `catalogue.digest`. */
export type ImportPlan = {
  readonly catalogue: Catalogue;
  readonly changes: readonly Change[];
  readonly decisions: readonly ChangedDecision[];
};

/**
 * Checks a signed catalogue and tells what it would change.
 * @throws catalogue_not_newer, and what `openSignedCatalogue` throws
 */
export function planImport({ file, pinnedKeys, current, on, comparers }: ImportRequest): ImportPlan {
  const catalogue = openSignedCatalogue(file, pinnedKeys);
  if (!isNewer(catalogue.version, current.version))
    throw catalogueError('catalogue_not_newer', { version: catalogue.version, current: current.version });
  return {
    catalogue,
    changes: compareEntries(current.entries(), catalogue.entries()),
    decisions: comparers.flatMap((compare) => compare({ catalogue: current, on }, { catalogue, on })),
  };
}

/** Whether a version is later than another: `2026-11-23.10` is later than `2026-11-23.9`. */
export function isNewer(version: string, other: string): boolean {
  const [day = '', number = '0'] = version.split('.');
  const [otherDay = '', otherNumber = '0'] = other.split('.');
  return day === otherDay ? Number(number) > Number(otherNumber) : day > otherDay;
}

/** Approves what was shown, by its digest. @throws catalogue_not_approved when it is another one */
export function approveImport(plan: ImportPlan, digest: string): Catalogue {
  if (plan.catalogue.digest !== digest)
    throw catalogueError('catalogue_not_approved', { digest: plan.catalogue.digest, given: digest });
  return plan.catalogue;
}
