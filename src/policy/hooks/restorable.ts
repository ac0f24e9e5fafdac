import type { RestorePlace } from '../files/configuration.ts';

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
