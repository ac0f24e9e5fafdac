import { setImmediate } from 'node:timers/promises';
import { type Difference, diffPolicies, type Policy, type RecordedExchange } from '../policy/index.ts';
import type { DiffView } from './policy-contract.ts';
import { allReasons, differenceView } from './policy-views.ts';

export type Compared = Extract<DiffView, { readonly kind: 'compared' }>;

// The gateway shares the process: a look at the past stays a short one, and lets others have their turn.
const mostLookedAt = 5_000;
const lookedAtInOneGo = 50;
const mostTold = 100;

/** Decides the exchanges of the past by both policies and tells which differ. */
export async function comparePolicies(
  before: Policy,
  after: Policy,
  recorded: AsyncIterable<RecordedExchange>,
): Promise<Compared> {
  const looked = { count: 0, isCut: false, unknown: 0 };
  const counts = new Map<string, Compared['counts'][number]>();
  const told: Difference[] = [];
  let different = 0;
  for await (const difference of diffPolicies(before, after, bounded(recorded, looked))) {
    different += 1;
    if (told.length < mostTold) told.push(difference);
    const [was, is] = [difference.before.verdict, difference.after.verdict];
    const count = (counts.get(`${was} ${is}`)?.count ?? 0) + 1;
    counts.set(`${was} ${is}`, { before: was, after: is, count });
  }
  return {
    kind: 'compared',
    before: before.version,
    after: after.version,
    looked: looked.count,
    isCut: looked.isCut,
    unknown: looked.unknown,
    different,
    counts: [...counts.values()].toSorted((one, other) => other.count - one.count),
    differences: told.map(differenceView),
    reasons: { ...allReasons(before), ...allReasons(after) },
  };
}

async function* bounded(
  recorded: AsyncIterable<RecordedExchange>,
  looked: { count: number; isCut: boolean; unknown: number },
): AsyncGenerator<RecordedExchange> {
  for await (const exchange of recorded) {
    if (looked.count === mostLookedAt) {
      looked.isCut = true;
      return;
    }
    looked.count += 1;
    if (exchange.unknown.length > 0) looked.unknown += 1;
    yield exchange;
    if (looked.count % lookedAtInOneGo === 0) await setImmediate();
  }
}
