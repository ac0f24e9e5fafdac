import { gatewayError } from './errors.ts';

/** What one request holds. */
export type Held = {
  /** Takes room for further bytes. @throws gateway_busy */
  take(bytes: number): void;
  /** Gives everything back. */
  release(): void;
};

/**
 * Counts the bytes of bodies that are held in memory, from the first that arrives, so that many large ones refuse the
 * next instead of ending the process.
 */
export class HeldBytes {
  readonly #max: number;
  #held = 0;

  constructor(maxBytes: number) {
    this.#max = maxBytes;
  }

  hold(): Held {
    let own = 0;
    return {
      take: (bytes) => {
        if (this.#held + bytes > this.#max) throw gatewayError('gateway_busy');
        this.#held += bytes;
        own += bytes;
      },
      release: () => {
        this.#held -= own;
        own = 0;
      },
    };
  }
}
