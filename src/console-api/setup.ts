import { lastAlarms } from '../evidence/index.ts';
import { listExchanges } from '../ledger/index.ts';
import { listContracts, listKeys } from '../tenancy/index.ts';
import type { SetupView } from './contract.ts';
import type { ConsoleParts } from './server.ts';

/** How far the installation is, and which contracts were stopped. */
export async function setupOf({ tenancy }: ConsoleParts, tenantId: string): Promise<SetupView> {
  const [contracts, keys, exchanges, alarms] = await Promise.all([
    listContracts(tenancy, tenantId),
    listKeys(tenancy, tenantId),
    listExchanges(tenancy, tenantId, { limit: 1 }),
    lastAlarms(tenancy, tenantId),
  ]);
  return {
    hasContract: contracts.length > 0,
    hasKey: keys.some((key) => key.state === 'active'),
    hasExchange: exchanges.length > 0,
    stoppedContracts: contracts.flatMap(({ id, name, stoppedAt }) =>
      stoppedAt === null ? [] : [{ id, name, stoppedAt }],
    ),
    alarmedFacts: alarms.map(({ fact }) => fact),
  };
}
