import type { DeclaredFinding, DeclaredPart } from '../../ledger/index.ts';
import type { Body } from '../anthropic/read-body.ts';
import type { InspectedValue } from './inspected-value.ts';
import type { PlacedLeafFindings } from './redact-body.ts';

/** What was found in the values of a body and between them, put together. */
export type Gathered = {
  readonly unscannedBytes: number;
  readonly found: readonly PlacedLeafFindings[];
  /** How parts are declared in which something was found. */
  readonly parts: ReadonlyMap<DeclaredPart, DeclaredPart>;
  /** What was found between the parts, with bytes counted in the body. */
  readonly between: readonly DeclaredFinding[];
  /** What the request makes use of beyond messages, by the names of the catalogue. */
  readonly features: ReadonlySet<string>;
  /** Every model that the request names: its own, and those of helpers it lets the vendor call. */
  readonly models: ReadonlySet<string>;
};

/** Puts together what is noted beside the values of a body, and what was found in its frame. */
export function gathered({ values }: Body, frame: InspectedValue | undefined): Gathered {
  const found: PlacedLeafFindings[] = [];
  const between: DeclaredFinding[] = [];
  const parts = new Map<DeclaredPart, DeclaredPart>();
  const features = new Set<string>();
  const models = new Set<string>();
  let unscannedBytes = 0;
  const take = (start: number, inspected: InspectedValue | undefined): void => {
    if (!inspected) return;
    unscannedBytes += inspected.unscannedBytes;
    for (const feature of inspected.asked.features) features.add(feature);
    for (const model of inspected.asked.models) models.add(model);
    for (const marked of inspected.marked) found.push({ start, marked });
    for (const finding of inspected.between) between.push(moved(finding, start));
    for (const [part, declared] of inspected.parts) parts.set(part, declared);
  };
  for (const { start, value } of values) take(start, value.note.inspected);
  take(0, frame);
  return { unscannedBytes, found, parts, between, features, models };
}

/** The finding with its bytes counted from elsewhere. */
export function moved(finding: DeclaredFinding, by: number): DeclaredFinding {
  return { ...finding, span: [finding.span[0] + by, finding.span[1] + by] };
}
