import { chmod, cp, lstat, mkdir, readdir, readFile, realpath } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { scan as findIn, buildRuleset } from '../../src/detection/index.ts';
import { type ScanView, scanEndpoint, type VerdictView, viewOf } from '../../src/endpoint/index.ts';
import { makeFolder } from './folder.ts';

const corpus = join(import.meta.dirname, '..', 'workstations');

/** What a case of the corpus expects: a part of each verdict named. */
export type Expected = {
  readonly why: string;
  /** Permission bits of files, which git does not keep. */
  readonly modes?: Readonly<Record<string, string>>;
  /** Folders that git would not keep, or not take. */
  readonly folders?: readonly string[];
  readonly verdicts: readonly (Pick<VerdictView, 'person' | 'control' | 'state'> & Partial<VerdictView>)[];
};

export async function workstationCases(): Promise<readonly string[]> {
  return (await readdir(corpus)).toSorted();
}

/** Lays a case's tree out in a folder of its own, with its modes. */
export async function layOut(name: string): Promise<{ readonly root: string; readonly expected: Expected }> {
  const expected: Expected = JSON.parse(await readFile(join(corpus, name, 'expected.json'), 'utf8'));
  const root = await makeFolder();
  await cp(join(corpus, name, 'tree'), root, { recursive: true, verbatimSymlinks: true });
  for (const folder of expected.folders ?? []) await mkdir(join(root, folder), { recursive: true });
  await openUp(root);
  for (const [file, mode] of Object.entries(expected.modes ?? {}))
    await chmod(await inside(root, file), Number.parseInt(mode, 8));
  return { root, expected };
}

// A mode is set through links: what a case names must not lead out of its own tree.
async function inside(root: string, file: string): Promise<string> {
  const real = await realpath(join(root, file));
  if (!real.startsWith(`${await realpath(root)}${sep}`)) throw new Error(`${file} leads out of the tree`);
  return real;
}

// Whatever the umask of the checkout was: what a case does not say is readable by all and writable by its owner.
async function openUp(folder: string): Promise<void> {
  await chmod(folder, 0o755);
  for (const name of await readdir(folder)) {
    const path = join(folder, name);
    const status = await lstat(path);
    if (status.isDirectory()) await openUp(path);
    else if (status.isFile()) await chmod(path, 0o644);
  }
}

const rules = buildRuleset();

export const findSecrets = (text: string): readonly string[] => findIn(rules, text).map(({ kind }) => kind);

/** Scans a folder as of the day the facts were measured. */
export async function look(root: string): Promise<ScanView> {
  return viewOf(await scanEndpoint({ root, findSecrets, now: new Date('2026-11-26T12:00:00Z') }), 'en');
}
