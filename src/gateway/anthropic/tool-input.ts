import { factText, type ToolCall } from './piece.ts';

/** The tools that show a file, run a command, or write a file: those of Claude Code 2.1.332 and of Anthropic's API. */
export const readTools: ReadonlySet<string> = new Set(['Read', 'NotebookRead', 'View']);
export const commandTools: ReadonlySet<string> = new Set([
  'Bash',
  'bash',
  'PowerShell',
  'BashOutput',
  'TaskOutput',
  'KillShell',
  'KillBash',
  'Monitor',
]);
export const writeTools: ReadonlySet<string> = new Set([
  'Write',
  'Edit',
  'MultiEdit',
  'NotebookEdit',
  'str_replace_based_edit_tool',
  'str_replace_editor',
]);

/** Where a tool's input names a file; the first that is there counts. */
export const pathMembers: ReadonlySet<string> = new Set(['file_path', 'notebook_path', 'path']);

/** Reads a call from its input as JSON text; only the tool's name when that does not parse. */
export function readToolInput(tool: string, json: string): ToolCall {
  const input = parseObject(json);
  return { tool: factText(tool), ...pathOf(input), ...commandOf(input) };
}

function pathOf(input: Readonly<Record<string, unknown>>): Pick<ToolCall, 'path'> {
  for (const name of pathMembers) {
    const value = input[name];
    if (typeof value === 'string') return { path: factText(value) };
  }
  return {};
}

function commandOf(input: Readonly<Record<string, unknown>>): Pick<ToolCall, 'command'> {
  return typeof input['command'] === 'string' ? { command: factText(input['command']) } : {};
}

function parseObject(json: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(json);
    return typeof value === 'object' && value !== null ? { ...value } : {};
  } catch {
    return {}; // The client's wording has changed: the call keeps its name, and its result is declared all the same.
  }
}
