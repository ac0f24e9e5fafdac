import { spawn } from 'node:child_process';
import type { Session } from './environment/sessions.ts';
import { watchedVariables } from './variables.ts';

/** What the scan says of a variable, and what a real shell says. */
export type LiveComparison = {
  readonly session: string;
  readonly variable: string;
  readonly scanned: 'set' | 'unset' | 'unknown';
  readonly real: 'set' | 'unset';
  /** False where the two contradict one another; an unknown contradicts nothing. */
  readonly agrees: boolean;
};

export type LiveShell = {
  readonly shell: string;
  readonly home: string;
  readonly user: string;
  readonly sessions: readonly Session[];
};

const timeoutMs = 10_000;

/**
 * Starts the person's real shell, once as a login and once as in a terminal, and compares. This runs their start-up
 * files, as they themselves do with every prompt: only for the person who asks for it.
 */
export async function compareLive({ shell, home, user, sessions }: LiveShell): Promise<readonly LiveComparison[]> {
  const compared: LiveComparison[] = [];
  for (const session of sessions.filter(({ name }) => name === 'login' || name === 'terminal')) {
    const names = await realNames(shell, session.name === 'login', { home, user });
    if (!names) continue;
    for (const variable of watchedVariables) {
      const passed = session.state.isPassedOn(variable);
      const scanned = passed === 'yes' ? 'set' : passed === 'no' ? 'unset' : 'unknown';
      const real = names.has(variable) ? 'set' : 'unset';
      compared.push({
        session: session.name,
        variable,
        scanned,
        real,
        agrees: scanned === 'unknown' || scanned === real,
      });
    }
  }
  return compared;
}

/** The variables a real shell passes on non-empty; undefined when it does not answer in time. Values are not kept. */
async function realNames(
  shell: string,
  isLogin: boolean,
  { home, user }: { readonly home: string; readonly user: string },
): Promise<ReadonlySet<string> | undefined> {
  const env = { HOME: home, USER: user, LOGNAME: user, SHELL: shell, PATH: process.env['PATH'] ?? '', TERM: 'dumb' };
  const child = spawn(shell, [...(isLogin ? ['-l'] : []), '-i', '-c', 'env -0'], {
    env,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const timer = setTimeout(() => child.kill('SIGKILL'), timeoutMs);
  const chunks: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
  const isDone = await new Promise<boolean>((resolve) => {
    child.on('error', () => resolve(false));
    child.on('close', () => resolve(true));
  });
  clearTimeout(timer);
  const entries = Buffer.concat(chunks)
    .toString('utf8')
    .split('\0')
    .filter((entry) => entry.includes('='));
  if (!isDone || entries.length === 0) return undefined;
  return new Set(entries.filter((entry) => !entry.endsWith('=')).map((entry) => entry.slice(0, entry.indexOf('='))));
}
