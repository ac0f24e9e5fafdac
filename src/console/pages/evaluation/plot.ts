type Curves = {
  /** The smallest first. */
  readonly amounts: readonly number[];
  /** For each curve the chance of more, for each amount. */
  readonly curves: readonly (readonly number[])[];
  readonly tolerance: readonly { readonly loss: number; readonly probability: number }[];
};

type Point = readonly [x: number, y: number];
type Tick = { readonly at: number; readonly value: number };

/** Where everything of a picture of curves lies, in its own units. */
export type Plot = {
  readonly viewBox: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly along: readonly Tick[];
  readonly across: readonly Tick[];
  readonly lines: readonly { readonly path: string; readonly marks: readonly Point[] }[];
  readonly borne: readonly Point[];
};

const [width, height] = [720, 320];
const [left, right, top, bottom] = [76, width - 32, 16, height - 34];

/** Lays curves out: amounts by their powers of ten, since losses differ by those; chances evenly from none up. */
export function plotOf({ amounts, curves, tolerance }: Curves): Plot {
  const [first = 1, last = 10] = [amounts[0], amounts.at(-1)];
  const logs = [Math.log10(first), Math.max(Math.log10(last), Math.log10(first) + 0.1)] as const;
  const largest = Math.max(0.001, ...curves.flat(), ...tolerance.map(({ probability }) => probability));
  const step = stepFor(largest);
  const most = Math.ceil(largest / step) * step;
  const x = (amount: number): number =>
    round(left + ((Math.log10(amount) - logs[0]) / (logs[1] - logs[0])) * (right - left));
  const y = (chance: number): number => round(bottom - (chance / most) * (bottom - top));
  const powers = amounts.filter((amount) => Number.isInteger(Math.round(Math.log10(amount) * 1e9) / 1e9));
  return {
    viewBox: `0 0 ${width} ${height}`,
    left,
    right,
    top,
    bottom,
    along: powers.map((value) => ({ at: x(value), value })),
    across: Array.from({ length: Math.round(most / step) + 1 }, (_, index) => {
      return { at: y(index * step), value: index * step };
    }),
    lines: curves.map((curve) => {
      const points = curve.map((chance, index): Point => [x(amounts[index] ?? first), y(chance)]);
      const path = points.map(([at, up], index) => `${index === 0 ? 'M' : 'L'}${at} ${up}`).join('');
      // A mark at every third point tells lines apart that lie on each other.
      return { path, marks: points.filter((_, index) => index % 3 === 1) };
    }),
    borne: tolerance
      .filter(({ loss }) => loss >= first && loss <= last)
      .map(({ loss, probability }): Point => [x(loss), y(probability)]),
  };
}

// The largest of 1, 2 and 5 times a power of ten that gives four lines or more.
function stepFor(largest: number): number {
  const power = 10 ** Math.floor(Math.log10(largest));
  return [5, 2, 1, 0.5, 0.2].map((times) => times * power).find((step) => largest / step >= 4) ?? power / 5;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
