import { tenantFingerprintKey } from '../../tenancy/index.ts';
import { listen } from '../listen.ts';
import type { RulesInForce } from '../policy/rules-in-force.ts';
import { lifetimesOf } from '../retention/open-retention.ts';
import type { Installation } from '../wire.ts';
import type { Importing } from './import-log.ts';
import { receiveSyslog } from './receive-syslog.ts';
import type { LogsEvent } from './tell-import.ts';
import { LogFolder } from './watch-logs.ts';

type Reading = { readonly installation: Installation; readonly tell: (event: LogsEvent) => void };

/** Reads logs of other programs where the settings want it: a folder, and what comes by syslog. @throws cli_port_taken */
export async function runLogReading(
  { installation, tell }: Reading,
  inForce: Pick<RulesInForce, 'rules'>,
): Promise<readonly (() => Promise<unknown>)[]> {
  const { tenancy, tenant, settings } = installation;
  const { logFolder: folder, logEveryMs: everyMs, syslogHost: host, syslogPort: port } = settings.egress;
  if (folder === '' && port === 0) return [];
  const key = await tenantFingerprintKey(tenancy, tenant.id);
  const importing = (): Importing => ({ tenancy, tenantId: tenant.id, catalogue: inForce.rules.catalogue, key });
  const lineDays = (): number => lifetimesOf(inForce.rules.policy.configuration).classes.flow;
  const closers: (() => Promise<unknown>)[] = [];
  if (folder !== '') {
    const watched = new LogFolder({ importing, folder, everyMs, lineDays, tell });
    watched.start();
    closers.push(() => watched.close());
  }
  if (port !== 0) {
    const listener = await listen({ host, port }, () => receiveSyslog({ importing, host, port, tell }));
    closers.push(() => listener.close());
  }
  return closers;
}
