import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { scanEndpoint } from '../../src/endpoint/index.ts';

/*
 * How long a scan of many homes takes: `npm run bench:endpoint`. Each home has the start-up files and
 * settings that a distribution and a client leave there.
 */
const rounds = 7;
const homes = 200;

function layOut(): string {
  const root = mkdtempSync(join(tmpdir(), 'octroi-bench-endpoint-'));
  mkdirSync(join(root, 'etc'));
  const people = Array.from({ length: homes }, (_, index) => `user${index}`);
  const accounts = people.map((name, index) => `${name}:x:${1000 + index}:${1000 + index}::/home/${name}:/bin/bash`);
  writeFileSync(join(root, 'etc', 'passwd'), `${accounts.join('\n')}\n`);
  writeFileSync(join(root, 'etc', 'environment'), 'DISABLE_TELEMETRY=1\n');
  for (const name of people) {
    const home = join(root, 'home', name);
    mkdirSync(join(home, '.claude'), { recursive: true });
    writeFileSync(join(home, '.bashrc'), startup);
    writeFileSync(join(home, '.profile'), '[ -f ~/.bashrc ] && . ~/.bashrc\nexport DISABLE_ERROR_REPORTING=1\n');
    writeFileSync(join(home, '.claude', 'settings.json'), '{"env": {"DISABLE_TELEMETRY": "1"}}');
    writeFileSync(join(home, '.claude.json'), JSON.stringify({ userID: 'a'.repeat(64), projects: {} }));
  }
  return root;
}

// As distributions ship it: aliases, functions, conditionals.
const startup = `case $- in *i*) ;; *) return;; esac
HISTCONTROL=ignoreboth
shopt -s histappend
if [ -x /usr/bin/dircolors ]; then
  alias ls='ls --color=auto'
fi
parse() { local x="$1"; echo "\${x%%/*}"; }
for each in a b c; do export "LAST=$each"; done
export EDITOR=vim PATH="$HOME/bin:$PATH"
`;

async function measure(root: string): Promise<{ wall: number; cpu: number; verdicts: number }> {
  const cpu = process.cpuUsage();
  const began = performance.now();
  const { verdicts } = await scanEndpoint({ root, now: new Date() });
  const { user, system } = process.cpuUsage(cpu);
  return { wall: performance.now() - began, cpu: (user + system) / 1_000, verdicts: verdicts.length };
}

const middle = (values: readonly number[]): number =>
  values.toSorted((one, other) => one - other)[values.length >> 1] ?? 0;

const root = layOut();
try {
  const runs = [];
  for (let round = 0; round < rounds; round += 1) runs.push(await measure(root));
  const [first] = runs;
  process.stdout.write(
    `${homes} homes, ${first?.verdicts} verdicts\n` +
      `first: ${first?.wall.toFixed(0)} ms wall, ${first?.cpu.toFixed(0)} ms CPU\n` +
      `middle of ${rounds}: ${middle(runs.map(({ wall }) => wall)).toFixed(0)} ms wall, ${middle(runs.map(({ cpu }) => cpu)).toFixed(0)} ms CPU\n`,
  );
} finally {
  rmSync(root, { recursive: true, force: true });
}
