import { spawn } from 'node:child_process';
import { StringDecoder } from 'node:string_decoder';
import { cliError } from '../errors.ts';

// A work tree is not trusted: nothing its settings name is run, no object is fetched, nothing is asked.
const settings = ['core.fsmonitor=false', 'log.showSignature=false', 'core.quotePath=true', 'diff.noprefix=false'];
const environment = {
  ...process.env,
  GIT_TERMINAL_PROMPT: '0',
  GIT_NO_LAZY_FETCH: '1',
  GIT_OPTIONAL_LOCKS: '0',
  GIT_PAGER: 'cat',
  LC_ALL: 'C',
};

export type GitCall = {
  readonly repository: string;
  readonly args: readonly string[];
  readonly input?: string;
  /** Takes the output line by line, without line feeds. */
  readonly line?: (line: string) => void;
};

/** Runs git in a work tree. @throws cli_git_missing; cli_history_unreadable where git refuses */
export async function runGit({ repository, args, input = '', line = () => {} }: GitCall): Promise<void> {
  const options = ['--no-pager', ...settings.flatMap((setting) => ['-c', setting]), '-C', repository, ...args];
  return new Promise((resolve, reject) => {
    const child = spawn('git', options, { env: environment, stdio: ['pipe', 'pipe', 'pipe'] });
    const decoder = new StringDecoder('utf8');
    let rest = '';
    let complaint = '';
    child.stdout.on('data', (chunk: Buffer) => {
      const lines = (rest + decoder.write(chunk)).split('\n');
      rest = lines.pop() ?? '';
      for (const each of lines) line(each);
    });
    child.stderr.on('data', (chunk: Buffer) => {
      complaint = (complaint + chunk.toString()).slice(0, 300);
    });
    child.stdin.on('error', () => undefined); // A git that ends early closes its input; its exit code says why.
    child.stdin.end(input);
    child.on('error', (fault) => reject(cliError('cli_git_missing', {}, fault)));
    child.on('close', (code) => {
      if (code !== 0) return reject(cliError('cli_history_unreadable', { detail: complaint.trim() }));
      if (rest !== '') line(rest);
      resolve();
    });
  });
}

export async function gitText(call: Omit<GitCall, 'line'>): Promise<string> {
  const lines: string[] = [];
  await runGit({ ...call, line: (line) => lines.push(line) });
  return lines.join('\n');
}
