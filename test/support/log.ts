import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { OctroiError } from '../../src/base/index.ts';
import { systemClock, timeOrderedId } from '../../src/base/index.ts';
import { readEvidence } from '../../src/cli/verify/read-evidence.ts';
import { type LogEvent, openLedger, Sequencer, signingKeysOf } from '../../src/ledger/index.ts';
import { parseKeys, type Verdict, verifyFiles } from '../../src/ledger/verify/index.ts';
import type { Tenancy } from '../../src/tenancy/index.ts';
import { declaredRecord } from './records.ts';

export type TestSequencerOptions = {
  readonly now?: () => Date;
  readonly periodMs?: number;
  readonly events?: LogEvent[];
};

/** A sequencer that does a round when it is told to. */
export function testSequencer(
  tenancy: Tenancy,
  { now = systemClock, periodMs = 3_600_000, events }: TestSequencerOptions = {},
) {
  const tell = (event: LogEvent) => void events?.push(event);
  return new Sequencer({ ...tenancy, sealer: tenancy.vault, now, logName: 'octroi.test', periodMs, tell });
}

/** Appends so many declarations, one after the other, and returns them. */
export async function appendSome(tenancy: Tenancy, tenantId: string, count: number) {
  const ledger = openLedger({ ...tenancy, gatewayId: timeOrderedId(), waitMs: 5_000 });
  const records = Array.from({ length: count }, () => declaredRecord({ tenantId }));
  for (const record of records) await ledger.append(record);
  await ledger.close();
  return records;
}

/** The keys that sign a tenant's log now, as text. */
export async function keysOf(tenancy: Tenancy, tenantId: string): Promise<string> {
  return (await signingKeysOf(tenancy.store, tenantId)).join('\n');
}

/** Verifies files as the command does. `keys` are those the reader trusts. */
export async function verifyNamed(names: readonly string[], keys: string): Promise<Verdict> {
  return verifyFiles(await Promise.all(names.map(readEvidence)), { keys: parseKeys(keys) });
}

/** The code with which a verification ends, or `proven`. */
export async function outcomeOf(verification: Promise<Verdict>): Promise<string> {
  return verification.then(
    ({ isTrusted }) => (isTrusted ? 'proven' : 'untrusted'),
    (fault: OctroiError) => fault.code ?? String(fault),
  );
}

export async function newFolder(): Promise<string> {
  return mkdtemp(join(tmpdir(), 'octroi-log-'));
}
