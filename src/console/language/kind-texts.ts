import type { PartKindName } from '../../console-api/contract.ts';
import type { ConsoleKey } from '../../messages/console.ts';

/** The text of each kind of part, in the order in which screens list kinds: what is a person's work before the rest. */
export const kindTexts = {
  file: 'kind.file',
  instruction_file: 'kind.instruction_file',
  prompt: 'kind.prompt',
  command_output: 'kind.command_output',
  git_state: 'kind.git_state',
  image: 'kind.image',
  document: 'kind.document',
  tool_result: 'kind.tool_result',
  tool_call: 'kind.tool_call',
  assistant_text: 'kind.assistant_text',
  thinking: 'kind.thinking',
  system: 'kind.system',
  tool_definition: 'kind.tool_definition',
  other: 'kind.other',
} as const satisfies Readonly<Record<PartKindName, ConsoleKey>>;

export const kindNames = Object.keys(kindTexts) as readonly PartKindName[];
