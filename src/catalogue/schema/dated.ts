import { z } from 'zod';

/** A day of the calendar, `2026-11-23`. Every day of the catalogue is a day in UTC. */
export const day = z.iso.date();

export const identifier = z.string().regex(/^[a-z0-9]+(?:[-.][a-z0-9]+)*$/);

/** A sentence people read, in both languages of the product. */
export const text = z.strictObject({ en: z.string().min(1), fr: z.string().min(1) });

/**
 * Where values were read. `datedOn` is its date and `dating` whose word that is: `stated` by the source itself,
 * `recorded` by an archive or by somebody who quoted it that day, or `seen`, for a source without a date: the day it
 * was read. `readOn` is the day it was read for this catalogue. `via` tells when it was not read at its own address.
 */
export const source = z.strictObject({
  id: identifier,
  url: z.union([z.url({ protocol: /^https$/ }), z.literal('measured')]),
  datedOn: day,
  dating: z.enum(['stated', 'recorded', 'seen']),
  readOn: day,
  via: z.string().min(1).optional(),
});

/**
 * What every value of the catalogue carries.
 *
 * `confidence`: high is the vendor's own wording, seen in a stored copy, or measured; medium is that wording as quoted by
 * a dated third party; low is second-hand or inferred. `validFrom` is the first day it is known to hold and `validTo`
 * the first day it no longer does; `startIsUnknown` says that it held already when first seen. On `reviewBy` somebody
 * must have read the source again.
 */
export const dated = {
  source: identifier,
  confidence: z.enum(['high', 'medium', 'low']),
  validFrom: day,
  startIsUnknown: z.literal(true).optional(),
  validTo: day.optional(),
  reviewBy: day,
};

export type Text = z.infer<typeof text>;
export type Source = z.infer<typeof source>;
export type Dated = {
  readonly source: string;
  readonly confidence: 'high' | 'medium' | 'low';
  readonly validFrom: string;
  readonly startIsUnknown?: true | undefined;
  readonly validTo?: string | undefined;
  readonly reviewBy: string;
};

/** The day of an instant, in UTC. */
export function dayOf(at: Date): string {
  return at.toISOString().slice(0, 10);
}

/** Whether a value holds on a day. */
export function holdsOn({ validFrom, validTo }: Pick<Dated, 'validFrom' | 'validTo'>, on: string): boolean {
  return validFrom <= on && (validTo === undefined || on < validTo);
}
