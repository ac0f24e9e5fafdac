import { shippedData, openCatalogue } from '../../src/catalogue/index.ts';
import { streamAccessArchive } from '../../src/cli/access/access-archive.ts';
import { mirrorBy } from '../../src/cli/mirror/read-mirror.ts';
import type { ConsoleParts } from '../../src/console-api/index.ts';
import { loadPolicy } from '../../src/policy/index.ts';
import type { Tenancy } from '../../src/tenancy/index.ts';
import { testRetention } from './retention.ts';

/** What a console needs to show and end what is kept, by octroi's own policy. */
export function retainedOf(
  tenancy: Tenancy,
  tenantId: string,
): Pick<ConsoleParts, 'retention' | 'mirrorOn' | 'accessArchive' | 'fleet'> {
  const retention = testRetention(tenancy);
  const rules = { policy: loadPolicy([]), catalogue: openCatalogue(shippedData) };
  return {
    retention,
    fleet: { staleAfterHours: 72 },
    mirrorOn: (on) => mirrorBy(rules, { tenancy, tenant: { id: tenantId } }, on),
    accessArchive: (asked) => streamAccessArchive({ retention, tenancy, tenantId }, asked),
  };
}
