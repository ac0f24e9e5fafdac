import { z } from 'zod';
import { dated, identifier, text } from './dated.ts';
import { probe } from './probe.ts';

const variable = z.strictObject({
  name: z.string().regex(/^[A-Z][A-Z0-9_]*$/),
  /** `presence`: any value counts, `0` and `false` too. */
  readAs: z.enum(['presence', 'boolean', 'value']),
  /** The value octroi sets; absent where it only knows the variable. */
  recommended: z.string().optional(),
  note: text,
  ...dated,
});

const setting = z.strictObject({
  key: z.string().min(1),
  /** Where it counts: `any` file, or only one the company manages. */
  scope: z.enum(['any', 'managed', 'user']),
  recommended: z.union([z.string(), z.boolean(), z.number()]).optional(),
  note: text,
  ...dated,
});

const settingsFile = z.strictObject({
  system: z.enum(['linux', 'macos', 'windows', 'any']),
  path: z.string().min(1),
  isManaged: z.boolean(),
  ...dated,
});

/** All names a source documents: to tell a known name from a misspelt one. */
const documented = z.strictObject({
  variables: z.strictObject({ names: z.array(z.string().regex(/^[A-Z][A-Z0-9_]*$/)), ...dated }).optional(),
  settings: z
    .strictObject({
      keys: z.array(z.strictObject({ key: z.string(), topic: z.string(), scope: z.string() })),
      ...dated,
    })
    .optional(),
});

/** What a client can do from which version on, and with which version it was measured. */
const capability = z.strictObject({ name: identifier, minimumVersion: z.string().min(1), note: text, ...dated });

/** A program on the workstation that speaks to a vendor. */
export const client = z.strictObject({
  id: identifier,
  name: z.string().min(1),
  /** The plans of its vendor it can be used with. */
  plans: z.array(identifier),
  measured: z.strictObject({ version: z.string(), publishedOn: z.iso.date(), ...dated }).optional(),
  /** How it can be pointed at octroi; absent where it cannot. */
  gateway: z
    .strictObject({ wire: z.enum(['anthropic', 'openai-responses', 'google']), by: z.string(), ...dated })
    .optional(),
  capabilities: z.array(capability),
  files: z.array(settingsFile),
  variables: z.array(variable),
  settings: z.array(setting),
  documented: documented.optional(),
  /** What versions of it reached for, each as it was measured. */
  probes: z.array(probe).optional(),
});

export type Client = z.infer<typeof client>;
export type ClientVariable = z.infer<typeof variable>;
export type ClientSetting = z.infer<typeof setting>;
