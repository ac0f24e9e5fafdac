import { existsSync } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { makeFolder } from '../support/folder.ts';
import { writeRandomTree } from '../support/random-tree.ts';
import { look } from '../support/workstation.ts';

// The long form is `npm run fuzz:endpoint`: 5,000 trees.
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
