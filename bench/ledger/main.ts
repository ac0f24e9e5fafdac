// npm run bench:ledger [-- --seconds S --leaves N --part appends|growth]: appends at 1, 64 and 512 writers on the embedded
// server (fsync on), then a log of N leaves, its memory and the time of a proof. Each part in a process of its own.
import { spawnSync } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { loadSettings, openInstallation } from '../../src/cli/wire.ts';
import { makeFolder } from '../../test/support/folder.ts';
import { printAppends } from './appends.ts';
import { printGrowth } from './growth.ts';

const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '5' },
    leaves: { type: 'string', default: '1000000' },
    part: { type: 'string' },
  },
});

if (values.part === undefined) {
  for (const part of ['appends', 'growth']) {
    const args = [...process.execArgv, import.meta.filename, ...process.argv.slice(2), '--part', part];
    spawnSync(process.execPath, args, { stdio: 'inherit' });
  }
} else {
  const folder = await makeFolder();
  const settings = await loadSettings(undefined, { OCTROI_DATA: join(folder, 'data') });
  const installation = await openInstallation({ settings, mode: 'own' });
  const { tenancy, tenant } = installation;
  if (values.part === 'appends') await printAppends(tenancy, tenant.id, Number(values.seconds) * 1_000);
  else await printGrowth(tenancy, Number(values.leaves));
  await installation.close();
  await rm(folder, { recursive: true, force: true });
}
