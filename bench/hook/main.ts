// What a hook on a workstation costs from a cold start, beside Node doing nothing. `npm run bench:hook`
import { spawnSync } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildEndpoint } from '../../scripts/build-endpoint.ts';
import { makeExecutable } from '../../scripts/make-executable.ts';
import { pinnedKeyText } from '../../src/base/signed-envelope.ts';
import { openCatalogue, shippedData } from '../../src/catalogue/index.ts';
import { loadPolicy, makeBundle, planFactsOf, signBundle } from '../../src/policy/index.ts';

const rounds = 25;

const asked = JSON.stringify({
  session_id: 's',
  cwd: '/work/app',
  hook_event_name: 'PreToolUse',
  tool_name: 'Bash',
  tool_input: { command: 'git status && npm test -- --run src/app.test.ts', description: 'Run the tests' },
});

async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'octroi-bench-hook-'));
  try {
    writeBundle(folder);
    const file = await buildEndpoint(folder);
    const executable = join(folder, 'octroi-endpoint');
    await makeExecutable(file, executable);
    const hook = ['hook', '--state', folder];
    const runs = {
      'node -e 0': [process.execPath, '-e', '0'],
      'one file': [process.execPath, file, ...hook],
      executable: [executable, ...hook],
    };
    console.table(measure(runs));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function writeBundle(folder: string): void {
  const at = new Date();
  const catalogue = openCatalogue(shippedData);
  const { privateKey } = generateKeyPairSync('ed25519');
  const bundle = makeBundle({
    days: 1,
    requirements: { maxCleanupDays: 30, protectedPaths: [] },
    inputFor: ({ plan }) => ({
      policy: loadPolicy([]),
      catalogue,
      at: at.toISOString(),
      plan: planFactsOf(catalogue.plan(plan.split('/')[0] ?? '', plan.split('/')[1] ?? '', at)),
      contract: '',
      workspace: 'default',
      route: { kind: 'gateway', url: 'https://octroi.internal' },
      say: (key) => key,
    }),
  });
  writeFileSync(join(folder, 'bundle.json'), signBundle(bundle, privateKey));
  writeFileSync(join(folder, 'trust.json'), JSON.stringify({ keys: [pinnedKeyText(privateKey)] }));
}

// Turn by turn, so that what else the machine does falls on all alike. Processor time tells what a start costs by itself.
function measure(runs: Readonly<Record<string, readonly string[]>>) {
  const taken = new Map(Object.keys(runs).map((name) => [name, { wall: [] as number[], cpu: [] as number[] }]));
  for (let round = 0; round < rounds; round += 1)
    for (const [name, command] of Object.entries(runs)) {
      const { stderr, stdout, status } = spawnSync(
        'bash',
        ['--norc', '-c', 'TIMEFORMAT="%R %U %S"; time "$@" <<< "$ASKED"', 'time', ...command],
        { env: { PATH: process.env['PATH'], ASKED: asked }, encoding: 'utf8' },
      );
      if (status !== 0 || (name !== 'node -e 0' && stdout.trim() !== '{}')) throw new Error(`${name}: ${stderr}`);
      const [wall = 0, user = 0, system = 0] = stderr
        .trim()
        .split(/\s+/)
        .map((text) => Number(text) * 1_000);
      taken.get(name)?.wall.push(wall);
      taken.get(name)?.cpu.push(user + system);
    }
  const bare = quantile(taken.get('node -e 0')?.cpu ?? [], 0.5);
  return [...taken].map(([name, { wall, cpu }]) => ({
    name,
    'least ms': Math.min(...wall),
    'median ms': quantile(wall, 0.5),
    'median processor ms': quantile(cpu, 0.5),
    '× bare': Number((quantile(cpu, 0.5) / bare).toFixed(2)),
  }));
}

function quantile(values: readonly number[], share: number): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length * share)] ?? 0;
}

await main();
