import type { Finding } from '../finding.ts';

/** A finding while it competes with others for its stretch. */
export type Candidate = { readonly finding: Finding; readonly rank: number };

/**
 * Leaves of findings that overlap the one that says most, so that every unit of the text belongs to one finding at most.
 *
 * The longer wins, since it covers more; of equally long ones that of the higher rank, then the earlier id. The answer
 * stands in the order of the text and does not depend on the order in which detectors ran.
 */
export function resolveOverlaps(candidates: readonly Candidate[]): readonly Finding[] {
  if (candidates.length < 2) return candidates.map(({ finding }) => finding);
  const ordered = candidates.toSorted(byStart);
  const kept: Finding[] = [];
  let group: Candidate[] = [];
  let groupEnd = -1;
  for (const candidate of ordered) {
    if (candidate.finding.start >= groupEnd) {
      keepBest(group, kept);
      group = [];
    }
    group.push(candidate);
    groupEnd = Math.max(groupEnd, candidate.finding.end);
  }
  keepBest(group, kept);
  return kept.toSorted((a, b) => a.start - b.start);
}

function byStart(a: Candidate, b: Candidate): number {
  return a.finding.start - b.finding.start;
}

// Findings that touch each other directly or through others. A chain of them is rare and short in practice; it is
// bounded, because a group of thousands would otherwise cost the square of its size.
const maxGroup = 256;

function keepBest(group: readonly Candidate[], kept: Finding[]): void {
  if (group.length > maxGroup) {
    kept.push(joined(group));
    return;
  }
  const taken: Finding[] = [];
  for (const { finding } of group.toSorted(byWeight))
    if (!taken.some((other) => finding.start < other.end && other.start < finding.end)) taken.push(finding);
  kept.push(...taken);
}

function byWeight(a: Candidate, b: Candidate): number {
  const length = b.finding.end - b.finding.start - (a.finding.end - a.finding.start);
  return length || b.rank - a.rank || (a.finding.detector < b.finding.detector ? -1 : 1);
}

function joined(group: readonly Candidate[]): Finding {
  const [best] = group.toSorted(byWeight);
  const first = group[0]?.finding ?? { start: 0 };
  const end = group.reduce((last, { finding }) => Math.max(last, finding.end), 0);
  if (!best) throw new Error('resolveOverlaps: an empty group');
  return { ...best.finding, start: first.start, end };
}
