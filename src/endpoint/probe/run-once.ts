import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { endpointError } from '../errors.ts';
import type { ProbedClient } from './clients/client.ts';
import { endMarked, type Place, startIsolated } from './isolation.ts';
import type { Job } from './job.ts';
import type { Seen } from './lab/run-inside.ts';
import { gatewayOf, type SettingsSet } from './settings-set.ts';

export type Mode = 'one_shot' | 'interactive';

/** The laboratory: where its programs are, and how long it waits. */
export type Laboratory = {
  /** The program that is the first process inside. */
  readonly inside: string;
  readonly isIsolated: boolean;
  readonly now: () => Date;
  /** How long a client may run, and how long a session is watched after its answer. */
  readonly timeoutMs: number;
  readonly lingerMs: number;
  /** Ends what runs. */
  readonly signal?: AbortSignal;
};

export type Trial = {
  readonly client: ProbedClient;
  readonly program: string;
  readonly settings: SettingsSet;
  readonly mode: Mode;
};

const prompt = 'Say that all is done.';

/**
 * Runs a client once in a laboratory of its own, and deletes all of it afterwards.
 * @throws endpoint_probe_failed where the laboratory itself ended before the client
 */
export async function runOnce(trial: Trial, laboratory: Laboratory): Promise<Seen> {
  const folder = mkdtempSync(join(tmpdir(), 'octroi-probe-'));
  const mark = `OCTROI_PROBE=${randomUUID()}`;
  try {
    const { job, place } = layOut(trial, laboratory, { folder, mark });
    const jobFile = join(folder, 'job.json');
    writeFileSync(jobFile, JSON.stringify(job));
    const said = await runInsideProgram({ place, jobFile, laboratory });
    return readSeen(job.resultFile, said);
  } finally {
    if (!laboratory.isIsolated) await endMarked(mark);
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}

function layOut(
  { client, program, settings, mode }: Trial,
  laboratory: Laboratory,
  { folder, mark }: { readonly folder: string; readonly mark: string },
): { readonly job: Job; readonly place: Place } {
  const work = join(folder, 'work');
  const home = join(folder, 'home');
  for (const path of [work, home, join(folder, 'tmp')]) mkdirSync(path);
  writeAll(home, { ...client.home(work), ...settings.home });
  writeFileSync(join(work, 'README.md'), '# Widgets\n');
  const gateway = gatewayOf(client, settings);
  const credentials = client.credentials(gateway !== undefined);
  const authorityFile = join(folder, 'authority.pem');
  const job: Job = {
    program,
    versionWords: ['--version'],
    words: mode === 'one_shot' ? client.oneShot(prompt) : client.interactive,
    ...(mode === 'interactive' ? { session: { prompt, dialogues: client.dialogues, leave: client.leave } } : {}),
    environment: {
      ...baseEnvironment(folder, authorityFile),
      ...client.environment,
      ...settings.environment,
      ...credentials,
      [mark.split('=')[0] ?? '']: mark.split('=')[1] ?? '',
    },
    folder: work,
    timeoutMs: laboratory.timeoutMs,
    lingerMs: laboratory.lingerMs,
    isIsolated: laboratory.isIsolated,
    gatewayPorts: gateway === undefined ? [] : [portOf(gateway)],
    credentials,
    startedAt: laboratory.now().toISOString(),
    authorityFile,
    resultFile: join(folder, 'seen.json'),
  };
  return { job, place: { folder, hidden: settings.hidden, files: settings.etc, program } };
}

function portOf(url: string): number {
  const { port, protocol } = new URL(url);
  return Number(port || (protocol === 'http:' ? 80 : 443));
}

// The authority stands where each kind of program looks for one; there is no other server to be trusted inside.
function baseEnvironment(folder: string, authority: string): Readonly<Record<string, string>> {
  const variables = 'NODE_EXTRA_CA_CERTS SSL_CERT_FILE CURL_CA_BUNDLE GIT_SSL_CAINFO REQUESTS_CA_BUNDLE';
  return {
    PATH: process.env['PATH'] ?? '',
    HOME: join(folder, 'home'),
    TMPDIR: join(folder, 'tmp'),
    USER: 'nobody',
    SHELL: '/bin/sh',
    LANG: 'C.UTF-8',
    TERM: 'xterm-256color',
    ...Object.fromEntries(variables.split(' ').map((name) => [name, authority])),
  };
}

function writeAll(home: string, files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(home, path)), { recursive: true });
    writeFileSync(join(home, path), text);
  }
}

type Inside = { readonly place: Place; readonly jobFile: string; readonly laboratory: Laboratory };

/** @returns what it said on standard error */
async function runInsideProgram({ place, jobFile, laboratory }: Inside): Promise<string> {
  const command = [process.execPath, laboratory.inside, jobFile];
  const child = laboratory.isIsolated
    ? startIsolated(place, command)
    : spawn(process.execPath, command.slice(1), { stdio: ['pipe', 'ignore', 'pipe'] });
  const end = (): void => void child.kill('SIGKILL');
  // Its own limits end it long before; this one holds where it hangs itself.
  const timer = setTimeout(end, 2 * laboratory.timeoutMs + 60_000);
  laboratory.signal?.addEventListener('abort', end);
  let said = '';
  child.stderr?.on('data', (chunk: Buffer) => (said += chunk.toString()));
  await new Promise((resolve) => child.on('error', resolve).on('close', resolve));
  clearTimeout(timer);
  laboratory.signal?.removeEventListener('abort', end);
  return said;
}

function readSeen(file: string, said: string): Seen {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Seen;
  } catch (fault) {
    throw endpointError('endpoint_probe_failed', { reason: said.trim().split('\n').at(-1) ?? '' }, fault);
  }
}
