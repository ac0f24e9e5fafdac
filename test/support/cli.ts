import { spawn } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const main = join(import.meta.dirname, '..', '..', 'src', 'cli', 'main.ts');

// What Node makes of the sources is kept from one command to the next: a quarter of a short one's time (measured 2026-11-27).
const compileCache = join(tmpdir(), 'octroi-test-compile-cache');

export type Ran = { readonly code: number | null; readonly out: string; readonly err: string };

export type Running = {
  /** Resolves with standard output as soon as it contains `text`; rejects when the command ends before. */
  until(text: string): Promise<string>;
  stop(signal?: NodeJS.Signals): Promise<Ran>;
  /** Writes to standard input, where it was kept open. */
  type(text: string): void;
  endInput(): void;
  readonly pid: number;
};

export type CliOptions = {
  readonly folder: string;
  readonly environment?: Readonly<Record<string, string>>;
  readonly input?: string;
  readonly keepsInputOpen?: boolean;
};

/** Starts the command as a person would, in `folder`, with an environment of its own. */
export function start(
  args: readonly string[],
  { folder, environment = {}, input, keepsInputOpen = false }: CliOptions,
): Running & { readonly done: Promise<Ran> } {
  const env = {
    PATH: process.env['PATH'] ?? '',
    HOME: process.env['HOME'] ?? folder,
    LANG: 'C',
    OCTROI_GATEWAY_PORT: '0',
    OCTROI_CONSOLE_PORT: '0',
    NODE_COMPILE_CACHE: compileCache,
    ...environment,
  };
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', main, ...args], {
    cwd: folder,
    env,
    stdio: 'pipe',
  });
  let out = '';
  let err = '';
  const watchers = new Set<() => void>();
  child.stdout.on('data', (chunk) => {
    out += chunk;
    for (const look of watchers) look();
  });
  child.stderr.on('data', (chunk) => (err += chunk));
  if (!keepsInputOpen) child.stdin.end(input ?? '');
  const done = new Promise<Ran>((resolve) => child.on('close', (code) => resolve({ code, out, err })));
  return {
    pid: child.pid ?? 0,
    done,
    type: (text) => void child.stdin.write(text),
    endInput: () => void child.stdin.end(),
    until: (text) =>
      new Promise((resolve, reject) => {
        const look = (): void => {
          if (!out.includes(text)) return;
          watchers.delete(look);
          resolve(out);
        };
        watchers.add(look);
        look();
        done.then((ran) => reject(new Error(`ended before it said ${text}: ${ran.err}`)));
      }),
    stop: async (signal = 'SIGINT') => {
      child.kill(signal);
      return done;
    },
  };
}

/** Runs the command to its end. */
export async function run(args: readonly string[], options: CliOptions): Promise<Ran> {
  return start(args, options).done;
}
