/** Reads from the ledger what has left in a session so far. */
export type LoadSession = (tenantId: string, sessionId: string) => Promise<ReadonlySet<string>>;

const maxSessions = 5_000;

/**
 * Knows, for each session, the fingerprints of what has left in it.
 *
 * What is not in memory is asked of the ledger, so that a restart, or another gateway, goes on where the last one was.
 * Holds the sessions used last.
 */
export class SessionMemory {
  readonly #load: LoadSession;
  readonly #sessions = new Map<string, Promise<Set<string>>>();

  constructor(load: LoadSession) {
    this.#load = load;
  }

  /** The set that belongs to a session: the caller adds to it what leaves. Throws the database's fault. */
  async of(tenantId: string, sessionId: string): Promise<Set<string>> {
    const key = `${tenantId} ${sessionId}`;
    const known = this.#sessions.get(key) ?? this.#fromLedger(tenantId, sessionId, key);
    this.#sessions.delete(key);
    this.#sessions.set(key, known);
    const oldest = this.#sessions.keys().next();
    if (this.#sessions.size > maxSessions && !oldest.done) this.#sessions.delete(oldest.value);
    return known;
  }

  async #fromLedger(tenantId: string, sessionId: string, key: string): Promise<Set<string>> {
    try {
      return new Set(await this.#load(tenantId, sessionId));
    } catch (fault) {
      this.#sessions.delete(key);
      throw fault;
    }
  }
}
