import { stat } from 'node:fs/promises';
import { basename, dirname, resolve } from 'node:path';
import { type Addition, digested, logFormat, PatchReader } from '../../provenance/index.ts';
import { cliError } from '../errors.ts';
import { runGit } from './run-git.ts';

/** What is asked about: `staged`, a file, a range of commits (`A..B`), or one commit. */
export type Asked = { readonly repository: string; readonly what: string; readonly now: Date };

const patch = [
  '-p',
  '--unified=0',
  '--no-color',
  '--no-ext-diff',
  '--no-textconv',
  '--src-prefix=a/',
  '--dst-prefix=b/',
  '-M',
];

/**
 * Reads from a work tree which lines came in with which commit, and makes their digests. The text goes no further.
 * @throws cli_git_missing, cli_history_unreadable
 */
export async function readAdditions({ repository, what, now }: Asked): Promise<readonly Addition[]> {
  // A word that git would read as an option is none of its names.
  if (what.startsWith('-')) throw cliError('cli_history_unreadable', { detail: what });
  if (what === 'staged') return readPatches(repository, ['diff', '--cached', ...patch], now);
  const file = resolve(repository, what);
  if (await isFile(file)) return readFileLines(file, now);
  const which = what.includes('..') ? [] : ['-1'];
  const args = ['log', ...patch, `--format=${logFormat}`, ...which, '--end-of-options', what, '--'];
  return readPatches(repository, args, now);
}

async function readPatches(repository: string, args: readonly string[], now: Date): Promise<readonly Addition[]> {
  const reader = new PatchReader(now);
  await runGit({ repository, args, line: (line) => reader.line(line) });
  return reader.end();
}

type Blamed = { commit: string; writtenAt: string; texts: { number: number; text: string }[] };

// Which commit each line of a file is of. `-w`: who indents a line anew has not written it.
async function readFileLines(file: string, now: Date): Promise<readonly Addition[]> {
  const blamed = new Map<string, Blamed>();
  let current: Blamed | undefined;
  let number = 0;
  const line = (text: string): void => {
    const head = /^([0-9a-f]{40,64}) \d+ (\d+)(?: \d+)?$/.exec(text);
    if (text.startsWith('\t')) return void current?.texts.push({ number, text: text.slice(1) });
    if (text.startsWith('author-time ') && current)
      current.writtenAt = new Date(Number(text.slice(12)) * 1000).toISOString();
    if (!head) return;
    const [, commit = '', place = ''] = head;
    number = Number(place);
    current = blamed.get(commit) ?? { commit, writtenAt: now.toISOString(), texts: [] };
    blamed.set(commit, current);
  };
  await runGit({
    repository: dirname(file),
    args: ['blame', '--no-textconv', '-w', '--porcelain', '--', basename(file)],
    line,
  });
  return [...blamed.values()].map(({ commit, writtenAt, texts }) => ({
    commit: /^0+$/.test(commit) ? null : commit,
    writtenAt,
    path: basename(file),
    lines: digested(texts),
  }));
}

async function isFile(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isFile();
  } catch {
    return false; // No such path: a name of git's.
  }
}
