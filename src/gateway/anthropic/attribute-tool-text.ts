import type { FileSource } from '../../ledger/index.ts';
import { readNumberedLines } from './numbered-lines.ts';
import type { PieceFacts, Segment, ToolCall } from './piece.ts';
import { commandTools, readTools } from './tool-input.ts';

export type ToolText = {
  readonly from: number;
  readonly to: number;
  readonly call: ToolCall;
  readonly source: FileSource;
  readonly isError?: boolean;
};

/** Says what a tool's textual result is: a file's lines, a command's output, or the result of another tool. */
export function attributeToolText(text: string, result: ToolText): readonly Segment[] {
  if (readTools.has(result.call.tool) && !result.isError) return fileText(text, result);
  return [cut(text, result, factsOfResult(result.call))];
}

/** What a result of this call is, when it is not a file's text. */
export function factsOfResult(call: ToolCall): PieceFacts {
  if (commandTools.has(call.tool))
    return { kind: 'command_output', ...(call.command ? { command: call.command } : {}) };
  return { kind: 'tool_result', ...(call.tool ? { tool: call.tool } : {}), ...(call.path ? { path: call.path } : {}) };
}

function fileText(text: string, { from, to, call, source }: ToolText): readonly Segment[] {
  const facts = { kind: 'file', source, ...(call.path ? { path: call.path } : {}) } as const;
  const stretch = text.slice(from, to);
  const start = linesStart(stretch);
  const run = readNumberedLines(stretch, start);
  if (!run) return [cut(text, { from, to }, facts)]; // A notebook, a PDF's text, or a wording of a later client.
  const lines = [run.firstLine, run.lastLine] as const;
  const file = { from: from + start, to: from + run.end, facts: { ...facts, lines }, basis: run.content };
  return [...remark(text, from, from + start), file, ...remark(text, from + run.end, to)];
}

// A file that is shown in part is announced by one line in brackets before its lines.
function linesStart(stretch: string): number {
  const announcement = /^\s*\[[^\n]*\]\n+/.exec(stretch);
  return announcement ? announcement[0].length : 0;
}

function remark(text: string, from: number, to: number): readonly Segment[] {
  if (text.slice(from, to).trim() === '') return [];
  return [cut(text, { from, to }, { kind: 'other', form: 'tool-remark' })];
}

function cut(text: string, { from, to }: Pick<Segment, 'from' | 'to'>, facts: PieceFacts): Segment {
  return { from, to, facts, basis: text.slice(from, to) };
}
