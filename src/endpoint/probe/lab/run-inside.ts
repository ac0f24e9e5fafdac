import { execFile } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { promisify } from 'node:util';
import type { Attempt } from '../attempt.ts';
import type { Job } from '../job.ts';
import { makeAuthority } from './authority.ts';
import { readCounters } from './counters.ts';
import { type Network, type StandIn, startNetwork, usualPorts } from './network.ts';
import { Records } from './records.ts';
import { type ClientRan, runClient } from './run-client.ts';

/** What was seen while a client ran once. */
export type Seen = ClientRan & {
  readonly version: string;
  readonly attempts: readonly Attempt[];
  readonly hasAnswer: boolean;
  /** What the kernel counted and no listener saw; undefined outside a namespace, where nobody counts. */
  readonly unseen: { readonly refused: number; readonly internal: number; readonly datagrams: number } | undefined;
  /** Programs that still ran when the client had ended; they end with the laboratory. */
  readonly leftBehind: readonly string[];
};

/**
 * Runs one client once in the world of a laboratory, and writes what was seen into the job's file. Inside a namespace
 * this process is the first one, so that all it started ends with it, whatever it does to stay.
 */
export async function runInside(job: Job, standIn: StandIn): Promise<void> {
  const records = new Records(job.credentials);
  let answers = 0;
  const authority = await makeAuthority(new Date(job.startedAt));
  writeFileSync(job.authorityFile, authority.certificate);
  const network = await startNetwork({
    authority,
    records,
    standIn,
    directPorts: job.isIsolated ? [...new Set([...usualPorts, ...job.gatewayPorts])] : [],
    onAnswer: () => (answers += 1),
  });
  const environment = { ...job.environment, ...proxyVariables(network.proxyUrl, job.isIsolated) };
  const version = await versionOf({ ...job, environment });
  const ran = await runClient({ ...job, environment }, () => answers > 0);
  const seen: Seen = {
    ...ran,
    version,
    attempts: records.attempts(),
    hasAnswer: answers > 0,
    unseen: job.isIsolated ? unseenBy(network) : undefined,
    leftBehind: job.isIsolated ? otherPrograms() : [],
  };
  writeFileSync(job.resultFile, JSON.stringify(seen));
}

// Without a namespace even a gateway on this machine is reached through the proxy: it may be a real one.
function proxyVariables(proxy: string, isIsolated: boolean): Readonly<Record<string, string>> {
  const none = isIsolated ? { NO_PROXY: '127.0.0.1,localhost', no_proxy: '127.0.0.1,localhost' } : {};
  return { HTTPS_PROXY: proxy, HTTP_PROXY: proxy, https_proxy: proxy, http_proxy: proxy, ...none };
}

async function versionOf({ program, versionWords, environment, folder }: Job): Promise<string> {
  const options = { cwd: folder, env: { ...environment }, timeout: 20_000, killSignal: 'SIGKILL' } as const;
  try {
    const { stdout, stderr } = await promisify(execFile)(program, [...versionWords], options);
    return /\d+\.\d+\.\d+(?:-[\w-]+(?:\.[\w-]+)*)?/.exec(`${stdout} ${stderr}`)?.[0] ?? 'unknown';
  } catch {
    return 'unknown'; // It does not say; the run itself shows whether it runs at all.
  }
}

function unseenBy(network: Network): Seen['unseen'] {
  const { refused, accepted, lostDatagrams } = readCounters();
  return { refused, internal: Math.max(0, accepted - network.accepted()), datagrams: lostDatagrams };
}

function otherPrograms(): readonly string[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid)
    .flatMap((pid) => {
      try {
        const words = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').join(' ').trim();
        return words === '' ? [] : [words.slice(0, 300)]; // An empty one has ended and waits to be read.
      } catch {
        return []; // It ended while it was looked at.
      }
    });
}
