import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { spawnSync } from 'node:child_process';
import { beforeAll, expect, test } from 'vitest';
import { makeFolder } from '../support/folder.ts';
import { look } from '../support/workstation.ts';

let home: string;
let root: string;

beforeAll(async () => {
  root = await makeFolder();
  home = join(root, 'home', 'alice');
  await mkdir(join(home, 'd'), { recursive: true });
  await writeFile(join(root, 'home', '.keep'), '');
  await writeFile(join(home, '.env'), '# ours\nDISABLE_TELEMETRY=1\n');
  await writeFile(join(home, 'd', 'a.sh'), 'export DISABLE_TELEMETRY=1\nreturn\nunset DISABLE_TELEMETRY\n');
});

// What is left to programs, terminals and the network is not here: there the answer is unknown, on purpose.
// biome-ignore format: a table
const scripts = [
  'export X=1', 'X=1', 'X=1; export X', 'export X; X=1', 'export X=1; unset X', 'export X=', 'export X=1; export -n X',
  '(export X=1)', 'export X=1 | cat', 'export X=1 & wait', 'X=1 true', 'echo "export X=1"', 'cat <<E >/dev/null\nexport X=1\nE',
  'f() { export X=1; }', 'f() { export X=1; }; f', 'f() { local X=1; export X; }; f', 'f() { declare -x X=1; }; f', 'f() { declare -gx X=1; }; f',
  'f() { export "$1=$2"; }; f X 3', 'set -a; . ~/.env; set +a', '. ~/.env', 'export $(cat ~/.env | xargs)', 'export $(grep -v "^#" ~/.env | xargs)',
  'for f in ~/d/*.sh; do . "$f"; done', 'declare -x X=1', 'readonly X=1; export X; unset X 2>/dev/null', 'export X="a$(date)"', 'true && export X=1',
  'false || export X=1', 'false && export X=1', 'eval "export X=1"', 'export X=1\r', 'export X\r', '\uFEFFexport X=1', '\uFEFF# c\nexport X=1',
  'export X=1\nif true; then\r\nexport X=\r\nfi\r', 'export X=1\nfoo "unclosed\nexport X=', 'while true; do export X=1; break; done', 'export X=${Y:-1}',
  'export X=${Y:+1}', 'Y=1; export X=${Y:+1}', 'alias X=1', 'export \\\n X=1', 'if [[ $- == *i* ]]; then export X=1; fi', '[[ $- != *i* ]] && return; export X=1',
  'command export X=1', 'builtin export X=1', '[ "$USER" = alice ] && export X=1', '{ export X=1; }', 'time export X=1', '! export X=1', 'export X+=1',
 'until true; do export X=1; done', 'function g { export X=1; }; g',
  ': "${X:=1}"; export X', 'if [ -z "${X+x}" ]; then export X=1; fi', 'return 2>/dev/null; export X=1', 'case "$USER" in a*) export X=1;; esac',
  'while read -r line; do export "$line"; done < ~/.env', 'while IFS== read -r k v; do export "$k"="$v"; done < ~/.env',
  'while IFS="=" read -r k v; do [[ $k == \\#* ]] && continue; export "$k=$v"; done < ~/.env', 'while read -r line || [ -n "$line" ]; do export "$line"; done < ~/.env',
  'while read -r l; do export "$l"; done < ~/absent', 'export X=1 < ~/absent', 'export X=1 > /dev/null', 'while read -r l; do break; done < ~/.env; export X=1',
  'export -p X=1', 'export X=1\nfi\nexport X=', 'done\nexport X=1', 'local X=1; export X', 'case x in x) export X=1;& y) unset X;; esac',
  'export X = 1', 'EXPORT X=1', 'set X=1', 'export X-Y=1', 'f() ( export X=1 ); f', 'export X=1; readonly X; X=2', 'v="X=1"; export $v',
  'e=export; $e X=1', 'export X="$(cat /nope 2>/dev/null)"', 'for ((i=0;i<1;i++)); do export X=1; done; export X=1', 'false; [ $? -eq 1 ] || export X=1; export X=1',
  'case x in x) ;;& x) export X=1;; esac', 'if true; then\n# nothing\nfi\nexport X=1', 'export X=1; { unset X; }', '[ -f ~/.env -a -d ~/d ] && export X=1',
];

test.each(scripts)('what bash makes of %j, the scan says', async (script) => {
  const text = `${script.replaceAll(/\bX\b(?!=1; X)/g, 'DISABLE_TELEMETRY')}\n`;
  await writeFile(join(home, '.bashrc'), text);
  const env = { HOME: home, USER: 'alice', PATH: '/usr/bin:/bin' };
  const real = spawnSync('bash', ['-ic', 'env -0'], { env, encoding: 'utf8', input: '' });
  const value = real.stdout.split('\0').find((entry) => entry.startsWith('DISABLE_TELEMETRY='));
  const isSet = value !== undefined && value !== 'DISABLE_TELEMETRY=';
  const { verdicts } = await look(root);
  expect(verdicts.find(({ control }) => control === 'telemetry')?.state).toBe(isSet ? 'met' : 'not_met');
});
