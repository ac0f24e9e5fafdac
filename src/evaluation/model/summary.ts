import type { LossFigures } from '../../ledger/index.ts';

/** What simulated years say, without what is computed. */
export type Losses = Omit<LossFigures, 'expected'>;

/** @param scratch as long as the trials; given again for others, it saves making it. */
export function lossesOf(trials: Float64Array, scratch = new Float64Array(trials.length)): Losses {
  const [mean, variance, none] = momentsOf(trials);
  const [p50 = 0, p90 = 0, p95 = 0, p99 = 0] = quantiles(withoutZeros(trials, scratch), none, [0.5, 0.9, 0.95, 0.99]);
  return {
    mean,
    standardError: Math.sqrt(variance / trials.length),
    p50,
    p90,
    p95,
    p99,
    chanceOfNone: none / trials.length,
  };
}

/**
 * For each share the smallest loss that so large a share of the years does not go beyond. Nothing is sorted: each is looked
 * for above the one before it, which costs a fifth (measured).
 * @param losses of the years that had any, and then in another order; the others are `none`.
 * @param shares the smallest first
 */
function quantiles(losses: Float64Array, none: number, shares: readonly number[]): readonly number[] {
  let from = 0;
  return shares.map((share) => {
    const place = Math.ceil(share * (losses.length + none)) - 1 - none;
    if (place < 0) return 0;
    putInPlace(losses, from, place);
    from = place;
    return losses[place] ?? 0;
  });
}

// By hand: `filter` takes ten times as long (measured), and most years of a rare incident bring none.
function withoutZeros(trials: Float64Array, kept: Float64Array): Float64Array {
  let count = 0;
  for (let trial = 0; trial < trials.length; trial += 1) {
    const loss = trials[trial] ?? 0;
    if (loss === 0) continue;
    kept[count] = loss;
    count += 1;
  }
  return kept.subarray(0, count);
}

/** For each amount the share of years that cost more. @param amounts the smallest first */
export function chancesBeyond(trials: Float64Array, amounts: readonly number[]): readonly number[] {
  const upTo = new Float64Array(amounts.length + 1);
  for (let trial = 0; trial < trials.length; trial += 1) {
    const loss = trials[trial] ?? 0;
    let [from, to] = [0, amounts.length];
    while (from < to) {
      const middle = (from + to) >>> 1;
      if (loss > (amounts[middle] ?? 0)) from = middle + 1;
      else to = middle;
    }
    upTo[from] = (upTo[from] ?? 0) + 1;
  }
  let beyond = trials.length;
  return amounts.map((_, index) => {
    beyond -= upTo[index] ?? 0;
    return beyond / trials.length;
  });
}

/** Mean, variance, and how many are zero. Two passes, since losses are large and their squares larger. */
export function momentsOf(trials: Float64Array): readonly [mean: number, variance: number, none: number] {
  let [total, none] = [0, 0];
  for (let trial = 0; trial < trials.length; trial += 1) {
    const loss = trials[trial] ?? 0;
    total += loss;
    if (loss === 0) none += 1;
  }
  const mean = total / trials.length;
  let squares = 0;
  for (let trial = 0; trial < trials.length; trial += 1) squares += ((trials[trial] ?? 0) - mean) ** 2;
  return [mean, squares / (trials.length - 1), none];
}

/** Hoare's selection: afterwards nothing before `place` is larger than what stands there, and nothing after it smaller. */
function putInPlace(values: Float64Array, from: number, place: number): void {
  let [left, right] = [from, values.length - 1];
  while (left < right) {
    const pivot = values[(left + right) >>> 1] ?? 0;
    let [up, down] = [left, right];
    while (up <= down) {
      while ((values[up] ?? 0) < pivot) up += 1;
      while ((values[down] ?? 0) > pivot) down -= 1;
      if (up > down) break;
      const kept = values[up] ?? 0;
      values[up] = values[down] ?? 0;
      values[down] = kept;
      up += 1;
      down -= 1;
    }
    if (place <= down) right = down;
    else if (place >= up) left = up;
    else return;
  }
}
