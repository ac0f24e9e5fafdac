import type { FileSource } from '../../ledger/index.ts';
import { cursorAt, memberSpans, textOf } from './members.ts';
import { factText, type ToolCall } from './piece.ts';
import { type Block, type Conversation, stringSpan } from './conversation.ts';
import { pathMembers, writeTools } from './tool-input.ts';

/** Describes a tool call that is resent, and remembers it for its result. */
export function readToolUse(conversation: Conversation, block: Block): void {
  const { bytes } = conversation;
  const tool = factText(textOf(bytes, block.get('name')) ?? '');
  const id = textOf(bytes, block.get('id'));
  const input = block.get('input');
  if (!input || !cursorAt(bytes, input).isAtObject()) {
    if (input) conversation.describer.value(input.start, input.end, { kind: 'tool_call', tool });
    if (id) conversation.learn(id, { tool });
    return;
  }
  const members = memberSpans(cursorAt(bytes, input));
  const call = { tool, ...pathOf(bytes, members), ...commandOf(bytes, members) };
  if (id) conversation.learn(id, call);
  if (writeTools.has(tool) && call.path !== undefined) describeWrite(conversation, members, call);
  else conversation.describer.value(input.start, input.end, { kind: 'tool_call', ...call });
}

function pathOf(bytes: Buffer, members: Block): Pick<ToolCall, 'path'> {
  for (const name of pathMembers) {
    const path = textOf(bytes, members.get(name));
    if (path !== undefined) return { path: factText(path) };
  }
  return {};
}

function commandOf(bytes: Buffer, members: Block): Pick<ToolCall, 'command'> {
  const command = textOf(bytes, members.get('command'));
  return command === undefined ? {} : { command: factText(command) };
}

// Members of a writing tool's input that say how, and hold nothing of the file. The path stands in each piece's facts.
const wayMembers: ReadonlySet<string> = new Set([
  ...pathMembers,
  'command',
  'replace_all',
  'cell_id',
  'cell_type',
  'edit_mode',
  'insert_line',
  'view_range',
]);
const longestWay = 1_000;
const wholeFileMembers: ReadonlySet<string> = new Set(['content', 'file_text']);

function describeWrite(conversation: Conversation, members: Block, call: ToolCall): void {
  for (const [name, span] of members) {
    if (wayMembers.has(name) && span.end - span.start <= longestWay) continue;
    const source: FileSource = wholeFileMembers.has(name) ? 'write' : 'edit';
    const facts = { kind: 'file', source, ...(call.path === undefined ? {} : { path: call.path }) } as const;
    const string = stringSpan(conversation.bytes, span);
    if (string) conversation.describer.string(string, facts);
    else conversation.describer.value(span.start, span.end, facts);
  }
}
