import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { OctroiError } from '../src/base/index.ts';
import { scanEndpoint, viewOf } from '../src/endpoint/index.ts';
import { writeRandomTree } from '../test/support/random-tree.ts';

// node scripts/fuzz-endpoint.ts [TREES] [FIRST_SEED]: no crash, no hang, nothing executed, nothing read from outside.
const [trees = 5000, first = 1] = process.argv.slice(2).map(Number);
const slowMs = 10_000;
const folder = await mkdtemp(join(tmpdir(), 'octroi-fuzz-'));
const mark = join(folder, 'mark');
process.env['MARK'] = mark;
let slowest = { seed: 0, ms: 0 };
for (let seed = first; seed < first + trees; seed += 1) {
  const root = join(folder, String(seed));
  await writeRandomTree(root, seed);
  const startedAt = performance.now();
  const said = await outcomeOf(root);
  const ms = performance.now() - startedAt;
  if (ms > slowest.ms) slowest = { seed, ms };
  const isSound = ms < slowMs && !existsSync(mark) && !said.includes('daemon:');
  if (!isSound) throw new Error(`seed ${seed}: ${Math.round(ms)} ms`);
  await rm(root, { recursive: true, force: true });
}
await rm(folder, { recursive: true, force: true });
console.log(JSON.stringify({ trees, slowestSeed: slowest.seed, slowestMs: Math.round(slowest.ms) }));

// A tree in which nobody is left is refused, which is an answer too.
async function outcomeOf(root: string): Promise<string> {
  try {
    return JSON.stringify(viewOf(await scanEndpoint({ root, now: new Date() }), 'en'));
  } catch (thrown) {
    if (thrown instanceof OctroiError) return thrown.code;
    throw thrown;
  }
}
