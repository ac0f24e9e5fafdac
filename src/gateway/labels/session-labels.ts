import { BoundedMap } from '../../base/index.ts';
import type { LabelledRepository } from '../../ledger/index.ts';
import type { SessionOf } from '../session-memory.ts';

/** Reads from the ledger what labels of repositories were handed in for a session. */
export type LoadLabels = (session: SessionOf) => Promise<readonly LabelledRepository[]>;

type Known = { readonly at: number; readonly labels: Promise<readonly LabelledRepository[]> };

const none: readonly LabelledRepository[] = [];
const maxSessions = 5_000;
// For so long what another gateway took in may not be known here.
const freshMs = 5_000;

/** Knows, for each session, the labels of its repositories. Holds the sessions used last. */
export class SessionLabels {
  readonly #load: LoadLabels;
  readonly #sessions = new Map<string, Known>();
  readonly #unkept = new BoundedMap<string, readonly LabelledRepository[]>(maxSessions);

  constructor(load: LoadLabels) {
    this.#load = load;
  }

  /** The same array for as long as nothing was added. Throws the database's fault. */
  async of(session: SessionOf): Promise<readonly LabelledRepository[]> {
    const key = keyOf(session);
    const before = this.#sessions.get(key);
    if (before && performance.now() - before.at < freshMs) return before.labels;
    const labels = this.#loaded(session, before);
    this.#sessions.delete(key);
    this.#sessions.set(key, { at: performance.now(), labels });
    const oldest = this.#sessions.keys().next();
    if (this.#sessions.size > maxSessions && !oldest.done) this.#sessions.delete(oldest.value);
    return labels;
  }

  /**
   * Of a session under zero retention: known to this process alone, since neither its name nor what its repositories are
   * called may be written down. Who starts the gateway anew loses them until the client's hook hands them in again.
   */
  ofUnkept(session: SessionOf): readonly LabelledRepository[] {
    return this.#unkept.get(keyOf(session)) ?? none;
  }

  addUnkept(session: SessionOf, added: readonly LabelledRepository[]): void {
    if (added.length > 0) this.#unkept.set(keyOf(session), [...this.ofUnkept(session), ...added]);
  }

  /** Something was added: it is read anew. */
  forget(session: SessionOf): void {
    this.#sessions.delete(keyOf(session));
  }

  async #loaded(session: SessionOf, before: Known | undefined): Promise<readonly LabelledRepository[]> {
    try {
      const [known, read] = await Promise.all([before?.labels, this.#load(session)]);
      // Nothing of a session's is ever taken away, so as many are the same ones.
      return known?.length === read.length ? known : read;
    } catch (fault) {
      this.#sessions.delete(keyOf(session));
      throw fault;
    }
  }
}

function keyOf({ tenantId, personId, sessionId }: SessionOf): string {
  return `${tenantId} ${personId} ${sessionId}`;
}
