import { setTimeout as delay } from 'node:timers/promises';
import { Client, type ClientConfig } from 'pg';
import { describeCause } from '../base/index.ts';
import { ledgerError } from './errors.ts';
import { insertStatement, insertValues } from './insert-statement.ts';
import { isPassing, Unreachable } from './passing-fault.ts';
import type { LedgerRow } from './row.ts';

type Waiting = {
  readonly row: LedgerRow;
  giveUpAt: number;
  readonly resolve: () => void;
  readonly reject: (fault: unknown) => void;
  isSettled: boolean;
};

export type WriterOptions = {
  readonly connection: ClientConfig;
  /** How long a record waits for a database that is away before its caller is refused, in milliseconds. */
  readonly waitMs: number;
  /** Called on the writer's connection whenever it has been made anew, before the first record goes through it. */
  readonly onConnect?: (client: Client) => Promise<void>;
};

const maxBatchRecords = 2_000;
const maxBatchBytes = 4 * 1024 * 1024;
const maxQueuedBytes = 256 * 1024 * 1024;
// How long a record that nobody waits for may wait for a database that is away: the ends of exchanges are not lost with
// an hour of full disk. A stop does not wait for them longer than for others.
const patientWaitMs = 3_600_000;
// How long a record that nobody waits for may stay before it makes a batch of its own, to go with one that is waited for.
const patienceMs = 20;
const retryPauseMs = 200;
const sweepEveryMs = 250;
// A network that swallows packets would otherwise hold the one connection for hours.
const queryLimitMs = 15_000;

/**
 * Group commit: whatever waits while one batch is being written goes into the next, as one INSERT in its own
 * transaction, and each caller is answered when that transaction is on disk.
 *
 * One connection, one batch at a time, in the order of arrival. A batch whose outcome is unknown because the connection
 * broke is written again; a record that is there already, by its id, is left as it is. Callers never retry.
 */
export class LedgerWriter {
  readonly #options: WriterOptions;
  #queue: Waiting[] = [];
  #queuedBytes = 0;
  #inFlight: readonly Waiting[] = [];
  #client: Client | undefined;
  #tenantsOfSession = '';
  #isRunning = false;
  #patience: NodeJS.Timeout | undefined;
  #isClosed = false;
  #idle: Promise<void> = Promise.resolve();
  readonly #sweep: NodeJS.Timeout;

  constructor(options: WriterOptions) {
    this.#options = options;
    this.#sweep = setInterval(() => this.#refuseOverdue(), sweepEveryMs).unref();
  }

  /**
   * Resolves once the row is durable. A patient row goes with the next batch, or after 20 ms in one of its own.
   * @throws ledger_unavailable after `waitMs` without a database; ledger_overloaded at once when too much waits;
   *   ledger_write_rejected when the database refuses the row for good; ledger_closed.
   */
  async write(row: LedgerRow, isPatient = false): Promise<void> {
    if (this.#isClosed) throw ledgerError('ledger_closed');
    if (this.#queuedBytes + row.payload.length > maxQueuedBytes) throw ledgerError('ledger_overloaded');
    const written = new Promise<void>((resolve, reject) => {
      this.#queue.push({
        row,
        giveUpAt: Date.now() + (isPatient ? patientWaitMs : this.#options.waitMs),
        resolve,
        reject,
        isSettled: false,
      });
    });
    this.#queuedBytes += row.payload.length;
    if (!this.#isRunning && isPatient) this.#patience ??= setTimeout(() => this.#start(), patienceMs);
    else this.#start();
    return written;
  }

  /** Writes what still waits, within its time, then ends the connection. */
  async close(): Promise<void> {
    this.#isClosed = true;
    const latest = Date.now() + this.#options.waitMs;
    for (const entry of [...this.#inFlight, ...this.#queue]) entry.giveUpAt = Math.min(entry.giveUpAt, latest);
    this.#start();
    await this.#idle;
    clearInterval(this.#sweep);
    await this.#disconnect();
  }

  #start(): void {
    clearTimeout(this.#patience);
    this.#patience = undefined;
    if (!this.#isRunning) this.#idle = this.#run();
  }

  async #run(): Promise<void> {
    this.#isRunning = true;
    // Lets everything that this turn of the event loop brings join the first batch.
    await new Promise(setImmediate);
    while (this.#queue.length > 0) {
      const batch = this.#takeBatch();
      this.#inFlight = batch;
      await this.#writeUntilSettled(batch);
      this.#inFlight = [];
    }
    this.#isRunning = false;
  }

  #takeBatch(): readonly Waiting[] {
    let count = 0;
    let bytes = 0;
    for (const { row } of this.#queue) {
      if (count === maxBatchRecords || (count > 0 && bytes + row.payload.length > maxBatchBytes)) break;
      count += 1;
      bytes += row.payload.length;
    }
    this.#queuedBytes -= bytes;
    return this.#queue.splice(0, count);
  }

  async #writeUntilSettled(batch: readonly Waiting[]): Promise<void> {
    for (let waiting = batch; waiting.length > 0; waiting = waiting.filter((entry) => !entry.isSettled)) {
      try {
        await this.#insert(waiting.map((entry) => entry.row));
        for (const entry of waiting) settle(entry);
      } catch (fault) {
        await this.#afterFault(waiting, fault);
      }
    }
  }

  async #afterFault(waiting: readonly Waiting[], fault: unknown): Promise<void> {
    if (isPassing(fault)) {
      await this.#disconnect();
      if (!waiting.every((entry) => entry.isSettled)) await delay(retryPauseMs);
      return;
    }
    const [only] = waiting;
    if (waiting.length === 1 && only)
      return settle(only, ledgerError('ledger_write_rejected', { detail: describeCause(fault) }, fault));
    // One row that the database refuses must not take the others down with it: each goes alone.
    for (const entry of waiting) await this.#writeUntilSettled([entry]);
  }

  async #insert(rows: readonly LedgerRow[]): Promise<void> {
    const client = await this.#connected().catch((fault: unknown) => {
      throw new Unreachable(fault); // Whatever keeps us from the database, it is nothing the records did.
    });
    const tenants = [...new Set(rows.map((row) => row.tenantId))].toSorted().join(',');
    if (tenants !== this.#tenantsOfSession) {
      await client.query(`select set_config('octroi.append_tenants', $1, false)`, [tenants]);
      this.#tenantsOfSession = tenants;
    }
    await client.query({ name: 'append', text: insertStatement, values: insertValues(rows) });
  }

  async #connected(): Promise<Client> {
    if (this.#client) return this.#client;
    const client = new Client({
      ...this.#options.connection,
      connectionTimeoutMillis: 2_000,
      query_timeout: queryLimitMs,
    });
    // The query under way tells of the break; without a listener an idle break would end the process.
    client.on('error', () => {
      if (this.#client === client) this.#client = undefined;
    });
    await client.connect();
    try {
      await this.#options.onConnect?.(client);
    } catch (fault) {
      await client.end();
      throw fault;
    }
    this.#tenantsOfSession = '';
    this.#client = client;
    return client;
  }

  async #disconnect(): Promise<void> {
    const client = this.#client;
    this.#client = undefined;
    await client?.end().catch(() => {}); // It is being given up; how it ends changes nothing.
  }

  #refuseOverdue(): void {
    const now = Date.now();
    for (const entry of this.#inFlight) if (entry.giveUpAt <= now) settle(entry, ledgerError('ledger_unavailable'));
    // Not the first alone: behind a record that may wait for an hour stand those that may not.
    const overdue = this.#queue.filter((entry) => entry.giveUpAt <= now);
    if (overdue.length === 0) return;
    this.#queue = this.#queue.filter((entry) => entry.giveUpAt > now);
    for (const entry of overdue) {
      this.#queuedBytes -= entry.row.payload.length;
      settle(entry, ledgerError('ledger_unavailable'));
    }
  }
}

function settle(entry: Waiting, fault?: unknown): void {
  if (entry.isSettled) return;
  entry.isSettled = true;
  if (fault === undefined) entry.resolve();
  else entry.reject(fault);
}
