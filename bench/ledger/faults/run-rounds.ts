import { type ChildProcess, fork } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { LedgerRecord } from '../../../src/ledger/index.ts';
import { runAsSuper } from '../../../test/support/run-as-super.ts';
import type { Told } from './worker.ts';

/** What is done to a running post: each in the middle of its load. */
export const faults = ['octroi killed', 'PostgreSQL killed', 'connections cut', 'disk full', 'clock set back'] as const;
export type Fault = (typeof faults)[number];

/** What came of the rounds: what each writer was told is written, in its order, and every head that was seen. */
export type Outcome = {
  readonly written: readonly (readonly string[])[];
  readonly heads: readonly string[];
  readonly counts: ReadonlyMap<Fault, number>;
};

export type RoundsOptions = {
  readonly data: string;
  readonly writers: number;
  /** The faults of the rounds, one a round. */
  readonly plan: readonly Fault[];
  readonly progress?: (round: number, written: number) => void;
};

const startLimitMs = 120_000;

/** Runs one octroi after another on one data folder, under load, and lets each suffer its fault. */
export async function runRounds({ data, writers, plan, progress = () => {} }: RoundsOptions): Promise<Outcome> {
  const written: string[][] = Array.from({ length: writers }, () => []);
  const open: (LedgerRecord | undefined)[] = Array.from({ length: writers });
  const heads = new Set<string>();
  const counts = new Map<Fault, number>();
  let child: ChildProcess | undefined;
  const listen = (told: Told): void => {
    if (told.kind === 'head') heads.add(told.checkpoint);
    if (told.kind === 'trying') open[told.writer] = told.record;
    if (told.kind !== 'written') return;
    written[told.writer]?.push(told.id);
    open[told.writer] = undefined;
  };
  const isRunning = (): boolean => child !== undefined && child.exitCode === null && child.signalCode === null;
  for (const [round, fault] of plan.entries()) {
    if (fault === 'clock set back') await kill(child);
    if (!isRunning()) {
      const clockOffMs = fault === 'clock set back' ? -3_600_000 : 0;
      child = await startWorker({ data, clockOffMs, retry: open.map((record) => (record ? [record] : [])) }, listen);
    }
    // In the middle of the load, wherever that may be.
    await delay(randomInt(100, 1_200));
    await suffer(fault, { data, child });
    const before = written.flat().length;
    if (fault !== 'octroi killed') await moreWritten(() => written.flat().length > before, child);
    counts.set(fault, (counts.get(fault) ?? 0) + 1);
    progress(round + 1, written.flat().length);
  }
  await kill(child);
  return { written, heads: [...heads], counts };
}

type Start = {
  readonly data: string;
  readonly clockOffMs: number;
  readonly retry: readonly (readonly LedgerRecord[])[];
};

async function startWorker({ data, clockOffMs, retry }: Start, listen: (told: Told) => void): Promise<ChildProcess> {
  const child = fork(join(import.meta.dirname, 'worker.ts'), [data, String(clockOffMs)], {
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  let complaint = '';
  child.stderr?.on('data', (chunk: Buffer) => (complaint += chunk.toString()));
  child.on('exit', (code) => {
    if (code !== null) process.stderr.write(`faults: the worker ended by itself (${code}): ${complaint}\n`);
  });
  const ready = new Promise<void>((resolve, reject) => {
    child.on('message', (told: Told) => {
      listen(told);
      if (told.kind === 'ready') resolve();
    });
    child.on('exit', (code) => reject(new Error(`the worker ended (${code}) before it was ready: ${complaint}`)));
    setTimeout(() => reject(new Error(`the worker is not ready: ${complaint}`)), startLimitMs).unref();
  });
  await ready;
  child.send(retry);
  return child;
}

type Sufferer = { readonly data: string; readonly child: ChildProcess | undefined };

async function suffer(fault: Fault, { data, child }: Sufferer): Promise<void> {
  switch (fault) {
    case 'octroi killed':
      return kill(child);
    case 'PostgreSQL killed':
      return killPostmaster(data);
    case 'connections cut':
      await asSuper(data, `select pg_terminate_backend(pid) from pg_stat_activity where usename = 'octroi_login'`);
      return;
    case 'disk full':
      // What PostgreSQL says when its disk is full, said to every append for a while.
      await asSuper(
        data,
        `drop trigger if exists disk_is_full on ledger_record;
         create or replace function disk_is_full() returns trigger language plpgsql as $$ begin raise exception 'full' using errcode = 'disk_full'; end $$;
         create trigger disk_is_full before insert on ledger_record for each row execute function disk_is_full();`,
      );
      await delay(randomInt(100, 500));
      await asSuper(data, 'drop trigger if exists disk_is_full on ledger_record');
      return;
    case 'clock set back':
      return; // It is so already: this worker was started with it.
  }
}

async function kill(child: ChildProcess | undefined): Promise<void> {
  if (!child || child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGKILL');
  await once(child, 'exit');
}

async function moreWritten(isMore: () => boolean, child: ChildProcess | undefined): Promise<void> {
  const giveUpAt = Date.now() + startLimitMs;
  while (!isMore()) {
    if (Date.now() > giveUpAt || child?.exitCode !== null) throw new Error('nothing was written after the fault');
    await delay(20);
  }
}

async function killPostmaster(data: string): Promise<void> {
  const giveUpAt = Date.now() + startLimitMs;
  for (;;) {
    try {
      const [pid] = (await readFile(await clusterFile(data, 'postmaster.pid'), 'utf8')).split('\n');
      process.kill(Number(pid), 'SIGKILL');
      return;
    } catch (fault) {
      // The file still names the one that was killed before, or is being made anew.
      if (Date.now() > giveUpAt) throw fault;
      await delay(50);
    }
  }
}

async function asSuper(data: string, sql: string): Promise<void> {
  const giveUpAt = Date.now() + startLimitMs;
  for (;;) {
    try {
      await runAsSuper(await socketFolderOf(data), 'octroi', { sql });
      return;
    } catch (fault) {
      // It may still be coming back from the fault before.
      if (Date.now() > giveUpAt) throw fault;
      await delay(50);
    }
  }
}

async function socketFolderOf(data: string): Promise<string> {
  const [, , , , socketFolder = ''] = (await readFile(await clusterFile(data, 'postmaster.pid'), 'utf8')).split('\n');
  return socketFolder;
}

async function clusterFile(data: string, name: string): Promise<string> {
  for (let tries = 0; tries < 200; tries += 1) {
    const found = (await readdir(data, { recursive: true })).find((each) => each.endsWith(name));
    if (found) return join(data, found);
    await delay(50); // The server is just starting.
  }
  throw new Error(`${name} is not in ${data}`);
}
