// octroi with everything on: keys, declaration, a durable ledger in the embedded PostgreSQL. argv: upstream, data folder.
import { runPost } from '../../../src/cli/run-post.ts';
import { loadSettings, openInstallation } from '../../../src/cli/wire.ts';
import { addContract, createKey } from '../../../src/tenancy/index.ts';

const [upstreamUrl = '', data = ''] = process.argv.slice(2);
const settings = await loadSettings(undefined, {
  OCTROI_DATA: data,
  OCTROI_GATEWAY_PORT: '0',
  OCTROI_CONSOLE_PORT: '0',
});
const installation = await openInstallation({ settings, mode: 'own' });
const { tenancy, tenant } = installation;
const tenantId = tenant.id;
const contract = {
  name: 'bench',
  plan: 'api',
  upstreamUrl,
  organizationId: 'org-bench',
  credential: 'bench-credential',
};
await addContract(tenancy, { tenantId, ...contract, actor: 'command_line' });
const made = await createKey(tenancy, {
  tenantId,
  personName: 'Bench',
  workspaceName: 'bench',
  language: 'en',
  validDays: 1,
  actor: 'command_line',
});
const post = await runPost({
  installation,
  version: 'bench',
  tell: (event) => process.stderr.write(`${JSON.stringify(event)}\n`),
});
process.send?.({ port: Number(new URL(post.gatewayUrl).port), key: made.key });
process.once('SIGTERM', () => void post.stop().then(() => process.exit(0)));
