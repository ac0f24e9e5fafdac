import { z } from 'zod';

/*
 * What an input file holds. Every value that nobody knows is a range with whoever estimated it, from what, and when; a bare
 * number is refused, since it says nothing of how sure it is. The message of a refinement is the code of its fault.
 */

const line = z.string().trim().min(1).max(300);
const name = z.string().regex(/^[a-z0-9][a-z0-9._-]{0,63}$/);
// As the policy's labels.
const label = z.string().regex(/^[\p{L}\p{N}][\p{L}\p{N} ._-]{0,63}$/u);
const part = z.number({ error: ({ input }) => (input === undefined ? 'range_missing' : undefined) });

const range = z.strictObject(
  { low: part, likely: part, high: part, estimator: line, source: line, on: z.iso.date() },
  { error: ({ input }) => (typeof input === 'number' ? 'range_missing' : undefined) },
);

type Bounds = { readonly low: number; readonly likely: number; readonly high: number };

const hasRange = ({ low, high }: Bounds): boolean => low !== high;
const isInOrder = ({ low, likely, high }: Bounds): boolean => low === high || (low < likely && likely < high);
// Six powers of ten: beyond them the mean is made by what nobody has an idea of.
const widest = 1e6;

/** Money, or how often: 5 % of what it may be lies below `low`, half below `likely`, 5 % above `high`. */
const amount = range
  .refine(hasRange, 'range_missing')
  .refine(isInOrder, 'range_disordered')
  .refine(({ low }) => low > 0, 'amount_not_positive')
  .refine(({ low, high }) => low <= 0 || high / low <= widest, 'range_too_wide');

/** A share, of 1. */
const share = range
  .refine(hasRange, 'range_missing')
  .refine(isInOrder, 'range_disordered')
  .refine(({ low, high }) => low > 0 && high < 1, 'share_out_of_bounds');

const measured = z.literal('measured');

const classOfData = z.strictObject({
  exchanges: z.union([measured, amount]),
  incidentsPerMillion: amount,
  loss: amount,
  keptShare: share,
  outsideZdr: z.union([measured, share]),
  redactionMisses: share,
  goesAround: share,
});

const cost = z.strictObject({ perYear: amount, label: label.optional() });
const costs = z.record(z.string().trim().min(1).max(80), cost).default({});

/** Of a contract or an offer, so that it is known and needs no range: each tier from where the one before it ends. */
const price = z.strictObject({
  source: line,
  on: z.iso.date(),
  tiers: z
    .array(z.strictObject({ upToExchanges: z.number().positive().optional(), perThousand: z.number().min(0) }))
    .min(1)
    .max(20),
});

/** A year's worth of what is given up, by its name in the catalogue. */
const lost = z.record(z.string().regex(/^[a-z0-9_-]+$/), amount).default({});

const withCosts = z.strictObject({ costs });

export const inputSchema = z.strictObject({
  evaluation: name,
  /** As `vendor/plan`. */
  plan: z.string().regex(/^[a-z0-9-]+\/[a-z0-9-]+$/),
  currency: z.string().regex(/^[A-Z]{3}$/),
  tolerance: z
    .array(z.strictObject({ loss: z.number().positive(), probability: z.number().gt(0).lt(1) }))
    .min(1)
    .max(5),
  /** From how many days back volumes are measured. */
  measuredDays: z.int().min(1).max(90).default(30),
  seed: z.int().min(0).default(1),
  trials: z.int().min(10_000).max(2_000_000).default(300_000),
  /** All exchanges a year under the plan: what a price by volume is computed from. */
  exchanges: z.union([measured, amount]).default('measured'),
  classes: z
    .record(label, classOfData)
    .refine((classes) => Object.keys(classes).length > 0, 'key_missing')
    .refine((classes) => Object.keys(classes).length <= 12, 'value_invalid'),
  options: z
    .strictObject({
      redaction: withCosts.default({ costs: {} }),
      zdr: z
        .strictObject({ costs, price: price.optional(), lostFeatures: lost, lostModels: lost })
        .default({ costs: {}, lostFeatures: {}, lostModels: {} }),
      block: withCosts.default({ costs: {} }),
    })
    .default({
      redaction: { costs: {} },
      zdr: { costs: {}, lostFeatures: {}, lostModels: {} },
      block: { costs: {} },
    }),
  /** When a decision is open again: at how many times the volume that it was made for. */
  reopen: z.strictObject({ volumeFactor: z.number().gt(1).max(100).default(2) }).default({ volumeFactor: 2 }),
});

export type Input = z.output<typeof inputSchema>;
export type Estimate = z.output<typeof amount>;
export type Price = z.output<typeof price>;
export type Currency = Input['currency'];
