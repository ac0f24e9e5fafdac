import type { InspectedRequest } from '../../ledger/index.ts';
import { egressError } from '../errors.ts';

type Write = (requests: readonly InspectedRequest[]) => Promise<unknown>;

const mostWaiting = 64;
const waitsMs = 2_000;

/**
 * The requests of one connection on their way into the ledger: together after two seconds or sixty-four of them, the
 * rest when the connection ends. They are written after they happened, as the connection itself was before; once the
 * ledger took none, no further request passes.
 */
export class RequestBook {
  readonly #write: Write;
  #waiting: InspectedRequest[] = [];
  #timer: NodeJS.Timeout | undefined;
  #written: Promise<unknown> = Promise.resolve();
  #fault: unknown;

  constructor(write: Write) {
    this.#write = write;
  }

  /** @throws egress_unrecorded once a request could not be written down. */
  assertTakes(): void {
    if (this.#fault !== undefined) throw egressError('egress_unrecorded', {}, this.#fault);
  }

  take(request: InspectedRequest): void {
    this.#waiting.push(request);
    if (this.#waiting.length >= mostWaiting) this.#flush();
    else this.#timer ??= setTimeout(() => this.#flush(), waitsMs);
  }

  /** Writes what waits. Resolves when all is written or has failed. */
  async close(): Promise<void> {
    this.#flush();
    await this.#written;
  }

  #flush(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    if (this.#waiting.length === 0) return;
    const requests = this.#waiting;
    this.#waiting = [];
    this.#written = this.#written
      .then(() => this.#write(requests))
      .catch((fault: unknown) => {
        this.#fault = fault;
      });
  }
}
