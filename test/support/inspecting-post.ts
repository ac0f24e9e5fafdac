import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { timeOrderedId } from '../../src/base/index.ts';
import { authoritiesOf } from '../../src/cli/egress/inspection.ts';
import { runEgress } from '../../src/cli/egress/run-egress.ts';
import { RulesInForce } from '../../src/cli/policy/rules-in-force.ts';
import { readSettings } from '../../src/cli/settings/read-settings.ts';
import { openLedger } from '../../src/ledger/index.ts';
import { addContract, Directory, ensureTenant } from '../../src/tenancy/index.ts';
import { testTenancy } from './books.ts';
import { createDatabase } from './database.ts';
import { closers } from './egress.ts';
import { makeFolder } from './folder.ts';
import { contractCredential } from './gateway.ts';
import type { Vendor } from './inspected.ts';

export const inspectedHost = 'api.anthropic.com';

/** The forward proxy as `octroi up` runs it, looking into what goes to Anthropic's API, which stands on this machine. */
export async function startInspectingPost(
  vendor: Vendor,
  { address = '127.0.0.1', environment = {} }: { address?: string; environment?: Record<string, string> } = {},
) {
  const folder = await makeFolder();
  const upstreamAuthorities = join(folder, 'vendor.pem');
  await writeFile(upstreamAuthorities, vendor.authority.certificatePem);
  const database = await createDatabase();
  const tenancy = testTenancy(database.store);
  const tenant = await ensureTenant(tenancy, 'default');
  const contract = {
    name: 'vendor',
    plan: 'api',
    upstreamUrl: 'https://api.anthropic.com',
    organizationId: 'org-contract',
  };
  const told = { tenantId: tenant.id, actor: 'command_line' } as const;
  await addContract(tenancy, { ...told, ...contract, credential: contractCredential });
  const settings = readSettings({
    file: undefined,
    environment: {
      OCTROI_DATA: folder,
      OCTROI_EGRESS_MODE: 'enforce',
      OCTROI_EGRESS_PORT: '0',
      OCTROI_EGRESS_PORTS: String(vendor.port),
      OCTROI_EGRESS_REACHABLE: '127.0.0.0/8',
      OCTROI_EGRESS_OBSERVED: 'only-through-the-gateway',
      OCTROI_EGRESS_INSPECTED: inspectedHost,
      OCTROI_EGRESS_UPSTREAM_AUTHORITIES: upstreamAuthorities,
      ...environment,
    },
  });
  const installation = { settings, store: database.store, tenancy, tenant, close: () => database.drop() };
  const ledger = openLedger({ ...tenancy, gatewayId: timeOrderedId(), waitMs: 5_000 });
  const inForce = await RulesInForce.open(settings, { onChange: async () => {}, onFault: () => {} }, {});
  const proxy = await runEgress({
    installation,
    directory: new Directory(tenancy, async () => ({})),
    ledger,
    inForce,
    gatewayUrl: 'http://127.0.0.1:8040',
    tell: () => {},
    resolve: async () => [address],
  });
  if (!proxy) throw new Error('the proxy is off');
  closers.push(async () => {
    await proxy.stop(0);
    await ledger.close();
    inForce.close();
    await database.drop();
  });
  const [authority] = await authoritiesOf(installation);
  const authorityPem = authority?.certificatePem ?? '';
  const authorityFile = join(folder, 'authority.pem');
  await writeFile(authorityFile, authorityPem);
  return { proxy, tenancy, tenantId: tenant.id, database, authorityPem, authorityFile };
}
