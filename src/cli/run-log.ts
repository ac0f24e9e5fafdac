import { readFile } from 'node:fs/promises';
import {
  type AnchorEvent,
  Anchorer,
  type LogEvent,
  openTimeStamper,
  parseWitness,
  Sequencer,
  startLogServer,
} from '../ledger/index.ts';
import { cliError } from './errors.ts';
import { listen } from './listen.ts';
import type { Settings } from './settings/settings.ts';
import type { Installation } from './wire.ts';

/** What the log tells an operator. */
export type LogTelling = (event: LogEvent | AnchorEvent) => void;

// How often a head that nobody has vouched for is looked for, at most.
const anchorEveryMs = 30_000;

/** The sequencer as the settings want it, not yet running. */
export function makeSequencer({ tenancy, settings }: Installation, tell: LogTelling): Sequencer {
  const { name: logName, periodMs } = settings.ledger;
  return new Sequencer({ ...tenancy, sealer: tenancy.vault, logName, periodMs, tell });
}

/**
 * Starts what keeps the log: its server where one is wanted, witnesses and time stamps, the sequencer.
 * @returns how each is ended: the last comes first.
 */
export async function runLog(installation: Installation, tell: LogTelling): Promise<readonly (() => Promise<void>)[]> {
  const { settings, store } = installation;
  const { httpHost: host, httpPort: port, periodMs } = settings.ledger;
  const anchors = await anchorsOf(settings);
  const closers: (() => Promise<void>)[] = [];
  if (port > 0) {
    const server = await listen({ host, port }, () => startLogServer({ store, host, port }));
    closers.push(() => server.close());
  }
  if (anchors.witnesses.length > 0 || anchors.timeStamper) {
    const anchorer = new Anchorer({ store, ...anchors, everyMs: Math.min(periodMs, anchorEveryMs), tell });
    anchorer.start();
    closers.push(() => anchorer.close());
  }
  const sequencer = makeSequencer(installation, tell);
  sequencer.start();
  return [...closers, () => sequencer.close()];
}

async function anchorsOf({ ledger }: Settings) {
  const { witnesses, timeStampUrl, timeStampRoots } = ledger;
  const roots = timeStampUrl === '' ? '' : await readRoots(timeStampRoots);
  const timeStamper = timeStampUrl === '' ? undefined : openTimeStamper(timeStampUrl, roots);
  return { witnesses: witnesses.map(parseWitness), timeStamper };
}

async function readRoots(file: string): Promise<string> {
  return readFile(file, 'utf8').catch((fault: unknown) => {
    throw cliError('cli_file_unreadable', { file }, fault);
  });
}
