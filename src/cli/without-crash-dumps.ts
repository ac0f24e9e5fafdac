import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/** Why dumps could not be ruled out; an operator then does it from outside (docs/guide/zero-retention.md). */
export type DumpsEvent = { readonly kind: 'dumps_possible'; readonly cause: string };

const waitMs = 5_000;

/**
 * Keeps this process from leaving its memory on a disk when it breaks: no core dump from the system, no report from Node.
 * A process may lower its own limits, and Node has no call for it: `prlimit` of util-linux does it on Linux.
 */
export async function withoutCrashDumps(tell: (event: DumpsEvent) => void): Promise<void> {
  const { report } = process;
  report.reportOnFatalError = false;
  report.reportOnSignal = false;
  report.reportOnUncaughtException = false;
  if (process.platform !== 'linux') return tell({ kind: 'dumps_possible', cause: process.platform });
  try {
    await promisify(execFile)('prlimit', ['--core=0:0', '--pid', String(process.pid)], { timeout: waitMs });
  } catch (fault) {
    tell({ kind: 'dumps_possible', cause: fault instanceof Error && 'code' in fault ? String(fault.code) : 'prlimit' });
  }
}
