import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { openCatalogue, shippedData } from '../../src/catalogue/index.ts';
import { toldByRooms } from '../../src/console-api/index.ts';
import { eventLines } from '../../src/cli/evidence/event-lines.ts';
import { readPackArchive } from '../../src/cli/verify/read-pack.ts';
import type { PackParts } from '../../src/evidence/index.ts';
import { loadPolicy } from '../../src/policy/index.ts';
import type { Tenancy, Tenant } from '../../src/tenancy/index.ts';
import { testRetention } from './retention.ts';

const catalogue = openCatalogue(shippedData);

/** With what packs of a tenant are made, at an instant that stands still. */
export async function packParts(tenancy: Tenancy, tenant: Tenant, at: Date): Promise<PackParts> {
  const now = () => at;
  const settings = { siem: { paths: 'masked' } };
  return {
    ...tenancy,
    now,
    books: tenancy,
    sealer: tenancy.vault,
    retention: testRetention(tenancy, { now }),
    version: '0.0.1',
    tenant,
    policy: loadPolicy([]),
    catalogue,
    held: [{ name: 'anthropic', vendor: 'anthropic', plan: 'api', organizationId: 'org-contract', stoppedAt: null }],
    kept: [{ name: 'declaration', days: 365 }],
    means: { gateway: 'used', egress: 'unused', inspection: 'unused', workstations: 'unknown' },
    told: await toldByRooms({ books: tenancy, tenantId: tenant.id, now: at, staleAfterHours: 24, gateways: new Set() }),
    trainingCsv: () => 'person,module\r\n',
    events: (range) =>
      eventLines(
        { tenancy, tenant, store: tenancy.store, settings } as unknown as Parameters<typeof eventLines>[0],
        range,
      ),
    verifier: async () => Buffer.from('// the verifier\n'),
  };
}

/** Unpacks a pack beside it. */
export async function unpack(zip: string, folder: string): Promise<readonly string[]> {
  const { names, read } = await readPackArchive(zip);
  for (const name of names) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), await read(name));
  }
  return names;
}
