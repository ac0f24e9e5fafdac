import { execFile, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { buildEndpoint } from '../../scripts/build-endpoint.ts';
import { makeExecutable } from '../../scripts/make-executable.ts';
import type { Ran } from './cli.ts';
import { makeFolder } from './folder.ts';

const main = join(import.meta.dirname, '..', '..', 'src', 'cli', 'main.ts');

/** The oldest Node the one file must run on, by exact version; the newest of its line on 2026-11-25. */
const oldestNode = '22.23.3';

/** A form in which workstations have octroi: what is run, before the words. */
export type Form = { readonly name: string; readonly command: readonly string[] };

/** The source on this Node, the one file on this Node and on the oldest, and the executable. */
export async function workstationForms(): Promise<readonly Form[]> {
  const folder = await makeFolder();
  const file = await buildEndpoint(folder);
  const executable = join(folder, 'octroi-endpoint');
  await makeExecutable(file, executable);
  const oldest = await oldestNodeProgram();
  return [
    { name: 'source', command: [process.execPath, '--disable-warning=ExperimentalWarning', main] },
    { name: 'file', command: [process.execPath, file] },
    ...(oldest === undefined ? [] : [{ name: `file on Node ${oldestNode}`, command: [oldest, file] }]),
    { name: 'executable', command: [executable] },
  ];
}

/** Node of the oldest line from npm, in a cache folder outside the package; said aloud where this platform has none. */
async function oldestNodeProgram(): Promise<string | undefined> {
  const name = `node-${process.platform}-${process.arch}`;
  const cache = process.env['OCTROI_CLIENT_CACHE'] ?? join(homedir(), '.cache', 'octroi', 'clients');
  const folder = join(cache, `${name}-${oldestNode}`);
  const program = join(folder, 'node_modules', name, 'bin', 'node');
  if (existsSync(program)) return program;
  const draft = `${folder}.${process.pid}`;
  await mkdir(draft, { recursive: true });
  await writeFile(join(draft, 'package.json'), '{"private":true}');
  const words = ['install', `${name}@${oldestNode}`, '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  try {
    await promisify(execFile)('npm', words, { cwd: draft });
  } catch {
    process.stderr.write(`NOT TESTED on Node ${oldestNode}: ${name} cannot be had here\n`);
    await rm(draft, { recursive: true, force: true });
    return undefined;
  }
  await rename(draft, folder).catch(() => rm(draft, { recursive: true, force: true })); // Another test was first.
  return program;
}

export type RunOptions = { readonly input?: string; readonly language?: string };

/** Runs a form to its end, in an environment of its own. */
export async function runForm({ command }: Form, words: readonly string[], options: RunOptions = {}): Promise<Ran> {
  const [program = '', ...before] = command;
  const env = { PATH: process.env['PATH'] ?? '', HOME: '/nowhere', LANG: options.language ?? 'C' };
  const child = spawn(program, [...before, ...words], { env, stdio: 'pipe' });
  let out = '';
  let err = '';
  child.stdout.on('data', (chunk) => (out += chunk));
  child.stderr.on('data', (chunk) => (err += chunk));
  // One that refuses its call may end before it reads.
  child.stdin.on('error', () => {});
  child.stdin.end(options.input ?? '');
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  return { code, out, err };
}
