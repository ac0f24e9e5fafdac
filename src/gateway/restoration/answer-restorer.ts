import { EventRestorer } from './event-restorer.ts';
import type { Restoration } from './block-restorer.ts';
import { restoreMessage } from './restore-message.ts';

/** Puts values back into an answer as it passes. */
export type AnswerRestorer = {
  /** What can go on to the client of what has come so far; may be nothing. */
  push(chunk: Buffer): Buffer;
  /** What is left at the end. */
  end(): Buffer;
  readonly count: number;
};

/** A restorer for an answer of this content type; none for what is neither a stream of events nor a JSON document. */
export function answerRestorer(contentType: string | undefined, restoration: Restoration): AnswerRestorer | undefined {
  if (contentType?.startsWith('text/event-stream')) return new EventRestorer(restoration);
  if (contentType?.startsWith('application/json')) return new DocumentRestorer(restoration);
  return undefined;
}

class DocumentRestorer implements AnswerRestorer {
  readonly #restoration: Restoration;
  readonly #chunks: Buffer[] = [];
  count = 0;

  constructor(restoration: Restoration) {
    this.#restoration = restoration;
  }

  push(chunk: Buffer): Buffer {
    this.#chunks.push(chunk);
    return Buffer.alloc(0);
  }

  end(): Buffer {
    const { bytes, count } = restoreMessage(Buffer.concat(this.#chunks), this.#restoration);
    this.count = count;
    return bytes;
  }
}
