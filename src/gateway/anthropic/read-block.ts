import { factsOfResult } from './attribute-tool-text.ts';
import type { JsonCursor } from './json-cursor.ts';
import { type Block, type Conversation, describeRest, describeUnknown, stringSpan } from './conversation.ts';
import { cursorAt, memberSpans, textOf, type ValueSpan } from './members.ts';
import { factText, formText, type PieceFacts, type ToolCall } from './piece.ts';
import { readToolUse } from './read-tool-use.ts';
import type { TextPlace } from './attribute-text.ts';

/** Describes the content block at the cursor. */
export function readBlock(conversation: Conversation, cursor: JsonCursor, place: TextPlace): void {
  cursor.peek();
  const start = cursor.at;
  if (!cursor.isAtObject()) {
    cursor.passValue();
    conversation.describer.value(start, cursor.at, { kind: 'other', form: 'block' });
    return;
  }
  const block = memberSpans(cursor);
  const type = textOf(conversation.bytes, block.get('type')) ?? '';
  describeBlock(conversation, { block, type, place, bounds: { start, end: cursor.at } });
}

type TypedBlock = {
  readonly block: Block;
  readonly type: string;
  readonly place: TextPlace;
  readonly bounds: ValueSpan;
};

function describeBlock(conversation: Conversation, { block, type, place, bounds }: TypedBlock): void {
  switch (type) {
    case 'text':
      describeText(conversation, block.get('text'), place);
      return describeRest(conversation, block, ['text']);
    case 'tool_result':
      describeToolResult(conversation, block);
      return describeRest(conversation, block, ['content']);
    case 'tool_use':
    case 'server_tool_use':
    case 'mcp_tool_use':
      readToolUse(conversation, block);
      return describeRest(conversation, block, ['input']);
    case 'image':
    case 'document':
      describeMedia(conversation, block, { kind: type });
      return describeRest(conversation, block, ['source']);
    case 'thinking':
    case 'redacted_thinking':
      // Only the assistant thinks; elsewhere it is a block like any other.
      if (place !== 'assistant') break;
      return conversation.describer.value(bounds.start, bounds.end, { kind: 'thinking' });
    default:
  }
  conversation.describer.value(bounds.start, bounds.end, { kind: 'other', form: formText(type) || 'block' });
}

function describeText(conversation: Conversation, span: ValueSpan | undefined, place: TextPlace): void {
  const string = stringSpan(conversation.bytes, span);
  if (string) conversation.announced = conversation.describer.text(string, place, conversation.announced);
  else describeUnknown(conversation, 'text', span);
}

function describeToolResult(conversation: Conversation, block: Block): void {
  const { bytes, describer } = conversation;
  const call = conversation.callOf(textOf(bytes, block.get('tool_use_id')) ?? '') ?? { tool: '' };
  const isError = isTrue(bytes, block.get('is_error'));
  const content = block.get('content');
  const string = stringSpan(bytes, content);
  if (string) return describer.toolText(string, call, isError);
  if (!content) return;
  const cursor = cursorAt(bytes, content);
  if (!cursor.isAtArray()) return describeUnknown(conversation, 'content', content);
  for (let has = cursor.enterArray(); has; has = cursor.nextElement())
    describeResultBlock(conversation, cursor, { call, isError });
}

type Result = { readonly call: ToolCall; readonly isError: boolean };

function describeResultBlock(conversation: Conversation, cursor: JsonCursor, { call, isError }: Result): void {
  const { bytes, describer } = conversation;
  cursor.peek();
  const start = cursor.at;
  if (!cursor.isAtObject()) {
    cursor.passValue();
    return describer.value(start, cursor.at, factsOfResult(call));
  }
  const block = memberSpans(cursor);
  const type = textOf(bytes, block.get('type'));
  const string = stringSpan(bytes, block.get('text'));
  if (type === 'text' && string) {
    describer.toolText(string, call, isError);
    return describeRest(conversation, block, ['text']);
  }
  if (type === 'image' || type === 'document') {
    describeMedia(conversation, block, { kind: type, ...(call.path ? { path: call.path } : {}) });
    return describeRest(conversation, block, ['source']);
  }
  describer.value(start, cursor.at, factsOfResult(call));
}

function describeMedia(conversation: Conversation, block: Block, facts: PieceFacts): void {
  const { bytes, describer } = conversation;
  const source = block.get('source');
  if (!source) return;
  const cursor = cursorAt(bytes, source);
  if (!cursor.isAtObject()) return describer.value(source.start, source.end, facts);
  const members = memberSpans(cursor);
  const mediaType = textOf(bytes, members.get('media_type'));
  const known: PieceFacts = { ...facts, ...(mediaType ? { mediaType: factText(mediaType) } : {}) };
  const data = stringSpan(bytes, members.get('data'));
  const form = textOf(bytes, members.get('type')) ?? '';
  if (!data) return describer.value(source.start, source.end, { ...known, ...(form ? { form: formText(form) } : {}) });
  if (form === 'base64') describer.base64(data, known);
  else describer.string(data, known);
  describeRest(conversation, members, ['data']);
}

function isTrue(bytes: Buffer, span: ValueSpan | undefined): boolean {
  return span !== undefined && bytes.toString('latin1', span.start, span.end) === 'true';
}
