// The forward proxy as `octroi up` runs it: policy, catalogue, flows on record in the embedded database. Prints its address.
import { join } from 'node:path';
import { runEgress } from '../../../src/cli/egress/run-egress.ts';
import { RulesInForce } from '../../../src/cli/policy/rules-in-force.ts';
import { loadSettings, openInstallation } from '../../../src/cli/wire.ts';
import { timeOrderedId } from '../../../src/base/index.ts';
import { openLedger } from '../../../src/ledger/index.ts';
import { Directory } from '../../../src/tenancy/index.ts';
import { makeFolder } from '../../../test/support/folder.ts';

const [originPort = ''] = process.argv.slice(2);
const settings = await loadSettings(undefined, {
  OCTROI_DATA: join(await makeFolder(), 'data'),
  OCTROI_EGRESS_MODE: 'enforce',
  OCTROI_EGRESS_PORT: '0',
  OCTROI_EGRESS_PORTS: originPort,
  OCTROI_EGRESS_OTHER_HOSTS: 'pass',
  OCTROI_EGRESS_REACHABLE: '127.0.0.1',
});
const installation = await openInstallation({ settings, mode: 'own' });
const ledger = openLedger({ ...installation.tenancy, gatewayId: timeOrderedId(), waitMs: 5_000 });
const inForce = await RulesInForce.open(settings, { onChange: async () => {}, onFault: () => {} }, {});
const directory = new Directory(installation.tenancy, async () => ({}));
const proxy = await runEgress({
  installation,
  directory,
  ledger,
  inForce,
  gatewayUrl: 'http://127.0.0.1:8040',
  tell: () => {},
  resolve: async () => ['127.0.0.1'],
});
process.stdout.write(`${new URL(proxy?.url ?? '').port}\n`);
process.once('SIGTERM', async () => {
  await proxy?.stop(0);
  await ledger.close();
  inForce.close();
  await installation.close();
  process.exit(0);
});
