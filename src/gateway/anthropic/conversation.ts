import type { Describer } from './describer.ts';
import { cursorAt, type ValueSpan } from './members.ts';
import { formText, type StringSpan, type ToolCall } from './piece.ts';

/** What is known while a conversation is read: its tool calls by id, and the call whose result the next text brings. */
export type Conversation = {
  readonly bytes: Buffer;
  readonly describer: Describer;
  readonly calls: Map<string, ToolCall>;
  announced: ToolCall | undefined;
};

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
