import { createHash } from 'node:crypto';

/** Draws that come out the same for the same seed, on every machine. */
export type Random = {
  /** Between 0 and 1, both left out. */
  readonly uniform: () => number;
  /** Of the standard normal distribution. */
  readonly normal: () => number;
  /** How many of what happens so often on average. */
  readonly poisson: (mean: number) => number;
};

// The search below begins with exp(-mean), which a larger mean makes zero.
const mostAtOnce = 500;

/**
 * xoshiro128** (Blackman and Vigna, https://prng.di.unimi.it, read from memory and held against distributions by tests),
 * its state filled from SHA-256 of the seed. Normal draws by the polar method, Poisson draws by searching the sum.
 */
export function randomOf(seed: string): Random {
  const uniform = uniformOf(seed);
  let spare = Number.NaN;
  const normal = (): number => {
    if (!Number.isNaN(spare)) {
      const kept = spare;
      spare = Number.NaN;
      return kept;
    }
    for (;;) {
      const [x, y] = [uniform() * 2 - 1, uniform() * 2 - 1];
      const square = x * x + y * y;
      if (square >= 1 || square === 0) continue;
      const stretch = Math.sqrt((-2 * Math.log(square)) / square);
      spare = y * stretch;
      return x * stretch;
    }
  };
  const poisson = (mean: number): number => {
    if (mean > mostAtOnce) return poisson(mostAtOnce) + poisson(mean - mostAtOnce);
    let [left, chance, count] = [uniform(), Math.exp(-mean), 0];
    // Rounding may leave a crumb of chance that no count takes up.
    while (left > chance && chance > 0) {
      left -= chance;
      count += 1;
      chance *= mean / count;
    }
    return count;
  };
  return { uniform, normal, poisson };
}

function uniformOf(seed: string): () => number {
  const filled = createHash('sha256').update(seed).digest();
  let [a, b, c, d] = [0, 4, 8, 12].map((at) => filled.readInt32LE(at)) as [number, number, number, number];
  return () => {
    const product = Math.imul(b, 5);
    const out = Math.imul((product << 7) | (product >>> 25), 9) >>> 0;
    const shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = (d << 11) | (d >>> 21);
    return (out + 0.5) / 4_294_967_296;
  };
}
