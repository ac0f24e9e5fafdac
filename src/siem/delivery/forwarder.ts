import { setTimeout as delay } from 'node:timers/promises';
import { describeCause, OctroiError } from '../../base/index.ts';
import { logHead } from '../../ledger/index.ts';
import { type EventSource, readEvents } from '../read-events.ts';
import { Cursors, type CursorOptions } from './cursors.ts';
import type { Sink, SinkName } from './sink.ts';

/** Something an operator must hear of a sink. Codes and counts; never an event. */
export type SiemEvent =
  | { readonly kind: 'siem_failing'; readonly sink: SinkName; readonly cause: string; readonly status?: number }
  | { readonly kind: 'siem_recovered'; readonly sink: SinkName }
  /** The receiver took events and refused some of them for good. */
  | { readonly kind: 'siem_events_refused'; readonly sink: SinkName; readonly count: number }
  /** The log did not keep entries that were never sent. */
  | { readonly kind: 'siem_entries_missing'; readonly sink: SinkName; readonly count: number };

export type ForwarderOptions = EventSource &
  Omit<CursorOptions, 'books'> & {
    readonly sinks: readonly Sink[];
    readonly tell: (event: SiemEvent) => void;
    /** How long a sink with nothing to send pauses, and the first pause of one that fails; in milliseconds. */
    readonly pauseMs?: number;
  };

const usualPauseMs = 1_000;
const longestPauseMs = 60_000;

/**
 * Sends every tenant's log to every sink, in its order, each entry at least once.
 *
 * A sink's place moves after it has taken a batch: a process killed in between sends that batch again, under the same
 * event ids. Sinks do not wait for one another, and nothing waits for them: they read what the ledger has written. A sink
 * that fails is told once, asked again after pauses that double up to a minute, and told when it is back.
 */
export class Forwarder {
  readonly #options: ForwarderOptions;
  readonly #cursors: Cursors;
  readonly #closing = new AbortController();
  readonly #failing = new Set<SinkName>();
  /** How long the log was when a sink had all of it. */
  readonly #reached = new Map<string, number>();
  #running: Promise<unknown> = Promise.resolve();

  constructor(options: ForwarderOptions) {
    this.#options = options;
    this.#cursors = new Cursors(options);
  }

  /** Goes on until it is closed. */
  start(): void {
    this.#running = Promise.all(this.#options.sinks.map((sink) => this.#run(sink)));
  }

  /** Sends no more; what a sink has not taken by now is sent at the next start. */
  async close(): Promise<void> {
    this.#closing.abort();
    await this.#running;
    await Promise.all(this.#options.sinks.map((sink) => sink.close()));
  }

  async #run(sink: Sink): Promise<void> {
    const { pauseMs = usualPauseMs } = this.#options;
    const { signal } = this.#closing;
    let failures = 0;
    while (!signal.aborted) {
      const wait = await this.#attempt(sink);
      failures = wait === undefined ? 0 : failures + 1;
      const pause = failures === 0 ? pauseMs : Math.min(pauseMs * 2 ** (failures - 1), longestPauseMs);
      await delay(Math.max(pause, wait ?? 0), undefined, { signal }).catch(() => {}); // Closing ends the pause.
    }
    await this.#release(sink);
  }

  /** Sends all there is. @returns undefined when it went well, else how long the receiver asks to be left alone */
  async #attempt(sink: Sink): Promise<number | undefined> {
    let current: string | undefined;
    try {
      for (const tenantId of await this.#tenants()) {
        current = tenantId;
        await this.#sendAll(sink, tenantId);
      }
      if (this.#failing.delete(sink.name)) this.#options.tell({ kind: 'siem_recovered', sink: sink.name });
      return undefined;
    } catch (fault) {
      if (this.#closing.signal.aborted) return undefined;
      await this.#noteFailure(sink, current, fault);
      return retryAfterOf(fault);
    }
  }

  async #sendAll(sink: Sink, tenantId: string): Promise<void> {
    const place = { tenantId, sink: sink.name };
    // A sink that has everything costs one short query a second, and writes nothing.
    const size = (await logHead(this.#options.books.store, tenantId))?.size ?? 0;
    const key = `${sink.name} ${tenantId}`;
    if (this.#reached.get(key) === size) return;
    let from = await this.#cursors.take(place);
    while (from !== undefined && !this.#closing.signal.aborted) {
      const { events, next, missing } = await readEvents(this.#options, tenantId, from);
      if (next === from) return void this.#reached.set(key, from);
      if (missing > 0) this.#options.tell({ kind: 'siem_entries_missing', sink: sink.name, count: missing });
      if (events.length > 0) await this.#send(sink, events);
      if (!(await this.#cursors.advance(place, { from, next, missing }))) return;
      from = next;
    }
  }

  async #send(sink: Sink, events: Parameters<Sink['send']>[0]): Promise<void> {
    const { rejected } = await sink.send(events, this.#closing.signal);
    if (rejected > 0) this.#options.tell({ kind: 'siem_events_refused', sink: sink.name, count: rejected });
  }

  async #noteFailure({ name }: Sink, tenantId: string | undefined, fault: unknown): Promise<void> {
    const cause = describeCause(fault);
    const status = fault instanceof OctroiError ? fault.args['status'] : undefined;
    if (!this.#failing.has(name))
      this.#options.tell({
        kind: 'siem_failing',
        sink: name,
        cause,
        ...(typeof status === 'number' ? { status } : {}),
      });
    this.#failing.add(name);
    if (tenantId === undefined) return;
    const text = status === undefined ? cause : `${cause} ${status}`;
    await this.#cursors.fail({ tenantId, sink: name }, text).catch(() => {}); // Told already; the database may be what is away.
  }

  async #release({ name }: Sink): Promise<void> {
    try {
      for (const tenantId of await this.#tenants()) await this.#cursors.release({ tenantId, sink: name });
    } catch {
      // The lease runs out by itself.
    }
  }

  async #tenants(): Promise<readonly string[]> {
    const { store } = this.#options.books;
    const rows = await store.inSystem((db) => db.selectFrom('tenant').select('id').execute());
    return rows.map(({ id }) => id);
  }
}

function retryAfterOf(fault: unknown): number {
  const wanted = fault instanceof OctroiError ? fault.args['retryAfterMs'] : undefined;
  return typeof wanted === 'number' ? Math.min(wanted, longestPauseMs) : 0;
}
