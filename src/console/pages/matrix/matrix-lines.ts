import type { VerdictName } from '../../../console-api/contract.ts';
import type { ContentName, MatrixCellView, MatrixRowView } from '../../../console-api/policy-contract.ts';

/** What holds for one label: for a file in which nothing was found, and for what is found where that is another thing. */
export type LabelCell = {
  readonly label: string;
  readonly verdict: VerdictName;
  readonly reasons: readonly string[];
  readonly also: readonly Also[];
};

export type Also = {
  readonly verdict: VerdictName;
  readonly contents: readonly ContentName[];
  readonly reasons: readonly string[];
  /** Whatever is found. */
  readonly isAll: boolean;
};

/** Plans of one vendor to which the same applies, for the same reasons. */
export type MatrixLine = {
  readonly plans: readonly MatrixRowView[];
  /** What blocks everything, whatever the label and whatever is in it; empty where nothing does. */
  readonly blockedBy: readonly string[];
  readonly cells: readonly LabelCell[];
};

export type VendorLines = { readonly vendor: string; readonly name: string; readonly lines: readonly MatrixLine[] };

/** Rows by vendor, in their order; plans with the same answers share a line. */
export function linesByVendor(rows: readonly MatrixRowView[]): readonly VendorLines[] {
  return [...Map.groupBy(rows, ({ vendor }) => vendor)].map(([vendor, ofVendor]) => ({
    vendor,
    name: ofVendor[0]?.vendorName ?? vendor,
    lines: linesOf(ofVendor),
  }));
}

/** The lines of rows, those with the same answers together. */
export function linesOf(rows: readonly MatrixRowView[]): readonly MatrixLine[] {
  const alike = Map.groupBy(rows, ({ audience, agreed, cells }) => JSON.stringify([audience, agreed, cells]));
  return [...alike.values()].map((plans) => {
    const cells = plans[0]?.cells ?? [];
    return { plans, blockedBy: blockersOf(cells), cells: labelCells(cells) };
  });
}

/** The reasons that stand in these lines, each once, in the order in which they are met. */
export function reasonsIn(lines: readonly MatrixLine[]): readonly string[] {
  const found = lines.flatMap(({ blockedBy, cells }) =>
    blockedBy.length > 0
      ? blockedBy
      : cells.flatMap(({ reasons, also }) => [...reasons, ...also.flatMap((each) => each.reasons)]),
  );
  return [...new Set(found)];
}

// What stands behind every cell of a row that is blocked throughout.
function blockersOf(cells: readonly MatrixCellView[]): readonly string[] {
  const [first, ...others] = cells;
  if (!first || cells.some(({ verdict }) => verdict !== 'block')) return [];
  return first.reasons.filter((reason) => others.every(({ reasons }) => reasons.includes(reason)));
}

function labelCells(cells: readonly MatrixCellView[]): readonly LabelCell[] {
  return [...Map.groupBy(cells, ({ label }) => label)].flatMap(([label, ofLabel]) => {
    const plain = ofLabel.find(({ content }) => content === 'plain');
    if (!plain) return [];
    const found = ofLabel.filter(({ content }) => content !== 'plain');
    return [{ label, verdict: plain.verdict, reasons: plain.reasons, also: alsoOf(plain, found) }];
  });
}

function alsoOf(plain: MatrixCellView, found: readonly MatrixCellView[]): readonly Also[] {
  const others = Map.groupBy(
    found.filter(({ verdict }) => verdict !== plain.verdict),
    ({ verdict }) => verdict,
  );
  return [...others].map(([verdict, cells]) => ({
    verdict,
    contents: cells.map(({ content }) => content),
    reasons: [...new Set(cells.flatMap(({ reasons }) => reasons))],
    isAll: cells.length === found.length,
  }));
}
