/** A value that nobody knows exactly: 5 % of what it may be lies below `low`, half below `likely`, 5 % above `high`. */
export type Range = { readonly low: number; readonly likely: number; readonly high: number };

/**
 * A distribution that has the three values at their places: `exp` of two halves of a normal distribution, joined at the
 * middle, or the logistic of them for shares, which stay between 0 and 1. Where the range is even it is the lognormal.
 * A value that was counted has no spread.
 */
export type Spread =
  | { readonly kind: 'exact'; readonly value: number }
  | { readonly kind: 'amount' | 'share'; readonly middle: number; readonly below: number; readonly above: number };

/** Where 5 % of a normal distribution lie beyond. */
export const z95 = 1.644_853_626_951_472_6;

/** @param range positive and in order; what is not is refused where it is read. */
export function amountSpread({ low, likely, high }: Range): Spread {
  return joined('amount', { low: Math.log(low), likely: Math.log(likely), high: Math.log(high) });
}

/** @param range between 0 and 1 and in order. */
export function shareSpread({ low, likely, high }: Range): Spread {
  return joined('share', { low: logit(low), likely: logit(likely), high: logit(high) });
}

export function exactly(value: number): Spread {
  return { kind: 'exact', value };
}

/** The value that lies where `z` does in a standard normal distribution. */
export function valueAt(spread: Spread, z: number): number {
  if (spread.kind === 'exact') return spread.value;
  const at = spread.middle + z * (z < 0 ? spread.below : spread.above);
  return spread.kind === 'amount' ? Math.exp(at) : 1 / (1 + Math.exp(-at));
}

/** The mean of what `of` makes of a value; of the value itself without it. */
export function meanOf(spread: Spread, of: (value: number) => number = (value) => value): number {
  if (spread.kind === 'exact') return of(spread.value);
  return half(spread, of, -1) + half(spread, of, 1);
}

function joined(kind: 'amount' | 'share', { low, likely, high }: Range): Spread {
  return { kind, middle: likely, below: (likely - low) / z95, above: (high - likely) / z95 };
}

function logit(share: number): number {
  return Math.log(share / (1 - share));
}

// Simpson's rule from the middle, where the halves are joined, to where nothing is left even of a wide range's square.
const reach = 24;
const steps = 480;

function half(spread: Spread, of: (value: number) => number, side: -1 | 1): number {
  const width = reach / steps;
  let sum = 0;
  for (let step = 0; step <= steps; step += 1) {
    const z = side * step * width;
    const weight = step === 0 || step === steps ? 1 : step % 2 === 1 ? 4 : 2;
    sum += weight * Math.exp((-z * z) / 2) * of(valueAt(spread, z));
  }
  return (sum * width) / 3 / Math.sqrt(2 * Math.PI);
}
