// npm run faults:ledger [-- --rounds N --writers W]: octroi and PostgreSQL killed under load, and what is left afterwards.
import { randomInt } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { makeFolder } from '../../../test/support/folder.ts';
import { checkOutcome } from './check-outcome.ts';
import { type Fault, faults, runRounds } from './run-rounds.ts';

const { values } = parseArgs({
  options: { rounds: { type: 'string', default: '200' }, writers: { type: 'string', default: '16' } },
});

const folder = await makeFolder();
const data = join(folder, 'data');
// Killing comes most often; the others every fifth round each.
const plan = Array.from({ length: Number(values.rounds) }, (): Fault => {
  const at = randomInt(10);
  return faults[at < 4 ? 0 : at < 7 ? 1 : at - 5] ?? 'octroi killed';
});
const startedAt = performance.now();
const outcome = await runRounds({
  data,
  writers: Number(values.writers),
  plan,
  progress: (round, written) => {
    if (round % 10 === 0) process.stderr.write(`faults: round ${round} of ${plan.length}, ${written} written\n`);
  },
});
const checked = await checkOutcome(data, outcome);
const counts = [...outcome.counts].map(([fault, count]) => `${count} × ${fault}`).join(', ');
process.stdout.write(
  `${plan.length} rounds in ${Math.round((performance.now() - startedAt) / 1_000)} s: ${counts}.\n` +
    `${checked.written} records were answered for; each is in the log once, in its writer’s order. The log holds ${checked.logged}, ` +
    `all of them provable, and has grown from each of the ${checked.heads} heads that were seen.\n`,
);
await rm(folder, { recursive: true, force: true });
