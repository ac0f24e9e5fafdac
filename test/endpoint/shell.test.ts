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
  'f() { shift 2; export X=$1; }; f a b 1', 'f() { shift 2; export X=$1; }; f a b ""', 'f() { shift 9; export X=$1; }; f a b', 'f() { n=1; shift $n; export X=$1; }; f "" 1',
  'cd ~/d; . ./a.sh', 'cd ~/d && . ./a.sh', 'cd d; cd ..; . ./d/a.sh', '(cd d); . ./a.sh 2>/dev/null', 'cd ~/d; cd; . ./d/a.sh',
  'cd d; [ -f a.sh ] && export X=1', 'cd d; while read -r l; do case $l in export*) eval "$l";; esac; done < a.sh',
];

test.each(scripts)('what bash makes of %j, the scan says', async (script) => {
  const text = `${script.replaceAll(/\bX\b(?!=1; X)/g, 'DISABLE_TELEMETRY')}\n`;
  await writeFile(join(home, '.bashrc'), text);
  const env = { HOME: home, USER: 'alice', PATH: '/usr/bin:/bin' };
  const real = spawnSync('bash', ['-ic', 'env -0'], { env, cwd: home, encoding: 'utf8', input: '' });
  const value = real.stdout.split('\0').find((entry) => entry.startsWith('DISABLE_TELEMETRY='));
  const isSet = value !== undefined && value !== 'DISABLE_TELEMETRY=';
  const { verdicts } = await look(root);
  expect(verdicts.find(({ control }) => control === 'telemetry')?.state).toBe(isSet ? 'met' : 'not_met');
});

const alone: readonly (readonly [string, string, string, string])[] = [
  ['bash', '.bashrc', "export X=1\nPROMPT_COMMAND='unset X'\n", 'not_met'],
  ['bash', '.bashrc', "export X=1\nPROMPT_COMMAND='history -a'\n", 'met'],
  ['bash', '.bashrc', "trap 'unset X' DEBUG\nexport X=1\n", 'not_met'],
  ['bash', '.bashrc', "trap 'unset X' EXIT\nexport X=1\n", 'met'],
  ['bash', '.bashrc', "trap 'unset X' DEBUG\ntrap - DEBUG\nexport X=1\n", 'met'],
  ['bash', '.bashrc', "export X=1\nalias claude='X= nohup claude'\n", 'not_met'],
  ['bash', '.bashrc', "export X=1\nalias claude='nice -n 5 env X= claude'\n", 'not_met'],
  ['bash', '.bashrc', "export X=1\nalias claude='timeout 5m env -u X claude'\n", 'not_met'],
  ['bash', '.bashrc', 'export X=1\nalias claude=\'env -S "-u X claude"\'\n', 'not_met'],
  ['bash', '.bashrc', "alias claude='nohup env X=1 claude'\n", 'met'],
  ['zsh', '.zshrc', 'precmd() { unset X }\nexport X=1\n', 'not_met'],
  ['zsh', '.zshrc', 'preexec() { print -n hello }\nexport X=1\n', 'met'],
];

test.each(alone)('%s with %s %j is %s', async (shell, file, script, state) => {
  const tree = await makeFolder();
  await mkdir(join(tree, 'etc'));
  await mkdir(join(tree, 'home/alice'), { recursive: true });
  await writeFile(join(tree, 'etc/passwd'), `alice:x:1000:1000::/home/alice:/bin/${shell}\n`);
  await writeFile(join(tree, 'home/alice', file), script.replaceAll(/\bX\b/g, 'DISABLE_TELEMETRY'));
  if (shell === 'bash') await writeFile(join(tree, 'home/alice/.bash_profile'), '. ~/.bashrc\n');
  const { verdicts } = await look(tree);
  expect(verdicts.find(({ control }) => control === 'telemetry')?.state).toBe(state);
});

test('zsh reads no file more once it is told so', async () => {
  const tree = await makeFolder();
  await mkdir(join(tree, 'etc'));
  await mkdir(join(tree, 'home/alice'), { recursive: true });
  await writeFile(join(tree, 'etc/passwd'), 'alice:x:1000:1000::/home/alice:/bin/zsh\n');
  const stateWith = async (zshenv: string) => {
    await writeFile(join(tree, 'home/alice/.zshenv'), zshenv);
    await writeFile(join(tree, 'home/alice/.zshrc'), 'export DISABLE_TELEMETRY=1\n');
    return (await look(tree)).verdicts.find(({ control }) => control === 'telemetry')?.state;
  };
  expect(await stateWith('')).toBe('met');
  for (const off of ['setopt no_rcs\n', 'setopt NORCS\n', 'unsetopt rcs\n', 'set -o norcs\n'])
    expect([off, await stateWith(off)]).toEqual([off, 'not_met']);
  for (const on of ['setopt no_rcs\nsetopt rcs\n', 'setopt no_global_rcs\n']) expect(await stateWith(on)).toBe('met');
});
