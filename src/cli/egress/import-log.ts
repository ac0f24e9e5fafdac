import { basename } from 'node:path';
import type { FingerprintKey } from '../../base/index.ts';
import type { Catalogue } from '../../catalogue/index.ts';
import { lineSorter, type Log, type LogReading, readLog } from '../../egress/index.ts';
import { recordSighted, type SightedLine } from '../../sightings/index.ts';
import type { Tenancy } from '../../tenancy/index.ts';

export type Importing = {
  readonly tenancy: Tenancy;
  readonly tenantId: string;
  readonly catalogue: Catalogue;
  /** The tenant's, under which sources and lines become references. */
  readonly key: FingerprintKey;
};

export type GivenLog = Omit<Log, 'afterBlock'>;

/** What became of a log: `taken` lines about AI that were new, `repeated` ones that had been taken before. */
export type Imported = LogReading & { readonly taken: number; readonly repeated: number };

// So many lines about AI at most in one record and one transaction.
const partLines = 5_000;

/**
 * Reads a log to its end and writes what it tells of AI into the ledger, part by part. Memory stays flat. What was written
 * before a fault stays; the same log read again counts nothing twice.
 * @throws what `readLog`, the file and the ledger throw
 */
export async function importLog(importing: Importing, log: GivenLog): Promise<Imported> {
  const { tenancy, tenantId, catalogue, key } = importing;
  const sort = lineSorter({ catalogue, key, on: tenancy.now() });
  const common = { tenantId, importId: tenancy.newId(), log: basename(log.name).slice(0, 200) };
  let waiting: SightedLine[] = [];
  let [taken, seen] = [0, 0];
  const afterBlock = async (): Promise<void> => {
    while (waiting.length >= partLines) {
      const part = waiting.slice(0, partLines);
      waiting = waiting.slice(partLines);
      seen += part.length;
      taken += (await recordSighted(tenancy, { ...common, lines: part })).taken;
    }
  };
  const reading = await readLog({ ...log, afterBlock }, tenancy.now(), (flow, line) => {
    const sorted = sort(flow, line);
    if (sorted) waiting.push(sorted);
  });
  const { format, lines, flows, malformed, malformedAt } = reading;
  const whole = { format, lines, flows, malformed, malformedAt };
  seen += waiting.length;
  taken += (await recordSighted(tenancy, { ...common, lines: waiting, whole })).taken;
  return { ...reading, taken, repeated: seen - taken };
}
