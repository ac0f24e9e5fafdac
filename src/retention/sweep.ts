import { setTimeout as delay } from 'node:timers/promises';
import { describeCause } from '../base/index.ts';
import { erasedLedgerTables } from '../ledger/erasure.ts';
import { takeDeadRowsAway } from './dead-rows.ts';
import { type Due, dueSelections } from './due.ts';
import { erase } from './erase.ts';
import type { Retention, Statement } from './retention.ts';

/** What a sweep did, in so many tombstones. */
export type Swept = { readonly records: number; readonly tombstoneIds: readonly string[] };

/** Something an operator must hear of the sweep. */
export type SweepEvent =
  | { readonly kind: 'retention_swept'; readonly records: number; readonly tombstones: number }
  | { readonly kind: 'retention_failed'; readonly cause: string };

/** So many records at most in one transaction, beside the ends of their exchanges. */
export const batchRecords = 2_000;

const ordered: Statement = { reason: 'policy', by: 'octroi' };

/**
 * Erases what is due in a tenant: deleted conversations, and what is older than its lifetime; never what is under a hold.
 * Batch by batch, each a transaction with a tombstone of its own: a sweep that is cut short goes on at the next one.
 * @throws what `erase` throws
 */
export async function sweep(retention: Retention, tenantId: string, statement: Statement = ordered): Promise<Swept> {
  const tombstoneIds: string[] = [];
  let records = 0;
  for (const due of dueSelections(retention)) {
    const done = await sweepDue(retention, { tenantId, due, statement });
    records += done.records;
    tombstoneIds.push(...done.tombstoneIds);
  }
  if (records > 0) await takeDeadRowsAway(retention.store, { tables: erasedLedgerTables });
  return { records, tombstoneIds };
}

type Sweeping = { readonly tenantId: string; readonly due: Due; readonly statement: Statement };

async function sweepDue(retention: Retention, { tenantId, due, statement }: Sweeping): Promise<Swept> {
  const tombstoneIds: string[] = [];
  let records = 0;
  let after: { id: string; recorded_at: Date } | undefined;
  for (;;) {
    const batch = { limit: batchRecords, after };
    const erased = await erase(retention, { tenantId, ...due, ...statement, batch });
    if (!erased) return { records, tombstoneIds };
    records += erased.records;
    if (erased.tombstoneId !== undefined) tombstoneIds.push(erased.tombstoneId);
    after = erased.last;
  }
}

export type SweeperOptions = {
  readonly retention: Retention;
  readonly everyMs: number;
  readonly tell: (event: SweepEvent) => void;
};

/** Sweeps every tenant, at its start and then on schedule, until it is closed. A fault is told; the next sweep tries again. */
export class Sweeper {
  readonly #options: SweeperOptions;
  readonly #closing = new AbortController();
  #running: Promise<void> = Promise.resolve();

  constructor(options: SweeperOptions) {
    this.#options = options;
  }

  start(): void {
    this.#running = this.#run();
  }

  /** Ends after the sweep that is under way. */
  async close(): Promise<void> {
    this.#closing.abort();
    await this.#running;
  }

  async #run(): Promise<void> {
    const { everyMs } = this.#options;
    const { signal } = this.#closing;
    while (!signal.aborted) {
      await this.#attempt();
      await delay(everyMs, undefined, { signal, ref: false }).catch(() => {}); // Closing ends the pause.
    }
  }

  async #attempt(): Promise<void> {
    const { retention, tell } = this.#options;
    try {
      const tenants = await retention.store.inSystem((db) => db.selectFrom('tenant').select('id').execute());
      for (const { id } of tenants) {
        if (this.#closing.signal.aborted) return;
        const { records, tombstoneIds } = await sweep(retention, id);
        if (records > 0) tell({ kind: 'retention_swept', records, tombstones: tombstoneIds.length });
      }
    } catch (fault) {
      tell({ kind: 'retention_failed', cause: describeCause(fault) });
    }
  }
}
