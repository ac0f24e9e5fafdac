import { setTimeout as delay } from 'node:timers/promises';
import { describeCause } from '../../base/index.ts';
import type { Store } from '../../store/index.ts';
import { proveFromTiles } from '../log/tiles.ts';
import { planConsistency } from '../tree/prove.ts';
import { type TimeStamper, timeStamp } from './time-stamp.ts';
import { askWitness, type Witness } from './witness.ts';

/** Something an operator must hear of those who vouch for the log. */
export type AnchorEvent = { readonly kind: 'anchor_failed'; readonly by: string; readonly cause: string };

export type AnchorerOptions = {
  readonly store: Store;
  readonly witnesses: readonly Witness[];
  readonly timeStamper: TimeStamper | undefined;
  /** How often it looks for a kept head that nobody has vouched for, in milliseconds. */
  readonly everyMs: number;
  readonly tell: (event: AnchorEvent) => void;
};

type Head = { readonly tenantId: string; readonly size: number; readonly signedAt: Date; readonly note: string };

/**
 * Has the newest head that is kept for good vouched for by others: cosigned by witnesses, stamped by an authority.
 *
 * Nothing waits for it. Who cannot be reached is told of once and asked again with the next head; what two processes ask
 * for at once is merely had twice.
 */
export class Anchorer {
  readonly #options: AnchorerOptions;
  readonly #knownSizes = new Map<string, number>();
  readonly #failing = new Set<string>();
  readonly #closing = new AbortController();
  #running: Promise<void> = Promise.resolve();

  constructor(options: AnchorerOptions) {
    this.#options = options;
  }

  start(): void {
    this.#running = this.#run();
  }

  async close(): Promise<void> {
    this.#closing.abort();
    await this.#running;
  }

  /** Sees to the newest kept head of every tenant. */
  async round(): Promise<void> {
    const { store } = this.#options;
    const tenants = await store.inSystem((db) => db.selectFrom('tenant').select('id').execute());
    for (const { id: tenantId } of tenants) {
      const row = await store.inTenant(tenantId, (db) =>
        db
          .selectFrom('ledger_checkpoint')
          .select(['size', 'signed_at', 'note', 'is_cosigned', 'time_stamp'])
          .orderBy('size', 'desc')
          .orderBy('signed_at', 'desc')
          .limit(1)
          .executeTakeFirst(),
      );
      if (!row) continue;
      const head: Head = { tenantId, size: Number(row.size), signedAt: row.signed_at, note: row.note };
      if (row.time_stamp) continue;
      // The stamp comes last, over the note as it then stays.
      await this.#stamp(row.is_cosigned ? head : await this.#cosign(head));
    }
  }

  async #run(): Promise<void> {
    const { signal } = this.#closing;
    while (!signal.aborted) {
      await this.#attempt('database', () => this.round());
      await delay(this.#options.everyMs, undefined, { signal }).catch(() => {}); // Closing ends the pause.
    }
  }

  async #stamp(head: Head): Promise<void> {
    const { timeStamper } = this.#options;
    if (!timeStamper) return;
    await this.#attempt(timeStamper.url, async () => {
      const { bytes } = await timeStamp(timeStamper, head.note);
      await this.#update(head, { time_stamp: bytes });
    });
  }

  async #cosign(head: Head): Promise<Head> {
    const lines: string[] = [];
    for (const witness of this.#options.witnesses) {
      const name = `${head.tenantId} ${witness.url}`;
      await this.#attempt(witness.url, async () => {
        lines.push(await askWitness(witness, this.#toCosign(head), this.#knownSizes.get(name) ?? 0));
        this.#knownSizes.set(name, head.size);
      });
    }
    if (lines.length === 0) return head;
    const note = `${head.note}${lines.join('')}`;
    await this.#update(head, { note, is_cosigned: true });
    return { ...head, note };
  }

  #toCosign({ tenantId, note, size }: Head) {
    const proveFrom = (oldSize: number) =>
      this.#options.store.inTenant(tenantId, (db) => proveFromTiles(db, size, planConsistency(oldSize, size)));
    return { checkpoint: note, size, proveFrom };
  }

  async #update({ tenantId, size, signedAt }: Head, change: Change): Promise<void> {
    await this.#options.store.inTenant(tenantId, (db) =>
      db
        .updateTable('ledger_checkpoint')
        .set(change)
        .where('size', '=', String(size))
        .where('signed_at', '=', signedAt)
        .execute(),
    );
  }

  // Told once, until it works again.
  async #attempt(by: string, work: () => Promise<void>): Promise<void> {
    try {
      await work();
      this.#failing.delete(by);
    } catch (fault) {
      if (!this.#failing.has(by)) this.#options.tell({ kind: 'anchor_failed', by, cause: describeCause(fault) });
      this.#failing.add(by);
    }
  }
}

type Change = { readonly time_stamp: Buffer } | { readonly note: string; readonly is_cosigned: true };
