import type { Finding } from '../../detection/index.ts';
import type { ConversationValues } from './conversation-values.ts';
import { united } from './known-values.ts';
import type { Leaf } from './leaf.ts';
import type { LeafFindings, PlacedLeaf, Unit } from './unit.ts';

export type Remembering = { readonly bytes: Buffer; readonly memory: ConversationValues };

const shortestNoted = 12;

/** One entry a leaf: it may stand in two units, and something be found in each. */
export function byLeaf(found: readonly LeafFindings[]): readonly LeafFindings[] {
  const leaves = new Map<Leaf, LeafFindings>();
  for (const each of found) {
    const other = leaves.get(each.placed.leaf);
    leaves.set(each.placed.leaf, other ? { ...each, findings: united(other.findings, each.findings) } : each);
  }
  return [...leaves.values()];
}

/**
 * What counts as found in a unit. A text that was inspected before, or that values were put back in, is redacted as it
 * was: in the places known of it, and in those that the rules find. Only in a text that is new, known values are looked
 * for beside.
 */
export function asBefore(
  { leaves }: Unit,
  found: { readonly byRules: readonly LeafFindings[]; readonly all: readonly LeafFindings[] },
  { bytes, memory }: Remembering,
): readonly LeafFindings[] {
  const [byRules, all] = [findingsByLeaf(found.byRules), findingsByLeaf(found.all)];
  return leaves.flatMap((placed) => {
    // The shortest hold nothing that would be known without what is around it: roles, types, flags.
    const isShort = placed.text.length < shortestNoted;
    if (isShort || placed.leaf.form !== 'string') return withFindings(placed, all.get(placed.leaf));
    const raw = bytes.subarray(placed.leaf.start, placed.leaf.end);
    const before = memory.restoredIn(placed.text) ?? memory.foundIn(raw);
    const findings = before ? united(before, byRules.get(placed.leaf) ?? []) : (all.get(placed.leaf) ?? []);
    memory.note(raw, findings);
    return withFindings(placed, findings);
  });
}

function findingsByLeaf(found: readonly LeafFindings[]): ReadonlyMap<Leaf, readonly Finding[]> {
  return new Map(found.map(({ placed, findings }) => [placed.leaf, findings]));
}

function withFindings(placed: PlacedLeaf, findings: readonly Finding[] = []): readonly LeafFindings[] {
  return findings.length === 0 ? [] : [{ placed, findings }];
}
