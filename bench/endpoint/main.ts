// npm run bench:endpoint: what a scan of 200 homes takes, the program's start and its output included: as `octroi`, and as the
// workstation's one file where it is built (npm run build:endpoint). In turns, so that what else the machine does falls on both.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeHomes } from './homes.ts';

const rounds = 7;
const homes = 200;
const repository = join(import.meta.dirname, '..', '..');
const oneFile = join(repository, 'dist', 'endpoint', 'octroi-endpoint.cjs');
const programs = {
  octroi: join(repository, 'scripts', 'octroi.mjs'),
  ...(existsSync(oneFile) ? { 'one file': oneFile } : {}),
};

const middle = (values: readonly number[]): number =>
  values.toSorted((one, other) => one - other)[values.length >> 1] ?? 0;

function wallOf(program: string, root: string): number {
  const began = performance.now();
  const { status, stdout } = spawnSync(process.execPath, [program, 'endpoint', 'scan', '--root', root, '--json'], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  const wall = performance.now() - began;
  const people = new Set(JSON.parse(stdout).persons).size;
  if (status !== 1 || people !== homes) throw new Error(`${program}: ${people} people, exit code ${status}`);
  return wall;
}

const root = mkdtempSync(join(tmpdir(), 'octroi-bench-endpoint-'));
try {
  writeHomes(root, homes);
  const taken = new Map(Object.keys(programs).map((name) => [name, [] as number[]]));
  for (let round = 0; round < rounds; round += 1)
    for (const [name, program] of Object.entries(programs)) taken.get(name)?.push(wallOf(program, root));
  for (const [name, walls] of taken)
    process.stdout.write(
      `${name}: ${homes} homes in ${middle(walls).toFixed(0)} ms (least ${Math.min(...walls).toFixed(0)})\n`,
    );
} finally {
  rmSync(root, { recursive: true, force: true });
}
