#!/usr/bin/env node
// The command `octroi`: lays the ground, then runs the program on Node 24 with the same arguments.
import { join } from 'node:path';
import { become, ensureConsole, ensurePackages, ensureNode, GroundFault, nodeFlags, root } from './ground.mjs';

const servesConsole = ['up', 'demo', undefined].includes(process.argv[2]);

try {
  const node = await ensureNode();
  await ensurePackages(node);
  if (servesConsole) await ensureConsole(node);
  become(node, [...nodeFlags, join(root, 'src', 'cli', 'main.ts'), ...process.argv.slice(2)]);
} catch (fault) {
  if (!(fault instanceof GroundFault)) throw fault;
  process.stderr.write(`${fault.message}\n`);
  process.exit(3);
}
