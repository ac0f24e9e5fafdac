import { existsSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { makeFolder } from '../support/folder.ts';
import { writeRandomTree } from '../support/random-tree.ts';
import { look } from '../support/workstation.ts';

// The long form is `node scripts/fuzz-endpoint.ts`: 5,000 trees.
test('senseless trees end in verdicts, run nothing and say nothing of what lies outside', async () => {
  const mark = join(await makeFolder(), 'mark');
  process.env['MARK'] = mark;
  for (let seed = 1; seed <= 60; seed += 1) {
    const root = await makeFolder();
    await writeRandomTree(root, seed);
    // Somebody is there whatever the scraps made of the accounts.
    await mkdir(join(root, 'home/eve'), { recursive: true });
    await mkdir(join(root, 'Users/eve'), { recursive: true });
    const view = await look(root);
    for (const { state } of view.verdicts) expect(['met', 'not_met', 'unknown']).toContain(state);
    expect(JSON.stringify(view)).not.toContain('daemon:');
    await rm(root, { recursive: true, force: true });
  }
  expect(existsSync(mark)).toBe(false);
}, 120_000);

const deep = 20_000;

// Each was slow, endless or too deep for the stack in some parser.
test.each([
  ['brackets', '('.repeat(deep)],
  ['substitutions', `X=${'$('.repeat(deep)}${')'.repeat(deep)}`],
  ['parameters', `X=${'${a:-'.repeat(deep)}${'}'.repeat(deep)}`],
  ['negations', `[ ${'! '.repeat(deep)} x ]`],
  ['braces', `export ${'{a,b}'.repeat(300)}`],
  ['stars', `X=${'a'.repeat(4_000)}; Y=\${X#${'*a'.repeat(200)}b}`],
  ['itself', 'f() { f; f; }\nf\n. ~/.bashrc\n. ~/.zshrc\nsource ~/.cshrc\n'],
  ['pipes', `${'a | '.repeat(deep)}b`],
  ['no text', Array.from({ length: 100_000 }, (_, at) => String.fromCharCode(33 + ((at * 7_919) % 200))).join('')],
])('text of endless %s ends in verdicts', async (_, text) => {
  const root = await makeFolder();
  const shells = { ann: 'bash', ben: 'zsh', cas: 'fish', dan: 'tcsh' };
  await mkdir(join(root, 'etc'), { recursive: true });
  const accounts = Object.entries(shells).map(
    ([name, shell], at) => `${name}:x:${1000 + at}:1::/home/${name}:/bin/${shell}\n`,
  );
  await writeFile(join(root, 'etc/passwd'), accounts.join(''));
  const files = { ann: '.bashrc', ben: '.zshrc', cas: '.config/fish/config.fish', dan: '.cshrc' };
  for (const [name, file] of Object.entries(files)) {
    await mkdir(join(root, 'home', name, '.config/fish'), { recursive: true });
    await writeFile(join(root, 'home', name, file), text);
  }
  const { verdicts, persons } = await look(root);
  expect(persons).toHaveLength(4);
  for (const verdict of verdicts.filter(({ control }) => control === 'telemetry'))
    expect(verdict.state).not.toBe('met');
  await rm(root, { recursive: true, force: true });
});
