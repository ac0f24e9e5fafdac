import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { makeFolder } from '../support/folder.ts';
import { look } from '../support/workstation.ts';

test('a mark taken away does not come back with the next assignment', async () => {
  const root = await makeFolder();
  await mkdir(join(root, 'home/alice'), { recursive: true });
  const lines = [
    'export DISABLE_TELEMETRY',
    'export DISABLE_TELEMETRY=""',
    'export -n DISABLE_TELEMETRY',
    'DISABLE_TELEMETRY=1',
  ];
  await writeFile(join(root, 'home/alice/.bashrc'), `${lines.join('\n')}\n`);
  const { verdicts, variables } = await look(root);
  expect(verdicts.find(({ control }) => control === 'telemetry')).toMatchObject({
    state: 'not_met',
    reason: 'not_exported',
    line: 4,
  });
  expect(
    variables.find(({ variable, session }) => variable === 'DISABLE_TELEMETRY' && session === 'terminal'),
  ).toMatchObject({
    state: 'unset',
    overrides: [{ line: 3 }, { line: 2 }],
  });
});
