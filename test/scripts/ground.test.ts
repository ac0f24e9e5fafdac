import { spawn } from 'node:child_process';
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { makeFolder } from '../support/folder.ts';

let folder: string;

beforeEach(async () => {
  folder = await makeFolder();
  await mkdir(join(folder, 'scripts'));
  await mkdir(join(folder, 'node_modules'));
  await cp(join(import.meta.dirname, '..', '..', 'scripts', 'ground.mjs'), join(folder, 'scripts', 'ground.mjs'));
  await writeFile(join(folder, 'package-lock.json'), '{}');
  // Stands in for npm: it is what a second one at the same time would disturb.
  const begins = `appendFileSync('log', 'begin ');`;
  const ends = `setTimeout(() => appendFileSync('log', 'end '), 400);`;
  await writeFile(join(folder, 'npm.js'), `const { appendFileSync } = require('node:fs');\n${begins}\n${ends}\n`);
  await writeFile(
    join(folder, 'install.mjs'),
    `import { ensurePackages } from './scripts/ground.mjs';\nawait ensurePackages(process.execPath);\n`,
  );
});
afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

function install(): Promise<number | null> {
  const env = { ...process.env, npm_execpath: join(folder, 'npm.js') };
  const child = spawn(process.execPath, [join(folder, 'install.mjs')], { cwd: folder, env, stdio: 'ignore' });
  return new Promise((resolve) => child.on('exit', resolve));
}

const installed = () => readFile(join(folder, 'log'), 'utf8');

test('of commands at the same time on a fresh clone one installs, and the others wait for it', async () => {
  expect(await Promise.all([install(), install(), install()])).toEqual([0, 0, 0]);
  expect(await installed()).toBe('begin end ');
});

test('a lock whose holder is gone is taken over', async () => {
  await mkdir(join(folder, '.octroi-installing'));
  await writeFile(join(folder, '.octroi-installing', 'process'), '999999999');
  expect(await install()).toBe(0);
  expect(await installed()).toBe('begin end ');
});
