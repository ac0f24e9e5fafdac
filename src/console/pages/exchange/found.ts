import type { FindingView, PartView } from '../../../console-api/contract.ts';

/** A value that was found in a part, at one place or several: its findings have one fingerprint. */
export type FoundValue = {
  /** Its place among the values of the part, counted from 1. */
  readonly number: number;
  /** The first of its findings. */
  readonly finding: FindingView;
  readonly spans: readonly FindingView['span'][];
};

/** The values of a part, in the order in which they first stand in it. */
export function valuesOf(findings: readonly FindingView[]): readonly FoundValue[] {
  const groups = Map.groupBy(findings, ({ kind, fingerprint, handling }) => `${kind} ${fingerprint} ${handling}`);
  return [...groups.values()].flatMap((places, index) => {
    const [finding] = places;
    return finding ? [{ number: index + 1, finding, spans: places.map(({ span }) => span) }] : [];
  });
}

/** What stands in a part, one after the other: text that is not known, and values that were found. */
export type Stretch =
  | { readonly kind: 'text'; readonly from: number; readonly bytes: number }
  | { readonly kind: 'value'; readonly from: number; readonly bytes: number; readonly value: FoundValue };

export type Shown = {
  readonly stretches: readonly Stretch[];
  /** How many places of values come after these. */
  readonly moreCount: number;
};

/** The stretches of a text of `bytes` with values in it, up to as many places of values as there is room for. */
export function stretchesOf(values: readonly FoundValue[], bytes: number, room: number): Shown {
  const places = values
    .flatMap((value) => value.spans.map(([from, end]) => ({ value, from, end })))
    .toSorted((one, other) => one.from - other.from);
  const stretches: Stretch[] = [];
  let at = 0;
  for (const { value, from, end } of places.slice(0, room)) {
    if (from > at) stretches.push({ kind: 'text', from: at, bytes: from - at });
    stretches.push({ kind: 'value', from, bytes: end - from, value });
    at = Math.max(at, end);
  }
  const moreCount = Math.max(0, places.length - room);
  if (moreCount === 0 && bytes > at) stretches.push({ kind: 'text', from: at, bytes: bytes - at });
  return { stretches, moreCount };
}

/** How many findings a predicate holds for, in all the parts of an exchange. */
export function countFindings(parts: readonly PartView[], holds: (finding: FindingView) => boolean): number {
  return parts.reduce((sum, { findings = [] }) => sum + findings.filter(holds).length, 0);
}
