import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { shippedData, openCatalogue } from '../../src/catalogue/index.ts';
import { streamAccessArchive } from '../../src/cli/access/access-archive.ts';
import { consoleEgress } from '../../src/cli/egress/console-egress.ts';
import { packDesk } from '../../src/cli/evidence/pack-desk.ts';
import { mirrorBy } from '../../src/cli/mirror/read-mirror.ts';
import { meansOf } from '../../src/cli/notices/notice-material.ts';
import { termsOf } from '../../src/cli/policy/catalogue-terms.ts';
import { readSettings } from '../../src/cli/settings/read-settings.ts';
import type { ConsoleParts } from '../../src/console-api/index.ts';
import { loadPolicy } from '../../src/policy/index.ts';
import type { Tenancy } from '../../src/tenancy/index.ts';
import { testRetention } from './retention.ts';

const gatewayUrl = 'http://127.0.0.1:8040';

/** What a console needs beside what it asks itself, by octroi's own policy and settings; the proxy only watches. */
export function retainedOf(
  tenancy: Tenancy,
  tenantId: string,
): Pick<ConsoleParts, 'retention' | 'mirrorOn' | 'accessArchive' | 'fleet' | 'egress' | 'packs' | 'means'> {
  const retention = testRetention(tenancy);
  const catalogue = openCatalogue(shippedData);
  const rules = { policy: loadPolicy([]), catalogue, terms: termsOf(catalogue) };
  const settings = readSettings({ file: undefined, environment: { OCTROI_EGRESS_MODE: 'observe' } });
  return {
    retention,
    packs: packDesk(
      {
        tenancy,
        tenant: { id: tenantId, name: 'tenant', isDemo: false },
        store: tenancy.store,
        settings: { ...settings, data: mkdtempSync(join(tmpdir(), 'octroi-packs-')) },
        close: async () => {},
      },
      { rules } as unknown as Parameters<typeof packDesk>[1],
    ),
    means: meansOf(settings),
    fleet: { staleAfterHours: 72 },
    egress: {
      ...consoleEgress({ settings, inForce: { rules }, gatewayUrl, url: 'http://127.0.0.1:8042' }),
      gateways: new Set(),
    },
    mirrorOn: (on) => mirrorBy(rules, { tenancy, tenant: { id: tenantId } }, on),
    accessArchive: (asked) => streamAccessArchive({ retention, tenancy, tenantId }, asked),
  };
}
