import type { Finding, Span } from '../../detection/index.ts';
import { type Leaf, leafText } from './leaf.ts';

/** A leaf within the text of a unit: where it begins there, and its own text. */
export type PlacedLeaf = { readonly leaf: Leaf; readonly at: number; readonly text: string };

/**
 * A text that is scanned in one go. A string with words in it is one, as it is: in quotes, a rule would take it for a
 * literal of some code. All other leaves of a value stand together in another, as the JSON they came in but decoded, so
 * that a name, or a neighbour, tells what a value is (`"password": "…"`).
 */
export type Unit = { readonly text: string; readonly leaves: readonly PlacedLeaf[]; readonly path?: string };

/** A range of a body with its leaves. */
export type Range = { readonly start: number; readonly end: number; readonly leaves: readonly Leaf[] };

/** The findings of strings of this many bytes and more are remembered by their bytes. */
export const longLeafBytes = 1_024;

function moved({ start, end }: Span, by: number): Span {
  return { start: start + by, end: end + by };
}

/** Puts the short leaves of some ranges together with the syntax between them; others leave a gap. */
export function rendered(bytes: Buffer, ranges: readonly Range[], isShort: (leaf: Leaf) => boolean): Unit {
  const placed: PlacedLeaf[] = [];
  let text = '';
  for (const { start, end, leaves } of ranges) {
    let at = start;
    for (const leaf of leaves) {
      text += bytes.toString('latin1', at, leaf.start);
      at = leaf.end;
      if (!isShort(leaf)) continue;
      const own = leafText(bytes, leaf);
      placed.push({ leaf, at: text.length, text: own });
      text += own;
    }
    text += bytes.toString('latin1', at, end);
  }
  return { text, leaves: placed };
}

/** What was found in one leaf, with offsets in its own text. */
export type LeafFindings = { readonly placed: PlacedLeaf; readonly findings: readonly Finding[] };

/**
 * Shares the findings of a unit out to its leaves. A finding that reaches over several counts in each of them; syntax
 * holds nothing.
 */
export function shareOut(unit: Unit, findings: readonly Finding[]): readonly LeafFindings[] {
  if (findings.length === 0) return [];
  return unit.leaves.flatMap((placed) => {
    const end = placed.at + placed.text.length;
    const own = findings
      .filter((finding) => finding.start < end && finding.end > placed.at)
      .map((finding) => ({
        ...finding,
        start: Math.max(0, finding.start - placed.at),
        end: Math.min(placed.text.length, finding.end - placed.at),
        ...(finding.inner ? { inner: finding.inner.map((span) => moved(span, -placed.at)) } : {}),
      }));
    return own.length === 0 ? [] : [{ placed, findings: own }];
  });
}
