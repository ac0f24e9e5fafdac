import { sql } from 'kysely';
import { type Clock, type IdMaker } from '../../base/index.ts';
import { type Books, logHead, placeSince } from '../../ledger/index.ts';
import type { SinkName } from './sink.ts';

/** How far a sink is, for a reader. `waiting`: entries of the log that it has not taken. */
export type SinkState = {
  readonly sink: string;
  readonly waiting: number;
  /** Entries taken since the sink was first set up. */
  readonly sent: number;
  readonly sentAt: string | undefined;
  readonly failingSince: string | undefined;
  /** The code of what went wrong last, while it goes wrong. */
  readonly fault: string | undefined;
};

export type CursorOptions = {
  readonly books: Books;
  readonly now: Clock;
  readonly newId: IdMaker;
  /** From which instant on a sink that is new gets the log; undefined gives it everything. */
  readonly since: string | undefined;
  /** Longer than a batch may take: a process that was killed is replaced after it. */
  readonly leaseMs: number;
};

type Stretch = { readonly from: number; readonly next: number; readonly missing: number };

type Place = { readonly tenantId: string; readonly sink: SinkName };

/**
 * How far each sink has been sent each tenant's log; this room's one table. A place moves only forward, and only for the
 * process that holds its lease, so that of several processes one sends.
 */
export class Cursors {
  readonly #options: CursorOptions;
  readonly #ownId: string;

  constructor(options: CursorOptions) {
    this.#options = options;
    this.#ownId = options.newId();
  }

  /** Takes or keeps the lease, and says where to go on; undefined while another process holds it. */
  async take({ tenantId, sink }: Place): Promise<number | undefined> {
    const { books, now, leaseMs } = this.#options;
    const at = now();
    const lease = { leased_by: this.#ownId, leased_until: new Date(at.getTime() + leaseMs) };
    const take = async () =>
      books.store.inTenant(tenantId, (db) =>
        db
          .updateTable('siem_cursor')
          .set(lease)
          .where('sink', '=', sink)
          .where(({ eb, or }) =>
            or([eb('leased_by', '=', this.#ownId), eb('leased_until', 'is', null), eb('leased_until', '<', at)]),
          )
          .returning('next_seq')
          .executeTakeFirst(),
      );
    const taken = (await take()) ?? ((await this.#begin({ tenantId, sink })) ? await take() : undefined);
    return taken && Number(taken.next_seq);
  }

  /** Notes that everything from `from` to before `next` was taken. @returns false when the lease was lost meanwhile */
  async advance({ tenantId, sink }: Place, { from, next, missing }: Stretch): Promise<boolean> {
    const { books, now, leaseMs } = this.#options;
    const at = now();
    const { numUpdatedRows } = await books.store.inTenant(tenantId, (db) =>
      db
        .updateTable('siem_cursor')
        .set({
          next_seq: next,
          sent: sql<number>`sent + ${next - from - missing}`,
          sent_at: at,
          failing_since: null,
          fault: null,
          leased_until: new Date(at.getTime() + leaseMs),
        })
        .where('sink', '=', sink)
        .where('next_seq', '=', String(from))
        .where('leased_by', '=', this.#ownId)
        .executeTakeFirst(),
    );
    return numUpdatedRows === 1n;
  }

  /** Notes what goes wrong, for whoever asks. */
  async fail({ tenantId, sink }: Place, fault: string): Promise<void> {
    const at = this.#options.now();
    await this.#options.books.store.inTenant(tenantId, (db) =>
      db
        .updateTable('siem_cursor')
        .set({ fault, failing_since: sql<Date>`coalesce(failing_since, ${at})` })
        .where('sink', '=', sink)
        .where('leased_by', '=', this.#ownId)
        .execute(),
    );
  }

  /** Gives the lease back, so that another process need not wait for its end. */
  async release({ tenantId, sink }: Place): Promise<void> {
    await this.#options.books.store.inTenant(tenantId, (db) =>
      db
        .updateTable('siem_cursor')
        .set({ leased_by: null, leased_until: null })
        .where('sink', '=', sink)
        .where('leased_by', '=', this.#ownId)
        .execute(),
    );
  }

  async #begin({ tenantId, sink }: Place): Promise<boolean> {
    const { books, since } = this.#options;
    const next = since === undefined ? 0 : await placeSince(books, tenantId, since);
    const { numInsertedOrUpdatedRows } = await books.store.inTenant(tenantId, (db) =>
      db
        .insertInto('siem_cursor')
        .values({ tenant_id: tenantId, sink, next_seq: next })
        .onConflict((conflict) => conflict.doNothing())
        .executeTakeFirst(),
    );
    return numInsertedOrUpdatedRows === 1n;
  }
}

/** How far every sink of a tenant is. */
export async function sinkStates(books: Books, tenantId: string): Promise<readonly SinkState[]> {
  const size = (await logHead(books.store, tenantId))?.size ?? 0;
  const rows = await books.store.inTenant(tenantId, (db) =>
    db
      .selectFrom('siem_cursor')
      .select(['sink', 'next_seq', 'sent', 'sent_at', 'failing_since', 'fault'])
      .orderBy('sink')
      .execute(),
  );
  return rows.map((row) => ({
    sink: row.sink,
    waiting: Math.max(0, size - Number(row.next_seq)),
    sent: Number(row.sent),
    sentAt: row.sent_at?.toISOString(),
    failingSince: row.failing_since?.toISOString(),
    fault: row.fault ?? undefined,
  }));
}
