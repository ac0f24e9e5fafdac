import { BoundedMap } from '../../base/index.ts';
import type { Finding } from '../../detection/index.ts';
import { contentTag } from '../anthropic/content-tag.ts';
import { isRecognisable, type KnownValue } from './known-values.ts';

const maxConversations = 5_000;
const maxValues = 256;
const maxStandIns = 512;
const maxTexts = 2_000;

/**
 * What is kept of a conversation so that what comes back is redacted as it was: the values that were found, what their
 * stand-ins mean, and what was found in which text.
 */
export class ConversationValues {
  readonly #values = new BoundedMap<string, KnownValue>(maxValues);
  readonly #meanings = new BoundedMap<string, KnownValue>(maxStandIns);
  readonly #strings = new BoundedMap<string, readonly Finding[]>(maxTexts);
  readonly #restored = new BoundedMap<string, readonly Finding[]>(maxTexts);
  usedAt = 0;

  get values(): Iterable<KnownValue> {
    return this.#values.values();
  }

  /** Whether a text must be read for what was found elsewhere in the conversation. */
  get isKnowing(): boolean {
    return this.#values.size > 0 || this.#meanings.size > 0;
  }

  /** What the stand-ins mean that this conversation was given. */
  get meanings(): ReadonlyMap<string, KnownValue> {
    return this.#meanings;
  }

  /** Learns a value, if it can be recognised without what was around it. The kind it was first found to be stays. */
  learn(known: KnownValue, wasRestored = false): void {
    if (!isRecognisable(known, wasRestored)) return;
    this.#values.set(known.value, this.#values.get(known.value) ?? known);
  }

  /** Notes what a stand-in means that has left. */
  gave(standIn: string, meaning: KnownValue): void {
    this.#meanings.set(standIn, meaning);
  }

  /**
   * Notes what was found in a string, by its bytes: the same string is redacted in the same places when it comes again in
   * this conversation, so that the vendor's cache keeps matching.
   */
  note(raw: Uint8Array, findings: readonly Finding[]): void {
    this.#strings.set(contentTag(raw), findings);
  }

  /** What was found in this very string before; undefined when it is new. */
  foundIn(raw: Uint8Array): readonly Finding[] | undefined {
    return this.#strings.size === 0 ? undefined : this.#strings.get(contentTag(raw));
  }

  /** Notes where values were put back in a text that went to the client, however it writes it when it sends it again. */
  noteRestored(text: string, findings: readonly Finding[]): void {
    this.#restored.set(contentTag(Buffer.from(text, 'utf8')), findings);
  }

  /** Where values were put back in this very text; undefined when it was not restored here. */
  restoredIn(text: string): readonly Finding[] | undefined {
    return this.#restored.size === 0 ? undefined : this.#restored.get(contentTag(Buffer.from(text, 'utf8')));
  }
}

/**
 * The mapping of one process: values in memory only, for as long as their conversation goes on and `lifetimeMs` after
 * it was last used. Nothing of it is written anywhere.
 */
export class KnownConversations {
  readonly #lifetimeMs: number;
  readonly #known = new BoundedMap<string, ConversationValues>(maxConversations);

  constructor(lifetimeMs: number) {
    this.#lifetimeMs = lifetimeMs;
  }

  /** The memory of a conversation, which begins empty. `now` in milliseconds, of any clock that goes forward. */
  of(conversation: string, now: number): ConversationValues {
    this.forgetUnused(now);
    const values = this.#known.get(conversation) ?? new ConversationValues();
    this.#known.set(conversation, values);
    values.usedAt = now;
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
