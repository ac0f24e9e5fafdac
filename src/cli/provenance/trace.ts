import { z } from 'zod';
import {
  type Addition,
  attribute,
  type Attributed,
  exchangeShares,
  findSources,
  type Shares,
  sharesOf,
} from '../../provenance/index.ts';
import { tenantFingerprintKey } from '../../tenancy/index.ts';
import { cliError } from '../errors.ts';
import type { Installation } from '../wire.ts';
import { tellExchanges, type ToldExchange } from './tell-sources.ts';

export type Traced = {
  readonly shares: Shares;
  readonly exchanges: readonly ToldExchange[];
  readonly attributed: readonly Attributed[];
  readonly read: number;
  readonly unread: number;
};

/** Says where added lines came from, by the ledger of an installation. */
export async function trace(
  installation: Pick<Installation, 'tenancy' | 'tenant'>,
  additions: readonly Addition[],
): Promise<Traced> {
  const { tenancy, tenant } = installation;
  const key = await tenantFingerprintKey(tenancy, tenant.id);
  const sources = await findSources({ books: tenancy, tenantId: tenant.id, key }, additions);
  const attributed = attribute(additions, sources);
  const exchanges = await tellExchanges(installation, exchangeShares(attributed));
  return { shares: sharesOf(attributed), exchanges, attributed, read: sources.read, unread: sources.unread };
}

const additionShape = z.strictObject({
  commit: z
    .string()
    .regex(/^[0-9a-f]{40,64}$/)
    .nullable(),
  writtenAt: z.iso.datetime(),
  path: z.string().min(1).max(4_096),
  lines: z.array(
    z.strictObject({
      number: z.int().positive(),
      digests: z.strictObject({
        line: z.string().length(11).exactOptional(),
        grams: z.array(z.string().length(11)),
        weight: z.int().nonnegative(),
      }),
    }),
  ),
});

/** Reads what `octroi provenance marks` wrote elsewhere. @throws cli_marks_invalid */
export function parseMarks(text: string): readonly Addition[] {
  const parsed = z.array(additionShape).safeParse(parsedJson(text));
  if (!parsed.success) throw cliError('cli_marks_invalid', { path: parsed.error.issues[0]?.path.join('.') ?? '' });
  return parsed.data;
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // Named by its shape like any other text that is none of ours.
  }
}
