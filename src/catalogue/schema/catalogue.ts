import { z } from 'zod';
import { client } from './client.ts';
import { dated, day, identifier, source, text } from './dated.ts';
import { type Fact, fact } from './fact.ts';
import { host, tenantHeader } from './network.ts';

/** A plan one can hold. Its `audience` says for whom its terms are written. */
export const plan = z.strictObject({
  id: identifier,
  name: z.string().min(1),
  audience: z.enum(['consumer', 'commercial']),
  /** From this day on nobody new can take it. */
  closedToNewOn: day.optional(),
  endOfSupport: day.optional(),
  /** The plan of the same vendor that takes its place. */
  supersededBy: identifier.optional(),
  ...dated,
});

export const product = z.strictObject({
  id: identifier,
  name: z.string().min(1),
  supersededBy: identifier.optional(),
  endOfSupport: day.optional(),
  note: text.optional(),
  plans: z.array(plan),
  ...dated,
});

/**
 * A family of models with rules of its own. It takes in every model name that holds `family` as whole words, whatever
 * the route writes around it (`us.anthropic.claude-fable-5-…-v1:0`, `claude-fable-5@…`).
 */
export const modelRule = z.strictObject({
  id: identifier,
  family: z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/),
  /** `start`: the name must begin with it. */
  match: z.enum(['anywhere', 'start']),
  /** Retention that no ZDR agreement takes away. */
  isZdrExcluded: z.boolean(),
  /** Neither an opt-out from training nor ZDR counts for it. */
  ignoresOptOut: z.boolean(),
  note: text,
  ...dated,
});

/** One vendor: the file `data/<id>.json`. */
export const vendor = z.strictObject({
  id: identifier,
  name: z.string().min(1),
  sources: z.array(source),
  products: z.array(product),
  facts: z.array(fact),
  models: z.array(modelRule),
  hosts: z.array(host),
  tenantHeaders: z.array(tenantHeader),
  clients: z.array(client),
});

/** A statement of the white paper, and what the evidence says of it. */
export const claim = z.strictObject({
  id: identifier,
  topic: z.enum([
    'training',
    'minimisation',
    'retention',
    'ownership',
    'indemnity',
    'zdr',
    'isolation',
    'telemetry',
    'settings',
    'vendors',
  ]),
  statement: text,
  verdict: z.enum(['holds', 'holds_in_part', 'superseded', 'false', 'unproven']),
  evidence: text,
  /** The facts it was judged by. */
  facts: z.array(identifier),
  ...dated,
});

/**
 * Documents of Open Terms Archive that go on under another name. The archive keeps the old folder as it stood; without
 * this map a renamed document would look like one that never changes again. `collection` is where it was seen.
 */
export const succession = z.strictObject({
  collection: identifier,
  service: z.string().min(1),
  succeededBy: z.string().min(1),
  on: day,
});

/** The whole catalogue. `version` is a day and a number within it: `2026-11-23.1`. */
export const catalogueShape = z.strictObject({
  version: z.string().regex(/^\d{4}-\d{2}-\d{2}\.\d+$/),
  vendors: z.array(vendor).min(1),
  claimSources: z.array(source),
  claims: z.array(claim),
  successions: z.array(succession),
});

export type Plan = z.infer<typeof plan>;
export type Product = z.infer<typeof product>;
export type ModelRule = z.infer<typeof modelRule>;
export type Vendor = Omit<z.infer<typeof vendor>, 'facts'> & { readonly facts: readonly Fact[] };
export type Claim = z.infer<typeof claim>;
export type Succession = z.infer<typeof succession>;
export type CatalogueData = Omit<z.infer<typeof catalogueShape>, 'vendors'> & { readonly vendors: readonly Vendor[] };
