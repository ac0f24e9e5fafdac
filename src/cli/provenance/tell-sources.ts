import { findExchange } from '../../ledger/index.ts';
import type { ExchangeShare } from '../../provenance/index.ts';
import type { Installation } from '../wire.ts';

/** Where lines came from: an exchange, its sender by octroi's own ids, and under what it was answered. */
export type ToldExchange = ExchangeShare & {
  readonly at: string;
  readonly personId: string;
  readonly workspaceId: string;
  readonly contractId: string;
  readonly vendor: string | null;
  readonly plan: string | null;
  /** How it is known under which plan: `proven`, `declared` or `unknown`. */
  readonly proof: string;
  readonly model: string | null;
  readonly catalogueVersion: string | null;
  readonly records: readonly string[];
};

/** Opens the exchanges that shares name. */
export async function tellExchanges(
  { tenancy, tenant }: Pick<Installation, 'tenancy' | 'tenant'>,
  shares: readonly ExchangeShare[],
): Promise<readonly ToldExchange[]> {
  const told: ToldExchange[] = [];
  for (const share of shares) {
    const { began, ended } = await findExchange(tenancy, tenant.id, share.exchangeId);
    const finished = ended?.kind === 'exchange_finished' ? ended : undefined;
    const declared = began.kind === 'exchange_declared' ? began : undefined;
    told.push({
      ...share,
      at: began.recordedAt,
      personId: began.sender.personId,
      workspaceId: began.sender.workspaceId,
      contractId: began.sender.contractId,
      vendor: finished?.plan?.vendor ?? null,
      plan: finished?.plan?.plan ?? null,
      proof: finished?.plan?.proof ?? 'unknown',
      model: finished?.model ?? declared?.request.model ?? null,
      catalogueVersion: declared?.policy?.catalogueVersion ?? null,
      records: [began.id, ...(ended ? [ended.id] : [])],
    });
  }
  return told;
}
