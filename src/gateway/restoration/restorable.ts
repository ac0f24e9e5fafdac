import type { RestorePlace } from '../../policy/index.ts';

/**
 * The tools whose calls get values back: they read, find or write on the workstation itself, or only show something there.
 *
 * Commands, web requests and tools of other servers get none: an instruction that was slipped into a file could have the
 * model send a value away (`curl …?k=octr0_…`), and so only ever sends a stand-in.
 */
const workstationTools: ReadonlySet<string> = new Set([
  'Edit',
  'MultiEdit',
  'Write',
  'NotebookEdit',
  'Read',
  'NotebookRead',
  'Glob',
  'Grep',
  'LS',
  'TodoWrite',
  'Task',
  'Agent',
  'AskUserQuestion',
  'ExitPlanMode',
  'str_replace_based_edit_tool',
  'str_replace_editor',
]);

const commandTools: ReadonlySet<string> = new Set(['Bash', 'bash', 'PowerShell']);

/** Whether a call of this tool gets values back. Commands only where the policy says so; other tools never. */
export function isRestorable(tool: string, into: ReadonlySet<RestorePlace>): boolean {
  return (into.has('file') && workstationTools.has(tool)) || (into.has('command') && commandTools.has(tool));
}

// Ahead of it on its line: an address that goes on up to here, or the target of a link in Markdown.
const link = /(?:\/\/|\bwww\.)[^\s"'<>`]*$|\]\(<[^>]*$|\]\([^)\s]*$/i;

/** Whether what follows would be a part of a link: a click, or a picture that is loaded, would send it away. */
export function isInLink(ahead: string): boolean {
  return link.test(ahead);
}
