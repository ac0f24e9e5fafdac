import { networkInterfaces } from 'node:os';
import { logSource } from '../../egress/index.ts';
import { tenantFingerprintKey } from '../../tenancy/index.ts';
import type { Installation } from '../wire.ts';

/** Under which references gateways stand in imported logs: this machine's addresses, and what the settings name besides. */
export async function gatewaySources({ tenancy, tenant, settings }: Installation): Promise<ReadonlySet<string>> {
  const key = await tenantFingerprintKey(tenancy, tenant.id);
  const own = Object.values(networkInterfaces()).flatMap((each) => each?.map(({ address }) => address) ?? []);
  return new Set([...own, ...settings.egress.gatewaySources].map((source) => logSource(key, source)));
}
