import { BoundedMap } from '../base/index.ts';

/** Reads from the ledger what has left in a session so far. */
export type LoadSession = (session: SessionOf) => Promise<ReadonlySet<string>>;

/** A session by the client's own word, which counts for the person only who sends it. */
export type SessionOf = { readonly tenantId: string; readonly personId: string; readonly sessionId: string };

const maxSessions = 5_000;

/**
 * Knows, for each session, the fingerprints of what has left in it.
 *
 * What is not in memory is asked of the ledger, so that a restart, or another gateway, goes on where the last one was.
 * Holds the sessions used last.
 */
export class SessionMemory {
  readonly #load: LoadSession;
  readonly #sessions = new BoundedMap<string, Promise<Set<string>>>(maxSessions);

  constructor(load: LoadSession) {
    this.#load = load;
  }

  /** The set that belongs to a session: the caller adds to it what leaves. Throws the database's fault. */
  async of(session: SessionOf): Promise<Set<string>> {
    const key = `${session.tenantId} ${session.personId} ${session.sessionId}`;
    const known = this.#sessions.get(key) ?? this.#fromLedger(session, key);
    this.#sessions.set(key, known);
    return known;
  }

  async #fromLedger(session: SessionOf, key: string): Promise<Set<string>> {
    try {
      return new Set(await this.#load(session));
    } catch (fault) {
      this.#sessions.delete(key);
      throw fault;
    }
  }
}
