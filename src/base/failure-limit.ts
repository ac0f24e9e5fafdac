const windowMs = 10 * 60_000;
const maxAddresses = 10_000;

/**
 * Counts what an address got wrong lately, and tells when it was too often (RFC 8628 §5.1). In this process's memory:
 * behind several gateways an address has as many tries as there are gateways.
 */
export class FailureLimit {
  readonly #most: number;
  readonly #counts = new Map<string, { count: number; endsAt: number }>();

  constructor(most: number) {
    this.#most = most;
  }

  isReached(address: string, now: number): boolean {
    const entry = this.#counts.get(address);
    return entry !== undefined && entry.endsAt > now && entry.count >= this.#most;
  }

  add(address: string, now: number): void {
    const entry = this.#counts.get(address);
    if (entry && entry.endsAt > now) {
      entry.count += 1;
      return;
    }
    this.#counts.delete(address);
    this.#counts.set(address, { count: 1, endsAt: now + windowMs });
    const oldest = this.#counts.keys().next();
    if (this.#counts.size > maxAddresses && !oldest.done) this.#counts.delete(oldest.value);
  }
}
