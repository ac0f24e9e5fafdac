import { z } from 'zod';
import { criteria, type Criterion, criterionNames } from './criteria.ts';
import { dated, identifier, text } from './dated.ts';

/**
 * A short passage that stands in a dated public version of the terms, so that a program can look whether it still does.
 * `service` and `terms` name a document of an Open Terms Archive collection, `commit` the version it was read in.
 * `passage` has 24 words at most: the archive's licence does not cover the terms themselves.
 */
export const anchor = z.strictObject({
  collection: identifier,
  service: z.string().min(1),
  terms: z.string().min(1),
  commit: z.string().regex(/^[0-9a-f]{40}$/),
  recordedAt: z.iso.datetime({ offset: true }),
  /** The day the document itself says it takes effect, as it says it. */
  effective: z.string().min(1).optional(),
  /** Whose text it is: the same document often differs by region. */
  region: z.enum(['EEA', 'US', 'global']),
  passage: z
    .string()
    .min(12)
    .refine((passage) => passage.split(/\s+/).length <= 24, 'more than 24 words'),
});

function isNamed(value: unknown): value is { criterion: Criterion; value: string } {
  const { criterion, value: word } = (value ?? {}) as Readonly<Record<string, unknown>>;
  return criterionNames.some((name) => name === criterion) && typeof word === 'string';
}

export const fact = z
  .strictObject({
    id: identifier,
    /** The plans of the vendor it speaks of. */
    plans: z.array(identifier).min(1),
    criterion: z.enum(criterionNames as [Criterion, ...Criterion[]]),
    value: z.string(),
    /** What of the service it speaks of, where not of all: `files_api`, `covered_models`, `ide`. */
    feature: z
      .string()
      .regex(/^[a-z0-9_]+$/)
      .optional(),
    days: z.int().positive().optional(),
    features: z
      .array(z.string().regex(/^[a-z0-9_]+$/))
      .min(1)
      .optional(),
    models: z.array(identifier).min(1).optional(),
    /** Facts of other sources that say something else. Both stay, both are shown. */
    conflictsWith: z.array(identifier).min(1).optional(),
    note: text.optional(),
    anchors: z.array(anchor).min(1).optional(),
    ...dated,
  })
  .refine(({ criterion, value }) => (criteria[criterion] as readonly string[]).includes(value), {
    path: ['value'],
    error: 'no value of its criterion',
    // Told together with the other faults of the fact.
    when: ({ value }) => isNamed(value),
  });

export type Anchor = z.infer<typeof anchor>;
export type Fact = Omit<z.infer<typeof fact>, 'criterion'> & { readonly criterion: Criterion };
