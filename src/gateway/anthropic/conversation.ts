import type { Describer } from './describer.ts';
import { cursorAt, type ValueSpan } from './members.ts';
import { factText, type StringSpan, type ToolCall } from './piece.ts';

/** What is known while a conversation is read: its tool calls by id, and the call whose result the next text brings. */
export type Conversation = {
  readonly bytes: Buffer;
  readonly describer: Describer;
  readonly calls: Map<string, ToolCall>;
  announced: ToolCall | undefined;
};

/** A block's members by name, each with the bounds of its value. */
export type Block = ReadonlyMap<string, ValueSpan>;

// Members that hold no content of their own; any other is declared, so that nothing hides in a field we do not know.
const plainMembers: ReadonlySet<string> = new Set([
  'type',
  'id',
  'name',
  'tool_use_id',
  'is_error',
  'cache_control',
  'media_type',
  'role',
]);

/** Declares the members that neither the reader has read nor are known to be plain. */
export function describeRest(conversation: Conversation, members: Block, read: readonly string[]): void {
  for (const [name, span] of members) {
    if (!read.includes(name) && !plainMembers.has(name)) describeUnknown(conversation, name, span);
  }
}

/** Declares a value of which nothing is known but the name of its member. */
export function describeUnknown(conversation: Conversation, name: string, span: ValueSpan | undefined): void {
  if (span) conversation.describer.value(span.start, span.end, { kind: 'other', form: factText(name) });
}

/** The inside of a string value; undefined when the value is absent or no string. */
export function stringSpan(bytes: Uint8Array, span: ValueSpan | undefined): StringSpan | undefined {
  if (!span) return undefined;
  const cursor = cursorAt(bytes, span);
  if (!cursor.isAtString()) return undefined;
  cursor.passString();
  return cursor.span();
}
