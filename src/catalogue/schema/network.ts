import { z } from 'zod';
import { dated, identifier, text } from './dated.ts';

const purposes = [
  'api',
  'auth',
  'cdn',
  'consumer-web',
  'error-reporting',
  'flags',
  'mcp',
  'settings',
  'telemetry',
  'update',
] as const;

/** Purposes of hosts that are reached by using a product; the others are reached by having a page or a program of its vendor. */
export const purposesOfUse: ReadonlySet<string> = new Set<HostPurpose>(['api', 'consumer-web', 'mcp']);

/**
 * A pattern of host names: `*.` at the beginning stands for one label or more, `*` elsewhere for exactly one.
 * The name `npm-registry` is a symbol: the host is whatever npm's own configuration says, and is not written out here.
 */
const pattern = z.string().regex(/^(?:npm-registry|(?:\*|[a-z0-9-]+)(?:\.(?:\*|[a-z0-9-]+))+)$/);

const path = z.strictObject({
  method: z.enum(['GET', 'HEAD', 'POST']),
  path: z.string().startsWith('/'),
  purpose: z.enum(purposes),
  /** The client variables or settings that stop it; empty where nothing does. */
  stoppedBy: z.array(z.string()),
  ...dated,
});

export const host = z.strictObject({
  pattern,
  /** The id of the vendor or operator whose host it is. */
  operator: identifier,
  purpose: z.enum(purposes),
  isRequired: z.boolean(),
  /** Whether programs of others are served there too, so that its name says little of who is spoken to. */
  isShared: z.boolean().optional(),
  /** Only for these plans: what lets a proxy tell plans apart by name. */
  plans: z.array(identifier).optional(),
  /** Clients it was seen from. */
  seenFrom: z.array(z.string()).optional(),
  /** Where one host serves several purposes, by method and path. */
  paths: z.array(path).optional(),
  note: text.optional(),
  ...dated,
});

/** A header a TLS-inspecting proxy overwrites so that only the company's own organisation is reached. */
export const tenantHeader = z.strictObject({
  id: identifier,
  header: z.string().regex(/^[A-Za-z-]+$/),
  hosts: z.array(pattern).min(1),
  plans: z.array(identifier),
  note: text,
  ...dated,
});

export type Host = z.infer<typeof host>;
export type HostPurpose = (typeof purposes)[number];
export type TenantHeader = z.infer<typeof tenantHeader>;
