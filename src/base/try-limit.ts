import { BoundedMap } from './bounded-map.ts';

const windowMs = 10 * 60_000;
const maxAddresses = 10_000;

type Entry = { count: number; readonly endsAt: number };

/**
 * Counts what an address tried lately, and tells when it was too often (RFC 8628 §5.1). In this process's memory:
 * behind several gateways an address has as many tries as there are gateways.
 */
export class TryLimit {
  readonly #most: number;
  readonly #entries = new BoundedMap<string, Entry>(maxAddresses);

  constructor(most: number) {
    this.#most = most;
  }

  /**
   * Counts a try of an address before anything is known of it, so that tries at the same time get no further than one by
   * one.
   * @returns how to take it back, when it was not wrong after all; undefined for an address that may not try.
   */
  take(address: string, now: number): (() => void) | undefined {
    const entry = this.#entryOf(address, now);
    if (entry.count >= this.#most) return undefined;
    entry.count += 1;
    return () => {
      entry.count -= 1;
    };
  }

  #entryOf(address: string, now: number): Entry {
    const known = this.#entries.get(address);
    if (known && known.endsAt > now) return known;
    const entry = { count: 0, endsAt: now + windowMs };
    this.#entries.set(address, entry);
    return entry;
  }
}
