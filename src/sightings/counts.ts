import type { Sighting } from '../ledger/index.ts';

export type Counts = Pick<Sighting, 'flows' | 'denied' | 'bytesOut' | 'bytesIn' | 'firstAt' | 'lastAt'>;

/** What two counts of the same come to together; of all else the first is kept. */
export function addCounts<Counted extends Counts>(known: Counted, more: Counts): Counted {
  return {
    ...known,
    flows: known.flows + more.flows,
    denied: known.denied + more.denied,
    bytesOut: known.bytesOut + more.bytesOut,
    bytesIn: known.bytesIn + more.bytesIn,
    firstAt: more.firstAt < known.firstAt ? more.firstAt : known.firstAt,
    lastAt: more.lastAt > known.lastAt ? more.lastAt : known.lastAt,
  };
}

/** Adds a sighting to what is known of its source, host and day. */
export function addSighting(sums: Map<string, Sighting>, sighting: Sighting): void {
  const key = `${sighting.source} ${sighting.host} ${sighting.day}`;
  const known = sums.get(key);
  sums.set(key, known ? addCounts(known, sighting) : sighting);
}
