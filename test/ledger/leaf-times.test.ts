import { expect, test } from 'vitest';
import { timeOrderedId } from '../../src/base/index.ts';
import { formatLeaf } from '../../src/ledger/tree/index.ts';
import { LeafWalk } from '../../src/ledger/verify/leaf-walk.ts';

const tenant = timeOrderedId();
const from = Date.parse('2026-11-26T08:00:00.000Z');

/** The places at which a walk over leaves that are dated so many seconds later remarks on their time. */
function remarkedAt(secondsLater: readonly number[]): readonly number[] {
  const walk = new LeafWalk();
  for (const [seq, seconds] of secondsLater.entries()) {
    const leaf = {
      schema: 'octroi/leaf@1' as const,
      tenant,
      seq,
      time: new Date(from + seconds * 1_000).toISOString(),
      kind: 'exchange_declared',
      class: 'declaration',
      policyVersion: null,
      record: timeOrderedId(),
      subject: 'A'.repeat(22),
      commitment: 'A'.repeat(43),
    };
    walk.add(formatLeaf(leaf), undefined);
  }
  return walk.clockSetBack;
}

test('records that were written side by side, or waited for a database, are not taken for a clock that was set back', () => {
  expect(remarkedAt([0, 0.2, 0.1, 20, 12, 21, 30, -10, 30])).toEqual([]);
});

test('a clock that was set back is told once, where it was', () => {
  expect(remarkedAt([0, 100, 30, 31, 32, 101])).toEqual([2]);
  expect(remarkedAt([3_600, 0, 1, 0.5, 3_700])).toEqual([1]);
});
