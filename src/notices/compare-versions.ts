import type { NoticeVersion } from './kept-version.ts';

/** A passage that is in one version alone, and the heading it stands under. */
export type NoticeChange = {
  readonly change: 'removed' | 'added';
  readonly under: string;
  readonly passage: string;
};

/**
 * What a later version says otherwise, in the order of reading: what was changed stands as removed and added. The day,
 * the digests and what else stands above the first heading are no part of it.
 */
export function compareVersions(before: NoticeVersion, after: NoticeVersion): readonly NoticeChange[] {
  const [old, now] = [before.passages, after.passages];
  const common = commonLengths(old, now);
  const changes: NoticeChange[] = [];
  const under = { old: '', now: '' };
  let [at, to] = [0, 0];
  while (at < old.length || to < now.length) {
    const [gone, come] = [old[at], now[to]];
    if (gone !== undefined && gone === come) {
      if (isHeading(gone)) [under.old, under.now] = [gone, gone];
      [at, to] = [at + 1, to + 1];
    } else if (
      come === undefined ||
      (gone !== undefined && (common[at + 1]?.[to] ?? 0) >= (common[at]?.[to + 1] ?? 0))
    ) {
      if (isHeading(gone ?? '')) under.old = gone ?? '';
      changes.push({ change: 'removed', under: bare(under.old), passage: gone ?? '' });
      at += 1;
    } else {
      if (isHeading(come)) under.now = come;
      changes.push({ change: 'added', under: bare(under.now), passage: come });
      to += 1;
    }
  }
  return changes;
}

// How many passages the rests of both have in common, from each place on (longest common subsequence).
function commonLengths(old: readonly string[], now: readonly string[]): readonly Uint32Array[] {
  const lengths = Array.from({ length: old.length + 1 }, () => new Uint32Array(now.length + 1));
  for (let at = old.length - 1; at >= 0; at -= 1)
    for (let to = now.length - 1; to >= 0; to -= 1) {
      const longer = Math.max(lengths[at + 1]?.[to] ?? 0, lengths[at]?.[to + 1] ?? 0);
      const row = lengths[at];
      if (row) row[to] = old[at] === now[to] ? (lengths[at + 1]?.[to + 1] ?? 0) + 1 : longer;
    }
  return lengths;
}

function isHeading(passage: string): boolean {
  return passage.startsWith('## ');
}

function bare(heading: string): string {
  return heading.replace(/^## /, '');
}
