import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { storeError } from '../errors.ts';
import { prepareBinaries } from './binaries.ts';
import { asUser, initializeCluster, serverEnvironment } from './initialize.ts';
import { isAnswering } from './is-answering.ts';
import { findPlaces, makePrivateFolder, type Places } from './places.ts';

/** A running embedded PostgreSQL. `isOurs` is false when another octroi process on this folder had started it. */
export type EmbeddedServer = {
  readonly socketFolder: string;
  readonly dataFolder: string;
  readonly isOurs: boolean;
  /** Ends the server and waits until it has ended; does nothing to a server of another process. */
  stop(): Promise<void>;
};

export type EmbeddedOptions = {
  /** octroi's data folder; the cluster stands in it. */
  readonly folder: string;
  /** `own`: this process must be the one that runs the server. `share`: use the one that runs, or else start it. */
  readonly mode: 'own' | 'share';
};

const startLimitMs = 60_000;
const restartPauseMs = 500;
const handOverLimitMs = 3_000;

/**
 * Starts the PostgreSQL that belongs to `folder`, or joins the one that runs there (`share`).
 *
 * fsync is on. It restarts the server if it ends unasked. The server ends with this process, however that ends.
 * @throws store_folder_in_use when another process runs it and the mode is `own`.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedServer> {
  const places = await findPlaces(options.folder);
  if (await isTaken(places, options)) return joinRunning(places, options);
  const binaries = await prepareBinaries(places.cacheFolder);
  await initializeCluster(places, binaries);
  await makePrivateFolder(places.socketFolder, places.owner);
  await removeStaleLock(places);
  const supervised = superviseServer(places, binaries);
  try {
    await supervised.ready;
  } catch (fault) {
    await supervised.stop();
    // Lost a race against another process that was starting at the same time.
    if (await isAnswering(places.socketFolder)) return joinRunning(places, options);
    throw fault;
  }
  return { ...places, isOurs: true, stop: supervised.stop };
}

// A server that answers may be ending: the one of a command that is just done, or of an octroi that was killed a moment
// ago. Who must own it gives it the time to go.
async function isTaken(places: Places, { mode }: EmbeddedOptions): Promise<boolean> {
  const givesUpAt = performance.now() + (mode === 'own' ? handOverLimitMs : 0);
  for (;;) {
    if (!(await isAnswering(places.socketFolder))) return false;
    if (performance.now() >= givesUpAt) return true;
    await delay(50);
  }
}

async function joinRunning(places: Places, options: EmbeddedOptions): Promise<EmbeddedServer> {
  if (options.mode === 'own')
    throw storeError('store_folder_in_use', { folder: options.folder, pid: await serverPid(places) });
  return { ...places, isOurs: false, stop: async () => {} };
}

type Supervised = { readonly ready: Promise<void>; readonly stop: () => Promise<void> };

function superviseServer(places: Places, binaries: string): Supervised {
  let child = spawnServer(places, binaries);
  let isStopping = false;
  const restart = async (): Promise<void> => {
    if (isStopping) return;
    await delay(restartPauseMs);
    if (isStopping) return;
    child = spawnServer(places, binaries);
    child.once('exit', restart);
  };
  const becomeReady = async (): Promise<void> => {
    await untilAnswering(places, child);
    child.once('exit', restart);
  };
  const ready = becomeReady();
  const stop = async (): Promise<void> => {
    isStopping = true;
    const hasEnded = child.exitCode !== null || child.signalCode !== null;
    const ended = hasEnded ? undefined : once(child, 'exit');
    child.stdin?.destroy();
    await ended;
  };
  return { ready, stop };
}

/*
 * A guard in sh stands between us and the server: its standard input is a pipe from this process, and when that pipe
 * closes, because we stop or because we were killed, it ends the server (SIGINT: fast shutdown). When the server ends
 * first, the guard ends with its exit code.
 */
const guardScript = `
exec 3<&0
"$@" 3<&- & server=$!
( cat <&3 >/dev/null; kill -INT $server ) & guard=$!
exec 3<&-
wait $server; code=$?
kill $guard 2>/dev/null
exit $code`;

function spawnServer(places: Places, binaries: string): ChildProcess {
  const settings = {
    listen_addresses: '',
    unix_socket_directories: places.socketFolder,
    unix_socket_permissions: '0700',
    max_connections: '60',
    fsync: 'on',
    synchronous_commit: 'on',
    shared_buffers: '64MB',
    logging_collector: 'on',
    log_directory: 'log',
    log_filename: 'postgres-%a.log',
    log_truncate_on_rotation: 'on',
    // A statement or a row can carry what our log promises not to keep: neither is ever written there.
    log_error_verbosity: 'terse',
    log_min_error_statement: 'panic',
    log_parameter_max_length: '0',
  };
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const command = [join(binaries, 'bin', 'postgres'), '-D', places.dataFolder, ...flags];
  return spawn('/bin/sh', ['-c', guardScript, 'octroi-postgres', ...command], {
    cwd: places.dataFolder,
    env: serverEnvironment(),
    // Its own session: Ctrl-C in the terminal must reach us alone, so that open streams drain before the server goes.
    detached: true,
    stdio: ['pipe', 'ignore', 'pipe'],
    ...asUser(places.owner),
  });
}

async function untilAnswering(places: Places, child: ChildProcess): Promise<void> {
  let complaint = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    complaint = (complaint + chunk.toString()).slice(-2_000);
  });
  const endsAt = Date.now() + startLimitMs;
  while (Date.now() < endsAt) {
    if (child.exitCode !== null) break;
    if (await isAnswering(places.socketFolder)) return;
    await delay(10);
  }
  throw storeError('store_start_failed', {
    folder: places.dataFolder,
    detail: complaint.trim().split('\n').at(-1) ?? '',
  });
}

async function serverPid(places: Places): Promise<number> {
  const text = await readFile(join(places.dataFolder, 'postmaster.pid'), 'utf8').catch(() => '');
  return Number.parseInt(text, 10) || 0;
}

/*
 * After a power cut the process id in postmaster.pid may belong to another program by now; the server then refuses to
 * start. Where /proc tells that the process is no PostgreSQL, the file is removed. A live server is waited for: it is
 * the one of an octroi that was killed a moment ago, and its guard is ending it.
 */
async function removeStaleLock(places: Places): Promise<void> {
  const pid = await serverPid(places);
  if (pid === 0) return;
  const endsAt = Date.now() + 10_000;
  while (Date.now() < endsAt) {
    const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => undefined);
    if (command === undefined) return;
    if (!command.includes('postgres')) return rm(join(places.dataFolder, 'postmaster.pid'), { force: true });
    await delay(50);
  }
}
