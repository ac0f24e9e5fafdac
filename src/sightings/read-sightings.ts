import { type Books, exportRecords, type FlowsSighted, type LedgerRecord, type Sighting } from '../ledger/index.ts';
import { addSighting } from './counts.ts';

/** An import of a log: what it was, and what could not be read. `whole` is absent where it was cut short. */
export type Import = Pick<FlowsSighted, 'importId' | 'log' | 'whole'> & {
  readonly at: string;
  /** Lines about AI: those that were new, and those that were taken before. */
  readonly taken: number;
  readonly repeated: number;
};

export type SightingsRead = { readonly sightings: readonly Sighting[]; readonly imports: readonly Import[] };

/**
 * Reads what logs told of the days since one (in UTC), by source, host and day; and the imports since then, the newest
 * first. Logs are read later than their days, so that all imports since the first of these days are looked through.
 */
export async function readSightings(books: Books, tenantId: string, since: string): Promise<SightingsRead> {
  const sums = new Map<string, Sighting>();
  const imports = new Map<string, Import>();
  const asked = { from: `${since}T00:00:00.000Z`, kinds: ['flows_sighted'], class: 'flow' } as const;
  for await (const text of exportRecords(books, tenantId, asked)) {
    const record = JSON.parse(text) as LedgerRecord;
    if (record.kind !== 'flows_sighted') continue;
    addPart(imports, record);
    for (const sighting of record.sightings) if (sighting.day >= since) addSighting(sums, sighting);
  }
  return { sightings: [...sums.values()], imports: [...imports.values()].toReversed() };
}

function addPart(imports: Map<string, Import>, record: FlowsSighted): void {
  const { importId, log, recordedAt: at, sightings, repeated, whole } = record;
  const known = imports.get(importId);
  const taken = sightings.reduce((sum, { flows }) => sum + flows, 0);
  imports.set(importId, {
    importId,
    log,
    at: known?.at ?? at,
    taken: (known?.taken ?? 0) + taken,
    repeated: (known?.repeated ?? 0) + repeated,
    ...(whole === undefined ? {} : { whole }),
  });
}
