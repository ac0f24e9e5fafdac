import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { installClient } from './clients.ts';

export type Ran = { readonly code: number | null; readonly output: string };

/** The real client's program. */
export async function claudeCode(): Promise<string> {
  const folder = await installClient('@anthropic-ai/claude-code');
  const program = `claude-code-${process.platform}-${process.arch}`;
  return join(folder, 'node_modules', '@anthropic-ai', program, 'claude');
}

export type Running = {
  readonly claude: string;
  readonly folder: string;
  readonly environment: Readonly<Record<string, string>>;
};

/** Runs the client to its end. */
export async function run({ claude, folder, environment }: Running, words: readonly string[]): Promise<Ran> {
  const child = spawn(claude, words, { cwd: folder, env: environment, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  child.stdout.on('data', (chunk) => (output += chunk));
  child.stderr.on('data', (chunk) => (output += chunk));
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  return { code, output };
}

/** What the client says while it signs in at a gateway: its state, and what it shows of it. */
export type Said = { readonly state: string; readonly shown?: string; readonly userCode?: string };

/**
 * Signs the client in at the gateway its settings name, by the dialogue it has for programs, which shows what `/login`
 * shows (`claude auth login --gateway-json`, 2.1.332). Every question is answered with yes.
 */
export async function signClientIn(
  { claude, folder, environment }: Running,
  approve: (userCode: string) => Promise<void>,
): Promise<readonly Said[]> {
  const child = spawn(claude, ['auth', 'login', '--gateway-json'], { cwd: folder, env: environment });
  const heard: Said[] = [];
  for await (const line of createInterface({ input: child.stdout })) {
    const said = JSON.parse(line) as Said;
    heard.push(said);
    const { state, shown, userCode } = said;
    if (shown !== undefined) child.stdin.write(`${JSON.stringify({ state, shown, accept: true })}\n`);
    if (userCode !== undefined) await approve(userCode);
  }
  return heard;
}
