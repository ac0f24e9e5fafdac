// `npm start`, `npm test` and the other scripts of package.json come through here, so that a fresh clone on any
// Node ≥ 18 installs and builds what is missing first.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import {
  become,
  ensureConsole,
  ensurePackages,
  ensureNode,
  GroundFault,
  nodeFlags,
  root,
  say,
  step,
} from './ground.mjs';

const [task, ...rest] = process.argv.slice(2);
const bin = (name) => join(root, 'node_modules', name);
const vitest = [bin('vitest/vitest.mjs'), 'run'];

const tasks = {
  start: { needsConsole: true, args: [...nodeFlags, join(root, 'src/cli/main.ts'), 'up'] },
  test: { needsConsole: true, before: check, args: [...vitest, '--project', 'unit'] },
  'test:client': { needsConsole: true, args: [...vitest, '--project', 'client'] },
  'test:browser': { needsConsole: true, args: [...vitest, '--project', 'browser'] },
  screenshots: { needsConsole: true, args: [...vitest, '--project', 'screenshots'] },
  'bench:gateway': { args: [...nodeFlags, join(root, 'bench/gateway/main.ts')] },
  'bench:ledger': { args: [...nodeFlags, join(root, 'bench/ledger/main.ts')] },
  'faults:ledger': { args: [...nodeFlags, join(root, 'bench/ledger/faults/main.ts')] },
  'build:verifier': { args: [...nodeFlags, join(root, 'scripts/build-verifier.ts')] },
  'build:endpoint': { args: [...nodeFlags, join(root, 'scripts/build-endpoint.ts')] },
  'bench:hook': { args: [...nodeFlags, join(root, 'bench/hook/main.ts')] },
  'bench:endpoint': { args: [...nodeFlags, join(root, 'bench/endpoint/main.ts')] },
  'bench:egress': { args: [...nodeFlags, join(root, 'bench/egress/main.ts')] },
  'bench:evaluation': { args: [...nodeFlags, join(root, 'bench/evaluation/main.ts')] },
  'bench:imports': { args: [...nodeFlags, join(root, 'bench/imports/main.ts')] },
  'bench:provenance': { args: [...nodeFlags, join(root, 'bench/provenance/main.ts')] },
  reference: { args: [...nodeFlags, join(root, 'scripts/write-reference.ts')] },
  'bench:policy': { args: [...nodeFlags, join(root, 'bench/policy/main.ts')] },
  'bench:detection': { args: [...nodeFlags, join(root, 'bench/detection/main.ts')] },
};

// What reads the code without running it. Each must look at more than nothing, or it would pass on an empty tree.
async function check(node) {
  const checks = [
    [say('Checking the format', 'Vérification du format'), [bin('@biomejs/biome/bin/biome'), 'format']],
    [say('Checking the style', 'Vérification du style'), [bin('oxlint/bin/oxlint')]],
    [say('Checking the types', 'Vérification des types'), [bin('typescript/bin/tsc'), '--noEmit', '-p', '.']],
    [
      say('Checking the console’s types', 'Vérification des types de la console'),
      [bin('typescript/bin/tsc'), '--noEmit', '-p', 'src/console'],
    ],
    [say('Looking for dead code', 'Recherche de code mort'), [bin('knip/bin/knip.js')]],
  ];
  for (const [doing, command] of checks) {
    await step({
      doing,
      command: [node, ...command],
      failed: say(
        'This check has found what the lines above say.',
        'Ce contrôle a trouvé ce que disent les lignes ci-dessus.',
      ),
    });
  }
}

try {
  const wanted = tasks[task];
  if (!wanted) throw new GroundFault(`launch: ${Object.keys(tasks).join(', ')}`);
  if (!existsSync(join(root, 'package-lock.json')))
    throw new GroundFault(
      say(
        'package-lock.json is missing: clone the repository again.',
        'package-lock.json manque : clonez à nouveau le dépôt.',
      ),
    );
  const node = await ensureNode();
  await ensurePackages(node);
  if (wanted.needsConsole) await ensureConsole(node);
  await wanted.before?.(node);
  become(node, [...wanted.args, ...rest]);
} catch (fault) {
  if (!(fault instanceof GroundFault)) throw fault;
  process.stderr.write(`${fault.message}\n`);
  process.exit(1);
}
