import type { RememberedBody } from './remembered.ts';

const maxConversations = 2_000;
const maxPieces = 400_000;
const bodiesKept = 3;

type Kept = { readonly bodies: readonly RememberedBody[]; readonly pieces: number };

/**
 * Keeps what the bodies of each conversation were found to hold, for one process: those used last, and not more than
 * some 100 MB of them. Digests and facts only; nothing here is needed for a right answer.
 */
export class BodyMemory {
  readonly #kept = new Map<string, Kept>();
  #pieces = 0;

  /** The bodies known of a conversation, the newest first. */
  of(conversation: string): readonly RememberedBody[] {
    return this.#kept.get(conversation)?.bodies ?? [];
  }

  /** Adds the body read last; it takes the place of the one that began alike. */
  keep(conversation: string, body: RememberedBody): void {
    const first = body.messages[0]?.digest;
    const others = this.of(conversation).filter(({ messages }) => messages[0]?.digest !== first);
    const bodies = [body, ...others].slice(0, bodiesKept);
    const pieces = bodies.reduce(
      (sum, { messages }) => sum + messages.reduce((count, message) => count + message.pieces.length, 1),
      0,
    );
    this.#drop(conversation);
    this.#kept.set(conversation, { bodies, pieces });
    this.#pieces += pieces;
    while (this.#kept.size > maxConversations || (this.#pieces > maxPieces && this.#kept.size > 1)) this.#dropOldest();
  }

  #dropOldest(): void {
    const oldest = this.#kept.keys().next();
    if (!oldest.done) this.#drop(oldest.value);
  }

  #drop(conversation: string): void {
    this.#pieces -= this.#kept.get(conversation)?.pieces ?? 0;
    this.#kept.delete(conversation);
  }
}
