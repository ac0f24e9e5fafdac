import { gatewayError } from './errors.ts';

/** Counts the bytes of bodies that are held in memory, so that many large ones refuse the next instead of ending the process. */
export class HeldBytes {
  readonly #max: number;
  #held = 0;

  constructor(maxBytes: number) {
    this.#max = maxBytes;
  }

  /** Takes room for `bytes`. @returns gives it back; calling that twice changes nothing. @throws gateway_busy */
  take(bytes: number): () => void {
    if (this.#held + bytes > this.#max) throw gatewayError('gateway_busy');
    this.#held += bytes;
    let isHeld = true;
    return () => {
      if (!isHeld) return;
      isHeld = false;
      this.#held -= bytes;
    };
  }
}
