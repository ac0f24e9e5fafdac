import { z } from 'zod';
import { dated } from './dated.ts';

const reachedLine = z
  .string()
  .regex(/^(?:CONNECT|NAME|DATAGRAM|GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS) \S+(?: \/\S*)?$/);

/**
 * What one version of a client reached for in a laboratory without a network, with nothing set and a credential of its
 * vendor's that opens nothing: `GET host /path`, `CONNECT host` where no request was seen, `NAME host` for a name whose
 * address it asked for past the proxy. `*` in a path stands for what differs each time; `npm-registry` is a symbol.
 */
export const probe = z.strictObject({
  version: z.string().min(1),
  runs: z.array(z.strictObject({ mode: z.enum(['one_shot', 'interactive']), reached: z.array(reachedLine) })).min(1),
  ...dated,
});

export type ProbeRecord = z.infer<typeof probe>;

/** A record from a file outside the catalogue. @throws ZodError with every fault */
export function parseProbeRecord(value: unknown): ProbeRecord {
  return probe.parse(value);
}
