import { setTimeout as delay } from 'node:timers/promises';
import { describeCause } from '../../base/index.ts';
import type { Store } from '../../store/index.ts';
import { ledgerError } from '../errors.ts';
import { rotateKeys, sequence, type SequenceOptions } from './sequence.ts';
import { SigningKeys } from './signing-keys.ts';

/** Something an operator must hear of the log. */
export type LogEvent = { readonly kind: 'log_behind'; readonly cause: string };

export type SequencerOptions = Omit<SequenceOptions, 'signingKeys'> & {
  readonly store: Store;
  readonly tell: (event: LogEvent) => void;
};

// Half of what is promised, so that a round that takes its time still comes within the second.
const roundEveryMs = 500;
const tryAgainMs = 50;

/**
 * Puts the records of all tenants into their logs, at most a second after they were written.
 *
 * Any number of processes may run one: for each log an advisory lock lets one at a time. What a process that ends leaves
 * waiting, the next one takes. A database that is away is waited for; what else goes wrong is told, and tried again.
 */
export class Sequencer {
  readonly #options: SequencerOptions;
  readonly #sequence: SequenceOptions;
  readonly #closing = new AbortController();
  #running: Promise<void> = Promise.resolve();
  #isBehind = false;

  constructor(options: SequencerOptions) {
    this.#options = options;
    this.#sequence = { ...options, signingKeys: new SigningKeys(options) };
  }

  /** Goes on until it is closed. */
  start(): void {
    this.#running = this.#run();
  }

  /** Logs what still waits, then ends. */
  async close(): Promise<void> {
    this.#closing.abort();
    await this.#running;
  }

  /** Logs everything that waits by now, of every tenant. @throws the database's fault */
  async round(): Promise<void> {
    const tenants = await this.#options.store.inSystem((db) => db.selectFrom('tenant').select('id').execute());
    for (const { id } of tenants) await this.#ofTenant(id);
  }

  /** Gives a tenant's log new keys, and tells them. @throws ledger_log_busy when other processes hold the log too long */
  async rotate(tenantId: string): Promise<readonly string[]> {
    await this.#ofTenant(tenantId);
    for (let tries = 0; tries < 100; tries += 1) {
      const keys = await this.#options.store.inTenant(tenantId, (db) => rotateKeys(db, tenantId, this.#sequence));
      if (keys) return keys;
      await delay(tryAgainMs);
    }
    throw ledgerError('ledger_log_busy');
  }

  async #run(): Promise<void> {
    while (!this.#closing.signal.aborted) {
      await this.#attempt();
      await delay(roundEveryMs, undefined, { signal: this.#closing.signal }).catch(() => {}); // Closing ends the pause.
    }
    await this.#attempt();
  }

  async #attempt(): Promise<void> {
    try {
      await this.round();
      this.#isBehind = false;
    } catch (fault) {
      if (!this.#isBehind) this.#options.tell({ kind: 'log_behind', cause: describeCause(fault) });
      this.#isBehind = true;
    }
  }

  async #ofTenant(tenantId: string): Promise<void> {
    for (;;) {
      const done = await this.#options.store.inTenant(tenantId, (db) => sequence(db, tenantId, this.#sequence));
      if (!done?.isFull) return;
    }
  }
}
