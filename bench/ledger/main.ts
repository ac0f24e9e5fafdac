// npm run bench:ledger [-- --seconds S --leaves N --tree-leaves N --part appends|growth|tree]: appends at 1, 64 and 512 writers
// on the embedded server (fsync on); a log of N leaves in it, the memory and the time of a proof; a tree of ten million
// leaves without it. Each part in a process of its own.
import { spawnSync } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { loadSettings, openInstallation } from '../../src/cli/wire.ts';
import { makeFolder } from '../../test/support/folder.ts';
import { printAppends } from './appends.ts';
import { printGrowth } from './growth.ts';
import { printTree } from './tree.ts';

const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '5' },
    leaves: { type: 'string', default: '1000000' },
    'tree-leaves': { type: 'string', default: '10000000' },
    part: { type: 'string' },
  },
});

if (values.part === undefined) {
  for (const part of ['appends', 'growth', 'tree']) {
    const args = [...process.execArgv, import.meta.filename, ...process.argv.slice(2), '--part', part];
    spawnSync(process.execPath, args, { stdio: 'inherit' });
  }
} else if (values.part === 'tree') printTree(Number(values['tree-leaves']));
else {
  const folder = await makeFolder();
  const settings = await loadSettings(undefined, { OCTROI_DATA: join(folder, 'data') });
  const installation = await openInstallation({ settings, mode: 'own' });
  const { tenancy, tenant } = installation;
  if (values.part === 'appends') await printAppends(tenancy, tenant.id, Number(values.seconds) * 1_000);
  else await printGrowth(tenancy, Number(values.leaves));
  await installation.close();
  await rm(folder, { recursive: true, force: true });
}
