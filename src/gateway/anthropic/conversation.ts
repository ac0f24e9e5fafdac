import type { Describer } from './describer.ts';
import { cursorAt, type ValueSpan } from './members.ts';
import { formText, type StringSpan, type ToolCall } from './piece.ts';

/** What reading one value took from the conversation before it, and left for what comes after. */
export type Trace = {
  /** The tool calls that were looked up, by id; undefined where there was none. */
  readonly used: ReadonlyMap<string, ToolCall | undefined>;
  readonly learnt: ReadonlyMap<string, ToolCall>;
  readonly announcedBefore: ToolCall | undefined;
  readonly announcedAfter: ToolCall | undefined;
};

/** What is known while a conversation is read: its tool calls, and the call whose result the next text brings. */
export class Conversation {
  readonly bytes: Buffer;
  readonly describer: Describer;
  /** Set by a text that announces a call, and taken by the text that brings its result. */
  announced: ToolCall | undefined;
  readonly #calls = new Map<string, ToolCall>();
  #used = new Map<string, ToolCall | undefined>();
  #learnt = new Map<string, ToolCall>();
  #announcedBefore: ToolCall | undefined;

  constructor(bytes: Buffer, describer: Describer) {
    this.bytes = bytes;
    this.describer = describer;
  }

  /** The call of this id, if it stands before. */
  callOf(id: string): ToolCall | undefined {
    const call = this.#calls.get(id);
    this.#used.set(id, call);
    return call;
  }

  learn(id: string, call: ToolCall): void {
    this.#calls.set(id, call);
    this.#learnt.set(id, call);
  }

  /** Begins to note what one value takes and leaves. */
  beginTrace(): void {
    this.#used = new Map();
    this.#learnt = new Map();
    this.#announcedBefore = this.announced;
  }

  endTrace(): Trace {
    const [used, learnt, announcedBefore] = [this.#used, this.#learnt, this.#announcedBefore];
    return { used, learnt, announcedBefore, announcedAfter: this.announced };
  }

  /** Whether a value that was read under this trace would be read the same here. */
  fits({ used, announcedBefore }: Trace): boolean {
    if (!isSameCall(announcedBefore, this.announced)) return false;
    for (const [id, call] of used) if (!isSameCall(call, this.#calls.get(id))) return false;
    return true;
  }

  /** Takes over what a value left, without reading it again. */
  follow({ learnt, announcedAfter }: Trace): void {
    for (const [id, call] of learnt) this.#calls.set(id, call);
    this.announced = announcedAfter;
  }
}

function isSameCall(one: ToolCall | undefined, other: ToolCall | undefined): boolean {
  if (one === other) return true;
  return one?.tool === other?.tool && one?.path === other?.path && one?.command === other?.command;
}

/** A block's members by name, each with the bounds of its value. */
export type Block = ReadonlyMap<string, ValueSpan>;

// Members that hold no content of their own. Any other is declared, and so is one of these that is longer than it has
// reason to be: nothing hides in a field, known or not.
const longestPlainBytes = 200;
const plainMembers: ReadonlySet<string> = new Set([
  'type',
  'id',
  'name',
  'tool_use_id',
  'is_error',
  'cache_control',
  'media_type',
  'role',
  'output_config',
]);

/** Declares the members that neither the reader has read nor are known to be plain. */
export function describeRest(conversation: Conversation, members: Block, read: readonly string[]): void {
  for (const [name, span] of members) {
    const isPlain = plainMembers.has(name) && span.end - span.start <= longestPlainBytes;
    if (!read.includes(name) && !isPlain) describeUnknown(conversation, name, span);
  }
}

/** Declares a value of which nothing is known but the name of its member; the name goes with it, since it may be content too. */
export function describeUnknown(conversation: Conversation, name: string, span: ValueSpan | undefined): void {
  if (span)
    conversation.describer.value(span.nameStart ?? span.start, span.end, { kind: 'other', form: formText(name) });
}

/** The inside of a string value; undefined when the value is absent or no string. */
export function stringSpan(bytes: Uint8Array, span: ValueSpan | undefined): StringSpan | undefined {
  if (!span) return undefined;
  const cursor = cursorAt(bytes, span);
  if (!cursor.isAtString()) return undefined;
  cursor.passString();
  return cursor.span();
}
