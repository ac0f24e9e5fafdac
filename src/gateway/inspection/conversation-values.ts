import type { Finding } from '../../detection/index.ts';
import { contentTag } from '../anthropic/content-tag.ts';
import { isDistinct, type KnownValue } from './known-values.ts';

const maxConversations = 5_000;
const maxValues = 256;
const maxTexts = 1_000;

/**
 * What is kept of a conversation so that what comes back is redacted as it was: the values that were found, and which
 * texts of the vendor's were given to the client with values put back.
 */
export class ConversationValues {
  readonly #values = new Map<string, KnownValue>();
  readonly #texts = new Map<string, readonly Finding[]>();
  usedAt = 0;

  get values(): Iterable<KnownValue> {
    return this.#values.values();
  }

  get hasRestored(): boolean {
    return this.#texts.size > 0;
  }

  /** Learns a value, if it can be recognised without what was around it. */
  learn(known: KnownValue): void {
    if (!isDistinct(known)) return;
    this.#values.delete(known.value);
    this.#values.set(known.value, known);
    dropOldest(this.#values, maxValues);
  }

  /** Notes where values were put back in a text that went to the client: it is sent again with them. */
  noteRestored(text: string, findings: readonly Finding[]): void {
    this.#texts.set(tagOf(text), findings);
    dropOldest(this.#texts, maxTexts);
  }

  /** Where values were put back in this very text; undefined when it was not restored here. */
  restoredIn(text: string): readonly Finding[] | undefined {
    return this.#texts.get(tagOf(text));
  }
}

/**
 * The mapping of one process: values in memory only, for as long as their conversation goes on and `lifetimeMs` after
 * it was last used. Nothing of it is written anywhere.
 */
export class KnownConversations {
  readonly #lifetimeMs: number;
  readonly #known = new Map<string, ConversationValues>();

  constructor(lifetimeMs: number) {
    this.#lifetimeMs = lifetimeMs;
  }

  /** The memory of a conversation, which begins empty. `now` in milliseconds, of any clock that goes forward. */
  of(conversation: string, now: number): ConversationValues {
    this.forgetUnused(now);
    const values = this.#known.get(conversation) ?? new ConversationValues();
    this.#known.delete(conversation);
    this.#known.set(conversation, values);
    values.usedAt = now;
    dropOldest(this.#known, maxConversations);
    return values;
  }

  /** Drops what was not used for its lifetime. Also called when no request comes. */
  forgetUnused(now: number): void {
    for (const [conversation, { usedAt }] of this.#known) {
      if (now - usedAt < this.#lifetimeMs) return; // The oldest come first.
      this.#known.delete(conversation);
    }
  }
}

function dropOldest(map: Map<string, unknown>, most: number): void {
  const oldest = map.keys().next();
  if (map.size > most && !oldest.done) map.delete(oldest.value);
}

function tagOf(text: string): string {
  return contentTag(Buffer.from(text, 'utf8'));
}
